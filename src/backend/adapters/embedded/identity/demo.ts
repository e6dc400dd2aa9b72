import { fail, ok } from '@contract/result';
import type { IdentityProvider } from '../../../ports/identity';
import type { Unit } from '../database/unit';

/** Signs in as a persona of the demo neighbourhood: its id is the code. Only those that were loaded exist. */
export function createDemoIdentity(unit: Unit): IdentityProvider {
  return {
    async signIn(code) {
      const persona = await unit.db
        .selectFrom('identity')
        .select('subject')
        .where('provider', '=', 'demo')
        .where('subject', '=', code)
        .executeTakeFirst();
      return persona ? ok({ provider: 'demo', subject: persona.subject }) : fail('refused');
    },
  };
}
