import { fail, ok, type Result } from '@contract/result';
import { readText } from './read-text';

export interface Said {
  status: number;
  headers: Headers;
  /** Parsed JSON; undefined where it is none. */
  body: unknown;
}

/**
 * One call and its answer, never repeated: for what must not happen twice.
 * - `unreached`: the call surely did not arrive
 * - `unclear`: it may have arrived; its answer did not
 */
export type Exchange = (
  url: string,
  init: { method: 'GET' | 'POST'; headers?: Record<string, string>; body?: string },
) => Promise<Result<Said, 'unreached' | 'unclear'>>;

/** Before a connection stands, nothing can have been said. */
const unconnected = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

/** @param onFault told of what an operator has to look at: nothing that was asked, nothing that was answered, no key */
export function createExchange({
  name,
  timeoutMs,
  mostBytes,
  onFault,
}: {
  name: string;
  timeoutMs: number;
  mostBytes: number;
  onFault(what: string): void;
}): Exchange {
  return async (url, init) => {
    try {
      const response = await fetch(url, {
        ...init,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const text = await readText(response, mostBytes);
      if (text === undefined) {
        onFault(`${name} answered more than ${mostBytes} bytes`);
        return fail('unclear');
      }
      return ok({ status: response.status, headers: response.headers, body: jsonOf(text) });
    } catch (error) {
      const { name: kind, cause } = error as { name?: unknown; cause?: { code?: unknown } };
      if (unconnected.includes(String(cause?.code))) {
        onFault(`${name} cannot be reached`);
        return fail('unreached');
      }
      onFault(`${name} ${kind === 'TimeoutError' ? 'did not answer in time' : 'was cut off'}`);
      return fail('unclear');
    }
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
