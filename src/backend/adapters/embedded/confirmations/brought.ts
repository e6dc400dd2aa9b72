import type { Fact } from '@contract/health-rules/fact';
import { factKind } from '@contract/health-rules/fact-kinds';
import { isHigher } from '@contract/risk-map/level';
import { riskMapOf } from '@contract/risk-map/map';
import type { SetLevel } from '@contract/risk-map/timeline';
import type { Clock } from '../../../ports/clock';
import type { Colours, Facts } from '../../../ports/colours';

/** What comes to an account with a document, a home or another account, and what that could do to a colour. */
export interface Brought {
  /** Facts that wait for a person key. */
  waitingFor(personKey: Uint8Array): Promise<Fact[]>;
  /** Whether facts more, and a home where there was another or none, could make a colour worse, now or later. */
  couldWorsen(facts: readonly Fact[], home?: { from: string | undefined; to: string }): Promise<boolean>;
  /** What waited is theirs now, and their colour is decided anew. */
  give(personKey: Uint8Array, personId: string): Promise<void>;
  /** Decides a colour anew. */
  recolour(personId: string): Promise<void>;
}

const hex = (personKey: Uint8Array): string => Buffer.from(personKey).toString('hex');

export function createBrought({
  clock,
  colours,
  facts,
  levels,
}: {
  clock: Clock;
  colours: Pick<Colours, 'recolour'>;
  facts: Pick<Facts, 'attach' | 'waitingFor'>;
  levels: () => Promise<readonly SetLevel[]>;
}): Brought {
  async function isHigherThere({ from, to }: { from: string | undefined; to: string }): Promise<boolean> {
    const map = riskMapOf(await levels());
    const now = clock.now().getTime();
    // Where no home is known no place speaks against anybody.
    return isHigher(map.levelAt(to, now), from === undefined ? 'low' : map.levelAt(from, now));
  }
  const recolour = async (personId: string): Promise<void> => void (await colours.recolour([personId]));

  return {
    waitingFor: (personKey) => facts.waitingFor(hex(personKey)),
    couldWorsen: async (brought, home) =>
      brought.some(({ kind }) => factKind(kind)?.direction !== 'helps') ||
      (home !== undefined && (await isHigherThere(home))),
    async give(personKey, personId) {
      await facts.attach(hex(personKey), personId);
      await recolour(personId);
    },
    recolour,
  };
}
