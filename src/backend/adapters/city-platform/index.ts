import { checkFact } from '@contract/health-rules/check-fact';
import type { Fact } from '@contract/health-rules/fact';
import { fail, ok } from '@contract/result';
import type { Clock } from '../../ports/clock';
import type { HealthSource } from '../../ports/health-source';
import type { HealthSourceSettings } from '../../settings';
import { createService, type Patience } from '../http-service/service';
import { readChanges, readFacts, type WireFact } from './wire';

/** A phone's refresh waits for it. */
const patienceOfAPhone: Patience = {
  timeoutMs: 1500,
  retries: 1,
  firstPauseMs: 100,
  breakAfter: 5,
  restMs: 30_000,
};

/**
 * A city's platform over HTTP, as docs/connect.md says. It is told a person key and nothing else, in the body and never
 * in the address, which others log. One fact that does not fit is left out; an answer of another shape is none.
 */
export function createCityPlatform(
  { name, url, token }: HealthSourceSettings,
  {
    clock,
    onFault,
    patience = {},
  }: { clock: Clock; onFault: (what: string) => void; patience?: Partial<Patience> },
): HealthSource {
  const service = createService({
    name: `health source ${name}`,
    token,
    patience: { ...patienceOfAPhone, ...patience },
    mostBytes: 262_144,
    onFault,
  });

  function taken({ id, kind, values, from, since, until }: WireFact): Fact[] {
    const said = { kind, values, since, source: 'city' as const };
    const checked = checkFact(said, clock.now().getTime());
    if (checked.ok) {
      const expiresAt =
        until !== undefined && until < checked.value.expiresAt ? until : checked.value.expiresAt;
      return [{ ...said, id, from, expiresAt }];
    }
    // Facts grow old: that is no fault of anybody's.
    if (checked.failure !== 'over-already')
      onFault(`health source ${name} says what cannot be taken: ${checked.failure}`);
    return [];
  }

  return {
    name,
    async factsOf({ personKey }) {
      if (personKey === null) return ok([]);
      const said = await service.call(`${url}/facts`, {
        body: { personKey },
        read: readFacts,
        lacks: 'facts',
      });
      return said.ok ? ok(said.value.flatMap(taken)) : said;
    },
    async changes(after) {
      const page = await service.call(`${url}/changes`, {
        body: { after },
        read: readChanges,
        lacks: 'changes',
      });
      if (!page.ok) return page;
      return page.value === 'cursor-unknown' ? fail('cursor-unknown') : ok(page.value);
    },
  };
}
