import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/backend/adapters/embedded/database';

const year = 365 * 86_400_000;

/**
 * Puts a declared emergency in, in force from now on for as long as a test moves its clock: without one there is no
 * code to try anything on. How two officers open one has tests of its own.
 */
export async function declareEmergency(database: Database, now: Date, county = '330106'): Promise<string> {
  const id = randomUUID();
  await database.kysely
    .insertInto('emergency')
    .values({
      id,
      county,
      level: 'II',
      legal_basis: JSON.stringify({ zh: '浙政发〔2026〕12 号', en: 'Provincial notice 2026/12' }),
      gate_kinds: ['estate', 'transport'],
      opened_at: now,
      ends_at: new Date(now.getTime() + 10 * year),
    })
    .execute();
  return id;
}
