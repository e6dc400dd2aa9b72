import { sql, type RawBuilder } from 'kysely';
import type { Proposals } from '../../../ports/proposals';
import type { Unit } from '../database/unit';

/** Who proposed and signed what brought a fact, a level or a rule that stands now. */
export const createHandsOn =
  (unit: Unit): Proposals['handsOn'] =>
  async (what) => {
    const { rows } = await sql<{ id: string }>`
      with brought as (select id, proposed_by from proposal where state = 'applied' and ${which(what)})
      select proposed_by as id from brought where proposed_by is not null
      union select person_id from proposal_signature where proposal_id in (select id from brought)`.execute(
      unit.db,
    );
    return rows.map(({ id }) => id);
  };

/** Of levels and rules the last that was signed. */
function which(what: Parameters<Proposals['handsOn']>[0]): RawBuilder<boolean> {
  if ('factId' in what) return sql`id = (select proposal_id from fact where id = ${what.factId})`;
  const about =
    'riskNode' in what
      ? sql`kind = 'risk-level' and act -> 'level' ->> 'node' = ${what.riskNode}`
      : sql`kind = 'rules' and act -> 'rules' @> ${JSON.stringify([{ Identifier: what.rule }])}::jsonb`;
  return sql`id = (select id from proposal where state = 'applied' and ${about} order by decided_at desc limit 1)`;
}
