import { sql } from 'kysely';
import type { Clock } from '../../../ports/clock';
import type { Store } from '../../../ports/store';
import type { Unit } from '../database/unit';
import { createIdempotency } from './idempotency';
import { createPeople } from './people';
import { createSessions } from './sessions';

/** People, sessions and kept answers in the deployment's own database. */
export function createStore(unit: Unit, clock: Clock): Store {
  return {
    people: createPeople(unit, clock),
    sessions: createSessions(unit, clock),
    idempotency: createIdempotency(unit, clock),
    ping: async () => {
      await sql`select 1`.execute(unit.db);
    },
  };
}
