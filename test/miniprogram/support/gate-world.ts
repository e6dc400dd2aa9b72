import type { Credential } from '@contract/health-code/credential';
import type { StatusValue } from '@contract/health-code/verify';
import { CallFailed, type Client } from '../../../src/miniprogram/backend/client';
import { createGateLists } from '../../../src/miniprogram/backend/gate-lists';
import { county, credentialOf, keysOf, presented, statusListAt, trustListAt } from '../../support/county';
import { memoryStorage } from './storage';

export const HOUR = 3_600_000;
export const START = Date.UTC(2026, 10, 24, 6, 0, 0);
export const stranger = keysOf(8);

/** A county's server, its network, and a gate's phone. */
export function gateWorld() {
  const state = {
    time: START,
    /** By how much the device's clock was set wrong since it was measured, ms. */
    skew: 0,
    online: true,
    revokedAt: undefined as string | undefined,
    emergencies: [{ county: '330106', until: new Date(START + 90 * 24 * HOUR).toISOString() }],
    statusLists: ['330106-0'],
    /** What became of places since. */
    set: [] as { index: number; status: StatusValue }[],
    signer: county,
    /** How old the server's list is when it gives it out, ms. */
    listAge: 0,
    /** The name under which the server serves the list. */
    servedAs: '330106-0',
  };
  const asked: string[] = [];
  const storage = memoryStorage();
  const client = {
    call(name: string) {
      asked.push(name);
      if (!state.online) return Promise.reject(new CallFailed('offline'));
      const { revokedAt, emergencies, statusLists } = state;
      return Promise.resolve(
        trustListAt(state.time, { emergencies, statusLists, ...(revokedAt ? { revokedAt } : {}) }),
      );
    },
    statusList(id: string, etag?: string) {
      asked.push(`${id} ${etag ?? 'any'}`);
      if (!state.online) return Promise.reject(new CallFailed('offline'));
      if (id !== state.servedAs) {
        const problem = { type: '', status: 404, code: 'not-found' as const, title: '', traceId: '' };
        return Promise.reject(new CallFailed('refused', problem));
      }
      const tag = JSON.stringify(state.set);
      if (etag === tag) return Promise.resolve('unchanged');
      const bytes = statusListAt(state.time - state.listAge, state.set, state.signer);
      return Promise.resolve({ bytes, etag: tag });
    },
  } as unknown as Client;
  const now = () => state.time + state.skew;
  return {
    state,
    asked,
    storage,
    now,
    /** The code of a phone at a moment of server time. */
    codeOf: (change: Partial<Credential> = {}, shownAt = state.time): string =>
      presented(credentialOf(START, change), shownAt),
    open: () => createGateLists({ client, storage, now, random: () => 0.5 }),
  };
}
