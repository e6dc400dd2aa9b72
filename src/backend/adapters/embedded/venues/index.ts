import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../ports/clock';
import type { Venues } from '../../../ports/venues';
import type { Unit } from '../database/unit';

/** Venues and exposure notices in the deployment's own database. */
export function createVenues(unit: Unit, clock: Clock): Venues {
  const exposures = () =>
    unit.db
      .selectFrom('exposure_notice')
      .innerJoin('venue', 'venue.id', 'exposure_notice.venue_id')
      .select(['exposure_notice.id', 'venue_id', 'venue.name', 'venue.node', 'from_at', 'until_at'])
      .select(['advice', 'published_at']);
  type Row = Awaited<ReturnType<ReturnType<typeof exposures>['execute']>>[number];
  const exposureOf = (row: Row) => ({
    id: row.id,
    venueId: row.venue_id,
    venueName: row.name,
    node: row.node,
    from: row.from_at,
    until: row.until_at,
    advice: row.advice,
    publishedAt: row.published_at,
  });

  return {
    add: ({ name, node }) =>
      unit.db
        .insertInto('venue')
        .values({ id: randomUUID(), name, node, created_at: clock.now() })
        .returning(['id', 'name', 'node'])
        .executeTakeFirstOrThrow(),
    get: (id) =>
      unit.db.selectFrom('venue').select(['id', 'name', 'node']).where('id', '=', id).executeTakeFirst(),
    under: (nodes) =>
      unit.db
        .selectFrom('venue')
        .select(['id', 'name', 'node'])
        .where((eb) => eb.or(nodes.map((node) => eb('node', 'like', `${node}%`))))
        .orderBy('name')
        .orderBy('id')
        .execute(),
    async publish({ venueId, from, until, advice, publisherId }) {
      const { id } = await unit.db
        .insertInto('exposure_notice')
        .values({
          id: randomUUID(),
          venue_id: venueId,
          from_at: from,
          until_at: until,
          advice: JSON.stringify(advice),
          publisher_id: publisherId,
          published_at: clock.now(),
          withdrawn_at: null,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return exposureOf(await exposures().where('exposure_notice.id', '=', id).executeTakeFirstOrThrow());
    },
    async exposure(id) {
      const row = await exposures().where('exposure_notice.id', '=', id).executeTakeFirst();
      return row && exposureOf(row);
    },
    async exposures(since) {
      const rows = await exposures()
        .where('until_at', '>', since)
        .where('withdrawn_at', 'is', null)
        .orderBy('published_at', 'desc')
        .orderBy('exposure_notice.id')
        .execute();
      return rows.map(exposureOf);
    },
    async withdraw(id) {
      await unit.db
        .updateTable('exposure_notice')
        .set({ withdrawn_at: clock.now() })
        .where('id', '=', id)
        .where('withdrawn_at', 'is', null)
        .execute();
    },
  };
}
