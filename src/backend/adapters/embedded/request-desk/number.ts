import { levelOf } from '@contract/region/code';
import type { Unit } from '../database/unit';

/** What comes before the dash: the grid as people say it ("7"), 0 for the community desk. */
const prefixOf = (node: string): string => (levelOf(node) === 'grid' ? String(Number(node.slice(-3))) : '0');

/**
 * The next number for a request to a node: "7-0042". Counted by prefix over the whole deployment, so that a number
 * stays the only one when a request moves to another grid or community. To be called within the filing's transaction.
 */
export async function nextNumber(unit: Unit, node: string): Promise<string> {
  const prefix = prefixOf(node);
  const { last } = await unit.db
    .insertInto('request_count')
    .values({ prefix, last: 1 })
    .onConflict((taken) =>
      taken.column('prefix').doUpdateSet((eb) => ({ last: eb('request_count.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return `${prefix}-${String(last).padStart(4, '0')}`;
}
