import { decodeBase64url, encodeBase64url } from '@contract/health-code/base64url';
import { signCredential, VALID_FOR } from '@contract/health-code/credential';
import { ed25519Signer, publicKeyOf, sha256, verifyEd25519 } from '@contract/health-code/noble';
import { checkPossession } from '@contract/health-code/possession';
import { verify } from '@contract/health-code/verify';
import { CallFailed, type Client } from '../../../src/miniprogram/backend/client';
import { createCodeKeeper } from '../../../src/miniprogram/backend/code-keeper';
import type { KeyValue } from '../../../src/miniprogram/backend/storage';

const hour = 3_600_000;
const county = { secret: new Uint8Array(32).fill(7), kid: new Uint8Array(8).fill(1) };

function storage(): KeyValue {
  const values = new Map<string, string>();
  return {
    get: <T>(key: string) =>
      Promise.resolve(values.has(key) ? (JSON.parse(values.get(key)!) as T) : undefined),
    set: (key, value) => Promise.resolve(void values.set(key, JSON.stringify(value))),
    remove: (key) => Promise.resolve(void values.delete(key)),
  };
}

/** A world with the server's time and a phone whose clock is off by `skew`. */
function world(skew = 0) {
  const state = { time: Date.UTC(2026, 10, 24, 6), online: true, skew };
  const calls: string[] = [];
  const client = {
    call(name: string, input: { body: { holderKey: string; step: number; possession: string } }) {
      if (!state.online) return Promise.reject(new CallFailed('offline'));
      calls.push(name);
      if (name === 'GET /v1/trust-list')
        return Promise.resolve({ publishedAt: new Date(state.time).toISOString() });
      const holderKey = decodeBase64url(input.body.holderKey)!;
      const signature = decodeBase64url(input.body.possession)!;
      const held = checkPossession(
        { holderKey, step: input.body.step, signature },
        state.time,
        verifyEd25519,
      );
      if (!held.ok) {
        const problem = { type: '', status: 422, code: held.failure, title: '', traceId: '' };
        return Promise.reject(new CallFailed('refused', problem));
      }
      const signer = { kid: county.kid, sign: ed25519Signer(county.secret) };
      const facts = { maskedName: '张*兰', colour: 'green' as const, confirmed: true };
      const times = { issuedAt: state.time, expiresAt: state.time + VALID_FOR };
      const status = { list: 0, index: 1 };
      const credential = signCredential({ county: '330106', status, holderKey, ...facts, ...times }, signer);
      if (!credential.ok) throw new Error(credential.failure);
      const iso = (ms: number) => new Date(ms).toISOString();
      return Promise.resolve({
        ...facts,
        credential: encodeBase64url(credential.value),
        issuedAt: iso(times.issuedAt),
        freshUntil: iso(state.time + 24 * hour),
        expiresAt: iso(times.expiresAt),
        serverTime: iso(state.time),
      });
    },
  } as unknown as Client;
  let seed = 1;
  const platform = {
    storage: storage(),
    randomBytes: (count: number) => Promise.resolve(new Uint8Array(count).fill(seed++)),
    now: () => state.time + state.skew,
  };
  const issuer = {
    kid: encodeBase64url(county.kid),
    county: '330106',
    alg: 'EdDSA' as const,
    key: encodeBase64url(publicKeyOf(county.secret)),
  };
  const gate = (code: string) =>
    verify(code, {
      now: state.time,
      trust: {
        publishedAt: new Date(state.time).toISOString(),
        issuers: [issuer],
        emergencies: [{ county: '330106', until: new Date(state.time + hour).toISOString() }],
      },
      status: () => ({ value: 0, age: 0 }),
      ed25519Verify: verifyEd25519,
      sha256,
    });
  return { state, calls, gate, open: () => createCodeKeeper({ client, platform }) };
}

describe('the phone’s code', () => {
  test.each([
    ['right', 0],
    ['four minutes slow', -4 * 60_000],
    ['a day fast', 24 * hour],
  ])('passes the gate from a phone whose clock is %s', async (_, skew) => {
    const { open, gate } = world(skew);
    const keeper = await open();
    await keeper.refreshIfDue();
    expect(gate(keeper.present(keeper.now())!)).toMatchObject({ result: 'pass', reason: 'green' });
  });

  test('shows with no network after a restart, and asks the server for nothing', async () => {
    const { open, gate, state, calls } = world();
    await (await open()).refreshIfDue();
    state.online = false;
    state.time += 10 * hour;
    const asked = calls.length;
    const keeper = await open();
    expect(gate(keeper.present(keeper.now())!)).toMatchObject({ result: 'pass' });
    expect(calls).toHaveLength(asked);
  });

  test('is renewed past half of its day, not before', async () => {
    const { open, state, calls } = world();
    const keeper = await open();
    await keeper.refreshIfDue();
    const asked = calls.length;
    state.time += 11 * hour;
    await keeper.refreshIfDue();
    expect(calls).toHaveLength(asked);
    state.time += 2 * hour;
    await keeper.refreshIfDue();
    expect(calls.length).toBeGreaterThan(asked);
  });

  test('a clock set since the last time is measured anew', async () => {
    const { open, gate, state } = world();
    const keeper = await open();
    await keeper.refreshIfDue();
    state.skew = 3 * hour;
    await keeper.refresh();
    expect(gate(keeper.present(keeper.now())!)).toMatchObject({ result: 'pass' });
  });

  test('a failed renewal leaves the old code standing', async () => {
    const { open, gate, state } = world();
    const keeper = await open();
    await keeper.refreshIfDue();
    state.online = false;
    state.time += 13 * hour;
    await expect(keeper.refreshIfDue()).rejects.toThrow(CallFailed);
    expect(gate(keeper.present(keeper.now())!)).toMatchObject({ result: 'pass' });
  });
});
