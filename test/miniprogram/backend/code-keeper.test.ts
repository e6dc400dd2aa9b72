import { encodeBase64url } from '@contract/health-code/base64url';
import { publicKeyOf } from '@contract/health-code/noble';
import { CallFailed } from '../../../src/miniprogram/backend/client';
import type { KeptCode } from '../../../src/miniprogram/backend/kept-codes';
import { day, hour, me, member, minute, second, world } from './support/phone';

const passes = { result: 'pass', reason: 'green' };

describe('the phone’s code', () => {
  test.each([
    ['right', 0],
    ['four minutes slow', -4 * minute],
    ['a day fast', day],
    ['a year slow', -365 * day],
  ])('passes the gate from a phone whose clock is %s', async (_, skew) => {
    const { open, shown } = world({ skew });
    const keeper = await open();
    await keeper.refresh();
    expect(await shown(keeper)).toMatchObject(passes);
  });

  test('shows with no network after a restart, and asks the server for nothing', async () => {
    const { open, shown, state, calls } = world();
    await (await open()).refresh();
    state.online = false;
    state.time += 10 * hour;
    const asked = calls.length;
    const keeper = await open();
    expect(await shown(keeper)).toMatchObject(passes);
    expect(calls).toHaveLength(asked);
  });

  test.each([
    [11 * hour, 0],
    [13 * hour, 1],
  ])('after %d ms it is renewed %d times at the next opening', async (later, times) => {
    const { open, state, calls } = world();
    await (await open()).refresh();
    calls.length = 0;
    state.time += later;
    await (await open()).refresh();
    expect(calls.filter((call) => call.startsWith('POST'))).toHaveLength(times);
  });

  test('a failed renewal leaves the old code standing', async () => {
    const { open, shown, state } = world();
    const keeper = await open();
    await keeper.refresh();
    state.online = false;
    state.time += 13 * hour;
    await expect(keeper.refresh()).rejects.toThrow(CallFailed);
    expect(await shown(keeper)).toMatchObject(passes);
  });

  test('two askers at once are one call', async () => {
    const { open, calls } = world();
    const keeper = await open();
    await Promise.all([keeper.refresh(), keeper.refresh()]);
    expect(calls.filter((call) => call.startsWith('POST'))).toHaveLength(1);
  });

  test('who wants it anew at once gets it anew, though an ordinary round is under way', async () => {
    const { open, calls, state } = world();
    const keeper = await open();
    await keeper.refresh();
    state.time += minute;
    calls.length = 0;
    await Promise.all([keeper.refresh(), keeper.refresh(0)]);
    expect(calls.filter((call) => call.startsWith('POST'))).toHaveLength(1);
  });

  test('what another tab renewed is not thrown away by this one', async () => {
    const { open, shown, state } = world();
    const one = await open();
    await one.refresh();
    const other = await open();
    state.time += 8 * day;
    await other.refresh();
    await one.refresh();
    state.online = false;
    expect(await shown(await open())).toMatchObject(passes);
  });

  test('signing out leaves neither code nor key', async () => {
    const { open, keys } = world();
    const keeper = await open();
    await keeper.refresh();
    await keeper.forget();
    expect(keeper.codes()).toEqual([]);
    expect((await open()).codes()).toEqual([]);
    expect(keys.left()).toEqual([]);
  });
});

describe('its key', () => {
  test.each([
    ['younger than a week stays', 6.9 * day, 'key-1'],
    ['a week old is replaced, the old one thrown away', 7.1 * day, 'key-2'],
  ])('%s', async (_, later, name) => {
    const { open, shown, keys, state } = world();
    const keeper = await open();
    await keeper.refresh();
    state.time += later;
    await keeper.refresh();
    expect(keys.left()).toEqual([name]);
    expect(await shown(keeper)).toMatchObject(passes);
  });

  test('a week old is kept while there is no new credential: the code still shows', async () => {
    const { open, keys, state } = world();
    const keeper = await open();
    await keeper.refresh();
    state.time += 6.9 * day;
    await keeper.refresh();
    state.time += day;
    state.refuse = { status: 500, code: 'internal-error' };
    await expect(keeper.refresh()).rejects.toThrow(CallFailed);
    expect(keys.left()).toEqual(['key-1']);
    expect(await keeper.present(keeper.codes()[0]!, keeper.clock.now())).toMatch(/^LL1:/);
  });

  test('goes with its code, the family’s too, once the server says that no emergency is declared', async () => {
    const { open, keys, state, storage } = world({ family: [member()] });
    const keeper = await open();
    await keeper.refresh();
    expect(keeper.codes()).toHaveLength(2);
    state.time += day;
    state.refuse = { status: 409, code: 'no-emergency' };
    await expect(keeper.refresh()).rejects.toThrow(CallFailed);
    expect([keeper.codes(), keys.left(), storage.values.has('codes')]).toEqual([[], [], false]);
  });

  test('of an earlier version is taken over: the code shows offline, and is renewed with it', async () => {
    const { open, shown, state, storage, sign, keys } = world({ online: false });
    const secret = new Uint8Array(32).fill(42);
    const { personId: _, ...issued } = sign(me, publicKeyOf(secret)) as Record<string, unknown>;
    storage.values.set('health-code', { secret: encodeBase64url(secret), issued, clockOffset: 0 });
    const keeper = await open();
    expect(await shown(keeper)).toMatchObject(passes);
    expect(storage.values.has('health-code')).toBe(false);
    expect(JSON.stringify([...storage.values])).not.toContain(encodeBase64url(secret));
    state.online = true;
    state.time += 13 * hour;
    await keeper.refresh();
    expect(keeper.codes()[0]?.issued.personId).toBe(me);
    expect(keys.left()).toEqual(['key-1']);
  });
});

