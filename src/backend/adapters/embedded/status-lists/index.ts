import type { Clock } from '../../../ports/clock';
import type { CodeRegistry } from '../../../ports/code-registry';
import type { StatusLists } from '../../../ports/status-lists';
import type { Trust } from '../../../ports/trust';
import type { CredentialSigner } from '@contract/health-code/credential';
import type { Unit } from '../database/unit';
import { ownStatusLists } from './own';
import { passedOnLists } from './passed-on';

export interface StatusListsOptions {
  unit: Unit;
  clock: Clock;
  county: string;
  publicUrl: string;
  registry: CodeRegistry;
  signer: CredentialSigner;
  trust: Trust;
}

/** Our own status lists, and those of the deployments we trust. */
export function createStatusLists(options: StatusListsOptions): StatusLists {
  const { unit, trust, clock, registry, county } = options;
  const own = ownStatusLists(options);
  const others = passedOnLists(unit, trust, clock);
  return {
    ids: async () => [...(await own()).keys(), ...(await others.ids())],
    token: async (id) => (id.startsWith(`${county}-`) ? (await own()).get(id)?.token : others.token(id)),
    async statusOf(ref) {
      if (ref.county !== county) return others.statusOf(ref);
      const value = await registry.statusOf(ref);
      return value === undefined ? 'missing' : { value, age: 0 };
    },
    fetchOthers: () => others.fetchAll(),
  };
}
