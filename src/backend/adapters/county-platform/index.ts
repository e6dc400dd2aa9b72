import { fail, ok } from '@contract/result';
import type { Clock } from '../../ports/clock';
import type { OutsideDesk, Taken } from '../../ports/outside-desk';
import type { RequestDeskSettings } from '../../settings';
import { createExchange } from '../http-service/exchange';
import { saidOutside } from '../http-service/said-outside';
import { headersOf, verifySignature } from './signature';
import { readReason, readStanding, readTaken } from './wire';

/**
 * A county's platform over REST, as docs/connect.md says: both sides sign every call with one key, and our id is the key by
 * which a matter sent twice is one. What happens there it calls back; what was missed is in its answer when it is asked.
 */
export function createCountyPlatform(
  { name, title, url, key: secret }: RequestDeskSettings,
  {
    clock,
    onFault,
    timeoutMs = 20_000,
  }: { clock: Clock; onFault: (what: string) => void; timeoutMs?: number },
): OutsideDesk {
  const key = Buffer.from(secret, 'base64');
  const exchange = createExchange({ name: `desk ${name}`, timeoutMs, mostBytes: 262_144, onFault });
  const signed = (id: string, body: string) => ({
    'content-type': 'application/json',
    ...headersOf(key, id, clock.now(), body),
  });
  const odd = (status: number, to: string) => onFault(`desk ${name} answered ${status} to ${to}`);

  return {
    name,
    title,
    protocol: 'rest',
    async send({ id, mark, serviceCode, answers, description, place, filedAt }) {
      const body = JSON.stringify({
        id,
        number: mark,
        category: serviceCode,
        answers,
        description,
        place,
        filedAt: filedAt.toISOString(),
      });
      const said = await exchange(`${url}/matters`, { method: 'POST', headers: signed(id, body), body });
      if (!said.ok) return fail(said.failure === 'unreached' ? 'unavailable' : 'unknown');
      const { status, body: answer } = said.value;
      const taken = status === 200 || status === 201 ? readTaken(answer) : undefined;
      if (taken) return ok(onlyTaken(taken));
      odd(status, 'a new matter');
      const reason = status === 422 ? saidOutside(readReason(answer)) : undefined;
      if (reason !== undefined) return { ok: false, failure: 'refused', reason };
      return fail(status >= 400 && status < 500 ? 'unavailable' : 'unknown');
    },
    async standing(id) {
      const said = await exchange(`${url}/matters/${encodeURIComponent(id)}`, {
        method: 'GET',
        headers: signed(id, ''),
      });
      if (!said.ok) return fail('unavailable');
      const standing = said.value.status === 200 ? readStanding(said.value.body) : undefined;
      if (!standing) {
        odd(said.value.status, 'where a matter stands');
        return fail('unavailable');
      }
      const steps = standing.steps.map(({ words: text, at, ...step }) => {
        const words = saidOutside(text);
        return { ...step, at: new Date(at), ...(words === undefined ? {} : { words }) };
      });
      return ok({ ...onlyTaken(standing), steps });
    },
    verify: (call) => verifySignature(key, call, clock.now()),
  };
}

const onlyTaken = ({ reference, number }: Taken): Taken => ({
  reference,
  ...(number === undefined ? {} : { number }),
});