describe('the family’s codes', () => {
  test('each has a key of their own, mine first', async () => {
    const child = member({ id: 'r2', personId: 'person-child', calledAs: '小满', kind: 'guardian' });
    const { open, shown, keys } = world({ family: [member(), child] });
    const keeper = await open();
    await keeper.refresh();
    expect(keeper.codes().map(({ calledAs }) => calledAs)).toEqual([undefined, '妈妈', '小满']);
    expect(keys.left()).toHaveLength(3);
    for (const at of [0, 1, 2]) expect(await shown(keeper, at)).toMatchObject(passes);
  });

  test.each([
    ['may not show', member({ may: ['file', 'read'] })],
    ['waits for the community', member({ state: 'asked' })],
  ])('one I %s has none here', async (_, other) => {
    const { open, calls } = world({ family: [other] });
    const keeper = await open();
    await keeper.refresh();
    expect(keeper.codes()).toHaveLength(1);
    expect(calls).not.toContain('POST /v1/health-codes person-mum');
  });

  test('whoever ended it is gone from this phone at the next contact, key and all; without one they stay', async () => {
    const { open, state, keys } = world({ family: [member()] });
    const keeper = await open();
    await keeper.refresh();
    state.family = [];
    state.online = false;
    await expect(keeper.refresh()).rejects.toThrow(CallFailed);
    expect(keeper.codes()).toHaveLength(2);
    state.online = true;
    await keeper.refresh();
    expect(keeper.codes().map(({ issued }) => issued.personId)).toEqual([me]);
    expect(keys.left()).toEqual(['key-1']);
  });

  test('called otherwise by me, they are so at once', async () => {
    const { open, state } = world({ family: [member()] });
    const keeper = await open();
    await keeper.refresh();
    state.family = [member({ calledAs: '母亲' })];
    await keeper.refresh();
    expect(keeper.codes().map(({ calledAs }) => calledAs)).toEqual([undefined, '母亲']);
  });

  test('a name that changed is on the code at the next contact', async () => {
    const { open, state, calls } = world({ family: [member()] });
    const keeper = await open();
    await keeper.refresh();
    calls.length = 0;
    state.family = [member({ maskedName: '李*兰' })];
    await keeper.refresh();
    expect(calls).toEqual(['GET /v1/family', 'POST /v1/health-codes person-mum']);
  });
});

describe('a busy server', () => {
  test.each([
    ['says how long', '30', 30],
    ['does not say', undefined, 60],
  ])('that %s is left alone for longer than that, then asked again', async (_, retryAfter, seconds) => {
    const { open, state, calls } = world();
    const keeper = await open();
    state.refuse = { status: 503, code: 'overloaded', ...(retryAfter ? { retryAfter } : {}) };
    await expect(keeper.refresh()).rejects.toMatchObject({ code: 'overloaded' });
    const asked = calls.length;
    state.refuse = undefined;
    state.time += seconds * second;
    await expect(keeper.refresh()).rejects.toMatchObject({ code: 'overloaded' });
    expect(calls).toHaveLength(asked);
    state.time += keeper.busyFor();
    await keeper.refresh();
    expect(keeper.codes()).toHaveLength(1);
  });

  test('is not asked for the next of the family either', async () => {
    const { open, state, calls } = world({ family: [member()] });
    const keeper = await open();
    state.refuse = { status: 503, code: 'overloaded' };
    await expect(keeper.refresh()).rejects.toThrow();
    expect(calls).toHaveLength(1);
  });
});

describe('what came while the app was closed', () => {
  const keyOf = async (kept: KeptCode, keys: ReturnType<typeof world>['keys']) =>
    (await keys.keys.open(kept.key))!.publicKey;

  test('is shown at once where the key is still this phone’s', async () => {
    const { open, shown, state, keys, sign } = world();
    await (await open()).refresh();
    state.time += 20 * hour;
    state.online = false;
    const keeper = await open();
    const [kept] = keeper.codes();
    await keeper.take([sign(me, await keyOf(kept!, keys)) as never]);
    expect(Date.parse(keeper.codes()[0]!.issued.issuedAt)).toBe(state.time);
    expect(await shown(keeper)).toMatchObject(passes);
  });

  test('is left where the key is another, the code older, or the person unknown', async () => {
    const { open, state, keys, sign } = world();
    const keeper = await open();
    await keeper.refresh();
    const [kept] = keeper.codes();
    const key = await keyOf(kept!, keys);
    const foreign = sign(me, publicKeyOf(new Uint8Array(32).fill(9)));
    const stranger = sign('person-x', key);
    state.time -= hour;
    const older = sign(me, key);
    state.time += 2 * hour;
    const broken = { ...sign(me, key), credential: 'AAAA' };
    await keeper.take([foreign, stranger, older, broken] as never);
    expect(keeper.codes()).toEqual([kept]);
  });
});
