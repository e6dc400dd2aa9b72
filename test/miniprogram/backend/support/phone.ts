import type { FamilyMember } from '@contract/api';
import { decodeBase64url, encodeBase64url } from '@contract/health-code/base64url';
import type { Colour } from '@contract/health-code/colour';
import { signCredential, VALID_FOR } from '@contract/health-code/credential';
import { ed25519Signer, publicKeyOf, sha256, verifyEd25519 } from '@contract/health-code/noble';
import { checkPossession } from '@contract/health-code/possession';
import { verify } from '@contract/health-code/verify';
import { createClient, type Http } from '../../../../src/miniprogram/backend/client';
import { type CodeKeeper, createCodeKeeper } from '../../../../src/miniprogram/backend/code-keeper';
import type { HolderKeys } from '../../../../src/miniprogram/backend/holder-key';
import { createServerClock, measuring } from '../../../../src/miniprogram/backend/server-clock';
import type { KeyValue } from '../../../../src/miniprogram/backend/storage';

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

const county = { secret: new Uint8Array(32).fill(7), kid: new Uint8Array(8).fill(1) };
export const me = 'person-me';

export function storageOf(values = new Map<string, unknown>()): KeyValue & { values: Map<string, unknown> } {
  return {
    values,
    get: <T>(key: string) => Promise.resolve(structuredClone(values.get(key)) as T | undefined),
    set: (key, value) => Promise.resolve(void values.set(key, structuredClone(value))),
    remove: (key) => Promise.resolve(void values.delete(key)),
    keys: () => Promise.resolve([...values.keys()]),
  };
}

/** Keys of this phone; `made` counts them, `left` are those still kept. */
function keysOf() {
  const secrets = new Map<string, Uint8Array>();
  let made = 0;
  const adopt = (secret: Uint8Array): Promise<string> => {
    const name = `key-${(made += 1)}`;
    secrets.set(name, secret);
    return Promise.resolve(name);
  };
  const keys: HolderKeys = {
    make: () => adopt(new Uint8Array(32).fill(100 + made)),
    adopt,
    open(name) {
      const secret = secrets.get(name);
      return Promise.resolve(
        secret && {
          publicKey: publicKeyOf(secret),
          sign: (message) => Promise.resolve(ed25519Signer(secret)(message)),
        },
      );
    },
    remove: (name) => Promise.resolve(void secrets.delete(name)),
  };
  return { keys, made: () => made, left: () => [...secrets.keys()] };
}

export interface World {
  state: {
    /** The server's clock. */
    time: number;
    /** This phone's clock minus the server's. */
    skew: number;
    /** One way of a call takes so long. */
    way: number;
    online: boolean;
    family: FamilyMember[];
    colour: Colour;
    refuse?: { status: number; code: string; retryAfter?: string } | undefined;
  };
  /** Calls that reached the server: "POST /v1/health-codes person-mum". */
  calls: string[];
  keys: ReturnType<typeof keysOf>;
  storage: ReturnType<typeof storageOf>;
  /** What a gate says, by the server's clock. */
  gate(code: string | undefined): { result: string; reason: string };
  /** What the phone's code says at a gate now. */
  shown(keeper: CodeKeeper, at?: number): Promise<{ result: string; reason: string }>;
  sign(personId: string, holderKey: Uint8Array): object;
  open(): Promise<CodeKeeper>;
}

