import type { Audience } from '@contract/notice/audience';
import { sql } from 'kysely';
import type { NoticeReach, Reached } from '../../../ports/notice-reach';
import type { Unit } from '../database/unit';

/** `isFor` of the contract, over columns: a node's own code is the reader's most exact one. */
const isFor = ({ include, except }: Audience, at: string) => {
  const place = sql.raw(at);
  return sql<boolean>`(
    exists (select from unnest(${[...include]}::text[]) node
            where starts_with(${place}, node) or starts_with(node, ${place}))
    and not exists (select from unnest(${[...except]}::text[]) node where starts_with(${place}, node)))`;
};

/** Everybody a notice is for, once: who follows a place is one of them, and counts where they live. */
const readers = (audience: Audience) => sql`
  select person.id, person.home_node, person.home_building from person
  where person.joined_into is null and (
    (person.home_node is not null and ${isFor(audience, 'coalesce(person.home_building, person.home_node)')})
    or exists (select from followed_place place
               where place.person_id = person.id and ${isFor(audience, 'place.node')}))`;

/** Numbers of whom a notice reaches, from the deployment's own database. */
export function createNoticeReach(unit: Unit): NoticeReach {
  return {
    async preview(audience) {
      const { rows } = await sql<{ people: number; maybe: number }>`
        select count(*)::integer as people,
          count(*) filter (where home_building is null
            and exists (select from unnest(${[...audience.include]}::text[]) node
                        where starts_with(node, home_node))
            and not exists (select from unnest(${[...audience.include]}::text[]) node
                            where starts_with(home_node, node)))::integer as maybe
        from (${readers(audience)}) reader`.execute(unit.db);
      const doors = await sql<{ doors: number; known: number }>`
        with meant as (
          select building.code, building.grid from building where ${isFor(audience, 'building.code')}
        )
        select
          (select coalesce(sum(cardinality(doors)), 0) from address join meant on meant.code = address.building
          )::integer as doors,
          (select count(distinct (home_building, coalesce(home_door, person.id::text))) from person
           join meant on meant.code = home_building where joined_into is null)::integer as known`.execute(
        unit.db,
      );
      const { people, maybe } = rows[0] ?? { people: 0, maybe: 0 };
      const homes = doors.rows[0];
      return {
        people,
        maybe,
        homesWithout: homes && homes.doors > 0 ? Math.max(0, homes.doors - homes.known) : null,
      };
    },
    async counts({ id, eventId, seq, audience }) {
      const { rows } = await sql<Reached & { community: string }>`
        select coalesce(left(reader.home_node, 12), '') as community,
          count(*)::integer as audience,
          count(*) filter (where exists (select from notice_delivered d
            where d.person_id = reader.id and d.seq >= ${seq}))::integer as delivered,
          count(*) filter (where exists (select from notice_read r
            where r.person_id = reader.id and r.notice_id = ${id}))::integer as opened,
          count(*) filter (where exists (select from notice_acknowledged a
            where a.person_id = reader.id and a.event_id = ${eventId}))::integer as acknowledged
        from (${readers(audience)}) reader group by 1 order by 1`.execute(unit.db);
      return new Map(rows.map(({ community, ...reached }) => [community, reached]));
    },
    async nudged(eventId) {
      const { rows } = await sql<{ nudged: number }>`
        select count(distinct person_id)::integer as nudged from nudge_grant
        where spent_on like ${`notice ${eventId}%`}`.execute(unit.db);
      return rows[0]?.nudged ?? 0;
    },
    async doors(eventId, audience, grids) {
      const { rows } = await sql<{
        building: string;
        building_name: string;
        door: string;
        wished: boolean;
        people: string[];
      }>`
        select home_building as building, building.name as building_name, home_door as door,
          array_agg(person.id::text) as people,
          bool_or(exists (select from look_in_wish wish where wish.person_id = person.id)) as wished
        from person join building on building.code = person.home_building
        where home_door is not null and joined_into is null
          and building.grid = any(${[...grids]}::text[])
          and ${isFor(audience, 'person.home_building')}
        group by 1, 2, 3
        having not bool_or(exists (select from notice_acknowledged a
          where a.event_id = ${eventId} and a.person_id = person.id))`.execute(unit.db);
      return rows.map(({ building_name: buildingName, ...door }) => ({ ...door, buildingName }));
    },
  };
}
