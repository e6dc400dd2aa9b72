import {
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleAll,
  handleType,
  isBrokenCircuitError,
  retry,
  wrap,
} from 'cockatiel';
import { fail, ok, type Result } from '@contract/result';
import { readText } from './read-text';

export interface Patience {
  timeoutMs: number;
  /** After the first try; only what may pass by itself is tried again. */
  retries: number;
  firstPauseMs: number;
  /** So many failures in a row, and the service is left alone for a while: who asks is told at once. */
  breakAfter: number;
  restMs: number;
}

export interface ServiceOptions {
  /** In the operator's words. */
  name: string;
  token: string;
  patience: Patience;
  /** An answer that is longer is none. */
  mostBytes: number;
  /** Told of what an operator has to look at: nothing that was asked, nothing that was answered, no token. */
  onFault(what: string): void;
}

export interface Service {
  /**
   * One call, with all patience.
   * @param body sent as JSON by `POST`
   * @param read what the answer says; undefined where it is none
   * @param lacks what an answer that is none lacks, for the operator
   */
  call<T>(
    url: string,
    { body, read, lacks }: { body: object; read: (answer: unknown) => T | undefined; lacks: string },
  ): Promise<Result<T, 'unavailable'>>;
}

/** An answer that is none, said without what was asked. */
class ServiceFault extends Error {}
/** Cut off, or busy: may be gone at the next try. A time-out is not tried again, since somebody stands and waits. */
class PassingFault extends ServiceFault {}

/** Somebody else's service over HTTP: JSON with a bearer token, a time-out, tries again, and a circuit breaker. */
export function createService({ name, token, patience, mostBytes, onFault }: ServiceOptions): Service {
  const { timeoutMs, retries, firstPauseMs, breakAfter, restMs } = patience;
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: restMs,
    breaker: new ConsecutiveBreaker(breakAfter),
  });
  breaker.onBreak(() => onFault(`${name} left alone for ${restMs / 1000} s`));
  const persistence = retry(handleType(PassingFault), {
    maxAttempts: retries,
    backoff: new ExponentialBackoff({ initialDelay: firstPauseMs }),
  });
  const policy = wrap(persistence, breaker);

  async function answered(url: string, body: object): Promise<unknown> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((error: unknown) => {
      if (isCalled(error, 'TimeoutError')) throw new ServiceFault(`${name} did not answer in time`);
      throw new PassingFault(`${name} cannot be reached`);
    });
    if (response.status >= 500) throw new PassingFault(`${name} answered ${response.status}`);
    if (!response.ok) throw new ServiceFault(`${name} answered ${response.status}`);
    const text = await textOf(response);
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw new ServiceFault(`${name} answered no JSON`);
    }
  }

  async function textOf(response: Response): Promise<string> {
    const text = await readText(response, mostBytes).catch((error: unknown) => {
      if (isCalled(error, 'TimeoutError')) throw new ServiceFault(`${name} did not answer in time`);
      throw new PassingFault(`${name} was cut off`);
    });
    if (text === undefined) throw new ServiceFault(`${name} answered more than ${mostBytes} bytes`);
    return text;
  }

  return {
    async call(url, { body, read, lacks }) {
      try {
        return ok(
          await policy.execute(async () => {
            const said = read(await answered(url, body));
            if (said === undefined) throw new ServiceFault(`${name} answered without ${lacks}`);
            return said;
          }),
        );
      } catch (error) {
        if (error instanceof ServiceFault) onFault(error.message);
        else if (!isBrokenCircuitError(error)) throw error;
        return fail('unavailable');
      }
    },
  };
}

const isCalled = (error: unknown, name: string): boolean =>
  (error as { name?: unknown } | undefined)?.name === name;
