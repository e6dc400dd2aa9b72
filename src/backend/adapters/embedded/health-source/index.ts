import { ok } from '@contract/result';
import type { Clock } from '../../../ports/clock';
import type { HealthSource } from '../../../ports/health-source';
import type { Unit } from '../database/unit';
import { factOf, standing } from '../facts/rows';

/** The deployment's own database as a source: what was declared, entered and imported here. */
export function createHealthSource(unit: Unit, clock: Clock): HealthSource {
  return {
    name: 'here',
    async factsOf({ id }) {
      const own = standing(unit, clock.now()).where('person_id', '=', id).where('origin', 'is', null);
      return ok((await own.execute()).map(factOf));
    },
  };
}