/** A server with a clock, and a phone with one of its own. */
export function world(start: Partial<World['state']> = {}): World {
  const state: World['state'] = {
    time: Date.UTC(2026, 10, 24, 6),
    skew: 0,
    way: 0,
    online: true,
    family: [],
    colour: 'green',
    ...start,
  };
  const calls: string[] = [];
  const iso = (ms: number): string => new Date(ms).toISOString();
  const began = state.time;

  function sign(personId: string, holderKey: Uint8Array): object {
    const issuedAt = Math.floor(state.time / second) * second;
    const facts = { maskedName: '张*兰', colour: state.colour, confirmed: true };
    const times = { issuedAt, expiresAt: issuedAt + VALID_FOR };
    const status = { list: 0, index: 1 };
    const signed = signCredential(
      { county: '330106', status, holderKey, ...facts, ...times },
      { kid: county.kid, sign: ed25519Signer(county.secret) },
    );
    if (!signed.ok) throw new Error(signed.failure);
    return {
      ...facts,
      personId,
      credential: encodeBase64url(signed.value),
      issuedAt: iso(issuedAt),
      freshUntil: iso(issuedAt + day),
      expiresAt: iso(times.expiresAt),
      serverTime: iso(state.time),
    };
  }
  function answer(name: string, body: string | undefined): { status: number; body: object } {
    if (name === 'GET /v1/family') return { status: 200, body: { members: state.family, helpers: [] } };
    const asked = JSON.parse(body ?? '{}') as {
      personId?: string;
      holderKey: string;
      step: number;
      possession: string;
    };
    const holderKey = decodeBase64url(asked.holderKey) ?? new Uint8Array();
    const signature = decodeBase64url(asked.possession) ?? new Uint8Array();
    const held = checkPossession({ holderKey, step: asked.step, signature }, state.time, verifyEd25519);
    if (!held.ok) return { status: 422, body: { status: 422, code: held.failure } };
    return { status: 201, body: sign(asked.personId ?? me, holderKey) };
  }
  const http = {
    request({ method, url, body }) {
      if (!state.online) return Promise.reject(new Error('no network'));
      const name = `${method} ${url}`;
      const { personId = '' } = JSON.parse(body ?? '{}') as { personId?: string };
      calls.push(`${name} ${personId}`.trim());
      state.time += state.way;
      const refused = state.refuse;
      const { status, body: given } = refused
        ? { status: refused.status, body: { status: refused.status, code: refused.code } }
        : answer(name, body);
      const date = new Date(state.time).toUTCString();
      state.time += state.way;
      return Promise.resolve({ status, body: JSON.stringify(given), date, retryAfter: refused?.retryAfter });
    },
  } as Http;

  const keys = keysOf();
  const storage = storageOf();
  const platform = {
    storage,
    holderKeys: keys.keys,
    now: () => state.time + state.skew,
    elapsed: () => state.time - began,
    random: () => 0.5,
  };
  const issuer = {
    kid: encodeBase64url(county.kid),
    county: '330106',
    alg: 'EdDSA' as const,
    key: encodeBase64url(publicKeyOf(county.secret)),
  };
  const gate: World['gate'] = (code = '') =>
    verify(code, {
      now: state.time,
      trust: {
        publishedAt: iso(state.time),
        issuers: [issuer],
        emergencies: [{ county: '330106', until: iso(state.time + hour) }],
      },
      status: () => ({ value: 0, age: 0 }),
      verifiers: { EdDSA: verifyEd25519 },
      sha256,
    });
  return {
    state,
    calls,
    keys,
    storage,
    gate,
    sign,
    async shown(keeper, at = 0) {
      const kept = keeper.codes()[at];
      return gate(kept && (await keeper.present(kept, keeper.clock.now())));
    },
    async open() {
      const clock = await createServerClock(platform);
      const client = createClient({
        http: measuring(http, clock, platform.elapsed),
        baseUrl: '',
        token: () => 'token',
        onSignedOut: () => undefined,
      });
      return createCodeKeeper({ client, clock, platform });
    },
  };
}

export const member = (more: Partial<FamilyMember> = {}): FamilyMember => ({
  id: 'relation-mum',
  personId: 'person-mum',
  kind: 'helper',
  calledAs: '妈妈',
  maskedName: '张*兰',
  confirmed: true,
  may: ['show'],
  state: 'active',
  endsOn: null,
  ...more,
});
