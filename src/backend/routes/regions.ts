import type { RegionName } from '@contract/api';
import { dayAt } from '@contract/calendar-day';
import { maskName } from '@contract/health-code/masked-name';
import { ancestors, atLevel, levelOf, lineage } from '@contract/region/code';
import { locate } from '@contract/region/locate';
import { pathName } from '@contract/region/name';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { RegionRow } from '../ports/grid-directory';
import { type StandIn, standIns } from './stand-ins';

const defaultLimit = 20;

/** The grid tree, its map, its addresses and who serves where. */
export function regionRoutes({
  absences,
  directory,
  store,
}: Pick<Ports, 'absences' | 'directory' | 'store'>): Handlers<
  | 'GET /v1/regions'
  | 'GET /v1/regions/:code'
  | 'GET /v1/regions/:code/grids'
  | 'GET /v1/regions/:code/buildings'
  | 'GET /v1/regions/:code/team'
  | 'POST /v1/regions/locate'
  | 'POST /v1/regions/address-search'
> {
  async function known(code: string): Promise<RegionRow> {
    const region = await directory.region(code);
    if (!region) throw new Refusal('not-found');
    return region;
  }

  return {
    'GET /v1/regions': async ({ query: { name, under, level, limit = defaultLimit } }) => {
      const found = await directory.search({
        limit,
        ...(name === undefined ? {} : { name }),
        ...(under === undefined ? {} : { under }),
        ...(level === undefined ? {} : { level }),
      });
      const above = await directory.regions(found.flatMap(({ code }) => ancestors(code)));
      const regions = new Map([...above, ...found].map((region) => [region.code, region]));
      return found.map((region) => ({
        ...region,
        path: pathName(lineage(region.code).flatMap((code) => regions.get(code) ?? [])),
      }));
    },
    'GET /v1/regions/:code': async ({ params: { code } }) => {
      const region = await known(code);
      return {
        ...region,
        ancestors: await directory.regions(ancestors(code)),
        children: await directory.children(code),
        addresses: await directory.hasAddresses(code),
      };
    },
    'GET /v1/regions/:code/grids': async ({ params: { code } }) => {
      const community = atLevel(code, 'community');
      if (!community) throw mustBe('a community or a grid');
      await known(community);
      return directory.shapes(community);
    },
    'GET /v1/regions/:code/buildings': async ({ params: { code } }) => {
      if (levelOf(code) !== 'grid') throw mustBe('a grid');
      await known(code);
      return directory.buildings(code);
    },
    'GET /v1/regions/:code/team': async ({ params: { code } }) => {
      if (levelOf(code) !== 'grid') throw mustBe('a grid');
      await known(code);
      const team = await directory.team(code);
      const away = await standIns(
        { absences, store },
        team.map(({ personId }) => personId),
      );
      return team.map(({ personId, name, workPhone, hours }) => ({
        id: personId,
        maskedName: maskName(name),
        workPhone,
        hours,
        ...awayOf(away.get(personId)),
      }));
    },
    'POST /v1/regions/locate': async ({ body: point }) => {
      const shapes = await directory.shapesNear(point);
      const place = locate(point, shapes);
      switch (place.kind) {
        case 'inside':
          return { kind: place.kind, grids: [nameOf(place.grid)] };
        case 'near-boundary':
          return { kind: place.kind, grids: place.candidates.map(nameOf) };
        case 'unknown':
          return { kind: place.kind, grids: [] };
      }
    },
    'POST /v1/regions/address-search': ({ body: { text, under } }) =>
      directory.searchAddresses({ text, limit: defaultLimit, ...(under === undefined ? {} : { under }) }),
  };
}

const awayOf = (away: StandIn | undefined) =>
  away
    ? {
        away: {
          until: dayAt(away.until.getTime() - 1),
          standIn: { id: away.id, maskedName: away.maskedName },
        },
      }
    : {};

const nameOf = ({ code, name }: { code: string; name: string }): RegionName => ({
  code,
  name,
  level: 'grid',
});

const mustBe = (what: string): Refusal =>
  new Refusal('invalid-request', { fields: [{ pointer: '/code', reason: `must be ${what}` }] });
