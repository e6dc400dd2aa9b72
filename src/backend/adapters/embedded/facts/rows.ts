import type { Fact, FactSource } from '@contract/health-rules/fact';
import type { Unit } from '../database/unit';

const columns = [
  'fact.id',
  'fact.person_id',
  'fact.kind',
  'fact.values',
  'fact.source',
  'fact.from_whom',
  'fact.since',
  'fact.expires_at',
] as const;

/** Facts that are not over yet. */
export const standing = (unit: Unit, now: Date) =>
  unit.db
    .selectFrom('fact')
    .select(columns)
    .where('fact.expires_at', '>', now)
    .orderBy('fact.since')
    .orderBy('fact.id');

type Row = Awaited<ReturnType<ReturnType<typeof standing>['execute']>>[number];

export const factOf = (row: Row): Fact => ({
  id: row.id,
  kind: row.kind,
  values: row.values,
  source: row.source as FactSource,
  from: row.from_whom,
  since: row.since.toISOString(),
  expiresAt: row.expires_at.toISOString(),
});
