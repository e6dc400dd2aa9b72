import type { Migration } from 'kysely';
import * as foundation from './0001-foundation';
import * as requestNumber from './0002-request-number';
import * as countyRegister from './0003-county-register';

/**
 * Every step the tables have taken, in order. A new one is a file `0002-what-for.ts` that exports `up(db)`,
 * and a line here. What has once been released is never changed, renamed or taken out.
 */
export const migrations: Record<string, Migration> = {
  '0001-foundation': foundation,
  '0002-request-number': requestNumber,
  '0003-county-register': countyRegister,
};
