import { randomUUID } from 'node:crypto';
import { ancestors } from '@contract/region/code';
import type { RiskLevel } from '@contract/risk-map/level';
import type { SetLevel } from '@contract/risk-map/timeline';
import type { Clock } from '../../../ports/clock';
import type { PastLevel, RiskLevels } from '../../../ports/risk-levels';
import type { Schema } from '../database/schema';
import type { Unit } from '../database/unit';
import type { Selectable } from 'kysely';

const levelOf = (row: Selectable<Schema['risk_level']>): PastLevel => ({
  node: row.node,
  level: row.level as RiskLevel,
  reason: row.reason,
  indicators: row.indicators,
  since: row.since.toISOString(),
  endedAt: row.ended_at,
});

/** The five-colour map in the deployment's own database. */
export function createRiskLevels(unit: Unit, clock: Clock): RiskLevels {
  const newestFirst = () =>
    unit.db.selectFrom('risk_level').selectAll().orderBy('since', 'desc').orderBy('node').orderBy('id');

  // Levels are only ever added: asked at every decision, read when there is another one.
  let ever: { stamp: string; levels: readonly SetLevel[] } | undefined;

  return {
    async inForce(nodes) {
      let query = newestFirst().where('ended_at', 'is', null);
      if (nodes) query = query.where('node', 'in', [...nodes, '']);
      return (await query.execute()).map((row) => {
        const { endedAt: _, ...level } = levelOf(row);
        return level;
      });
    },
    history: async (node) => (await newestFirst().where('node', '=', node).execute()).map(levelOf),
    async around(node) {
      const rows = await newestFirst()
        .where((eb) => eb.or([eb('node', 'like', `${node}%`), eb('node', 'in', [...ancestors(node), ''])]))
        .execute();
      return rows.map(levelOf);
    },
    async everSet() {
      const newest = await newestFirst()
        .clearSelect()
        .select(['id', ({ fn }) => fn.countAll<string>().over().as('count')])
        .limit(1)
        .executeTakeFirst();
      // The id too: one whose transaction was undone is not the one that came after it.
      const stamp = newest ? `${newest.count} ${newest.id}` : 'none';
      if (ever?.stamp === stamp) return ever.levels;
      const rows = await unit.db.selectFrom('risk_level').select(['node', 'level', 'since']).execute();
      const levels = rows.map((row) => ({
        node: row.node,
        level: row.level as RiskLevel,
        since: row.since.toISOString(),
      }));
      ever = { stamp, levels };
      return levels;
    },
    set: ({ node, level, reason, indicators }, proposalId) =>
      unit.together(async () => {
        const now = clock.now();
        await unit.db
          .updateTable('risk_level')
          .set({ ended_at: now })
          .where('node', '=', node)
          .where('ended_at', 'is', null)
          .execute();
        await unit.db
          .insertInto('risk_level')
          .values({
            id: randomUUID(),
            node,
            level,
            reason: JSON.stringify(reason),
            indicators: JSON.stringify(indicators),
            proposal_id: proposalId,
            since: now,
            ended_at: null,
          })
          .execute();
      }),
  };
}
