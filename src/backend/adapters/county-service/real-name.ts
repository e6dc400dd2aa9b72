import { dayAt } from '@contract/calendar-day';
import { readDocumentNumber } from '@contract/person/document-number';
import { fail, ok } from '@contract/result';
import type { Clock } from '../../ports/clock';
import type { RealName } from '../../ports/real-name';
import type { PersonKeyMaker } from '../embedded/real-name/person-key';
import { createService, type Patience } from '../http-service/service';

export interface RealNameServiceSettings {
  url: string;
  token: string;
}

const patienceAtTheDesk: Patience = {
  timeoutMs: 3000,
  retries: 2,
  firstPauseMs: 200,
  breakAfter: 5,
  restMs: 30_000,
};

/**
 * The county's real-name service: `POST {name, documentNumber}` as JSON with a bearer token, answered by
 * `{match: boolean}`. The number goes there and nowhere else.
 * @param onFault told of what an operator has to look at: no name, no number, no token
 */
export function createRealNameService(
  { url, token }: RealNameServiceSettings,
  {
    personKey,
    clock,
    onFault,
    patience = {},
  }: {
    personKey: PersonKeyMaker;
    clock: Clock;
    onFault: (what: string) => void;
    patience?: Partial<Patience>;
  },
): RealName {
  const service = createService({
    name: 'real-name service',
    token,
    patience: { ...patienceAtTheDesk, ...patience },
    mostBytes: 65_536,
    onFault,
  });

  return {
    async recognise({ name, documentNumber }) {
      const read = readDocumentNumber(documentNumber, dayAt(clock.now().getTime()));
      if (!read.ok) return read;
      const { plain, bornOn } = read.value;
      const body = { name, documentNumber: plain };
      const match = await service.call(url, { body, read: matchOf, lacks: 'match' });
      if (!match.ok) return match;
      return match.value ? ok({ personKey: personKey(plain), bornOn }) : fail('name-not-of-document');
    },
  };
}

function matchOf(body: unknown): boolean | undefined {
  const match = typeof body === 'object' && body !== null ? (body as { match?: unknown }).match : undefined;
  return typeof match === 'boolean' ? match : undefined;
}
