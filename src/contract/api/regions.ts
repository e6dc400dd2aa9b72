import { type Static, Type } from '@sinclair/typebox';
import { levels } from '../region/code';
import { BuildingCode, literals, Point, RegionCode, strict } from './common';
import { defineEndpoints } from './endpoint';

export const RegionName = Type.Object({
  code: RegionCode,
  name: Type.String(),
  level: literals(levels),
});
export type RegionName = Static<typeof RegionName>;

export const Region = Type.Composite([
  RegionName,
  Type.Object({
    /** Province first, without the region itself. */
    ancestors: Type.Array(RegionName),
    children: Type.Array(RegionName),
    /** Whether addresses have been put in there: without any, an address search finds nothing, whatever is asked. */
    addresses: Type.Boolean(),
  }),
]);
export type Region = Static<typeof Region>;

// Not Type.Tuple: its form of `items` is no longer JSON Schema as OpenAPI 3.1 has it.
const Position = Type.Unsafe<[number, number]>({
  type: 'array',
  items: { type: 'number' },
  minItems: 2,
  maxItems: 2,
});
const Ring = Type.Array(Position);
/** A grid as drawn: GeoJSON polygon coordinates, WGS-84 [lng, lat]. */
export const GridShape = Type.Object({
  code: RegionCode,
  name: Type.String(),
  /** What stands there, in a few words: "桂语苑 1–8 幢". */
  about: Type.String(),
  rings: Type.Array(Ring),
});
export type GridShape = Static<typeof GridShape>;

export const Address = Type.Object({
  id: Type.String(),
  text: Type.String(),
  building: Type.Union([BuildingCode, Type.Null()]),
  grid: RegionCode,
  gridName: Type.String(),
  point: Type.Union([Point, Type.Null()]),
});
export type Address = Static<typeof Address>;

export const TeamMember = Type.Object({
  id: Type.String(),
  /** 王*军 */
  maskedName: Type.String(),
  workPhone: Type.String(),
  hours: Type.String(),
  /** Until the end of this day, and who stands in. */
  away: Type.Optional(
    Type.Object({
      until: Type.String(),
      standIn: Type.Object({ id: Type.String(), maskedName: Type.String() }),
    }),
  ),
});
export type TeamMember = Static<typeof TeamMember>;

export const Location = Type.Object({
  kind: literals(['inside', 'near-boundary', 'unknown']),
  /** The grid; or, near a boundary, those to choose from, nearest first. */
  grids: Type.Array(RegionName),
});
export type Location = Static<typeof Location>;

const code = strict({ code: RegionCode });

export const regions = defineEndpoints({
  'GET /v1/regions': {
    summary: 'Regions by name; or the provinces where no name is given',
    tag: 'regions',
    callers: ['anyone'],
    query: strict({
      name: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
      under: Type.Optional(RegionCode),
      level: Type.Optional(literals(levels)),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
    }),
    responses: { 200: Type.Array(Type.Composite([RegionName, Type.Object({ path: Type.String() })])) },
  },
  'GET /v1/regions/:code': {
    summary: 'One region with its ancestors and children',
    tag: 'regions',
    callers: ['anyone'],
    params: code,
    responses: { 200: Region },
  },
  'GET /v1/regions/:code/grids': {
    summary: 'The grids of a community (or of the community a grid belongs to), as polygons',
    tag: 'regions',
    callers: ['anyone'],
    params: code,
    responses: { 200: Type.Array(GridShape) },
  },
  'GET /v1/regions/:code/buildings': {
    summary: 'The buildings of a grid, as numbered',
    tag: 'regions',
    callers: ['anyone'],
    params: code,
    responses: { 200: Type.Array(Type.Object({ code: BuildingCode, name: Type.String() })) },
  },
  'GET /v1/regions/:code/team': {
    summary: 'Who serves a grid: duty numbers and hours',
    tag: 'regions',
    callers: ['resident'],
    params: code,
    responses: { 200: Type.Array(TeamMember) },
  },
  // Where someone is belongs in no URL: these two are POSTs though they change nothing.
  'POST /v1/regions/locate': {
    summary: 'The grid of a point; near a boundary, those to choose from',
    tag: 'regions',
    callers: ['anyone'],
    body: Point,
    responses: { 200: Location },
  },
  'POST /v1/regions/address-search': {
    summary: 'Addresses that the county has put in, by name or door',
    tag: 'regions',
    callers: ['anyone'],
    body: strict({ text: Type.String({ minLength: 1, maxLength: 60 }), under: Type.Optional(RegionCode) }),
    responses: { 200: Type.Array(Address) },
  },
});
