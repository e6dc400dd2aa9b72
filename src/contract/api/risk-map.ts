import { type Static, Type } from '@sinclair/typebox';
import { riskLevels } from '../risk-map/level';
import { Bilingual, Instant, literals, RegionCode, strict } from './common';
import { defineEndpoints } from './endpoint';

const Set = {
  level: literals(riskLevels),
  reason: Bilingual,
  /** What it rests on: "7 天内新增" "12 例". */
  indicators: Type.Array(Type.Object({ name: Bilingual, value: Type.String() })),
  since: Instant,
};

/** A node that has a level of its own; all below it have that too, unless one nearer has its own. */
export const MapNode = Type.Object({
  node: RegionCode,
  name: Type.String(),
  ...Set,
  /** Newest first, without the one in force. */
  history: Type.Array(Type.Object({ ...Set, endedAt: Instant })),
});
export type MapNode = Static<typeof MapNode>;

export const riskMap = defineEndpoints({
  'GET /v1/risk-map': {
    summary:
      'The five-colour map: levels in force under a place and above it, with reason, indicators and history',
    tag: 'risk-map',
    callers: ['anyone'],
    // Asked each time, sent only when it is another one: a level lowered a moment ago is not shown as it was.
    maxAge: 0,
    query: strict({ under: Type.Optional(RegionCode) }),
    responses: { 200: Type.Array(MapNode) },
  },
});
