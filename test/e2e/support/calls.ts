import { randomUUID } from 'node:crypto';
import type { Stage } from './stage';

/** The API as another phone of a persona would call it, for what a journey does not look at. */
export function callsOn(stage: () => Stage) {
  async function ask<T>(
    token: string,
    path: string,
    body?: object,
    method = body ? 'POST' : 'GET',
  ): Promise<T> {
    const answer = await fetch(stage().address + path, {
      method,
      headers: {
        'idempotency-key': randomUUID(),
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    expect([path, answer.ok]).toEqual([path, true]);
    return (await answer.json()) as T;
  }
  const tokenOf = async (code: string): Promise<string> =>
    (await ask<{ token: string }>('', '/v1/sessions', { provider: 'demo', code })).token;
  return { ask, tokenOf };
}
