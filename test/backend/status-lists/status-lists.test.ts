import type { IssuedCode, VerifyAnswer } from '../../../src/contract/api';
import { decodeBase64url } from '../../../src/contract/health-code/base64url';
import { decodeCredential } from '../../../src/contract/health-code/credential';
import { readStatusList } from '../../../src/contract/health-code/status-list';
import type { TrustList } from '../../../src/contract/health-code/trust-list';
import { verify } from '../../../src/contract/health-code/verify';
import { nodeSha256, nodeVerifiers } from '../../../src/backend/health-code-crypto';
import { describeOnEachDatabase } from '../../support/database';
import { testPhone } from '../../support/phone';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, personaOf, type WorldRole } from '../../support/world';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const list0 = { params: { id: '330106-0' } };

jest.setTimeout(30_000);

describeOnEachDatabase('published status lists', (open) => {
  let app: TestApp;
  let people: Record<WorldRole, string>;
  let resident: CallEndpoint;
  beforeAll(async () => {
    const database = await open();
    people = await addWorld(database);
    await database.kysely.updateTable('person').set({ confirmed: true }).execute();
    app = await startTestApp({ database });
    resident = await app.as(personaOf('resident'));
  });
  afterAll(() => app.close());

  const trustList = async () => (await app.call<TrustList>('GET /v1/trust-list')).body;

  /** A verifier that asks every 240 s, through a cache on the way that keeps what it may. */
  function checkpoint() {
    let trust: TrustList;
    let lists = new Map<string, ReturnType<typeof readStatusList>>();
    const cache = new Map<string, { at: number; raw: Buffer }>();
    async function fetchList(id: string): Promise<Buffer> {
      const now = app.clock.now().getTime();
      const kept = cache.get(id);
      const { headers, raw } = await app.call('GET /v1/status-lists/:id', { params: { id } });
      const maxAge = Number(/max-age=(\d+)/.exec(String(headers['cache-control']))?.[1]) * 1000;
      if (kept && now - kept.at < maxAge) return kept.raw;
      cache.set(id, { at: now, raw });
      return raw;
    }
    return {
      /** Somebody else asks at this moment: the cache may answer from that for a while. */
      fillCache: () => fetchList('330106-0'),
      async poll() {
        trust = await trustList();
        lists = new Map();
        for (const id of trust.statusLists ?? [])
          lists.set(id, readStatusList(await fetchList(id), trust, nodeVerifiers));
      },
      verify: (code: string) =>
        verify(code, {
          now: app.clock.now().getTime(),
          trust,
          status({ county, list, index }) {
            const read = lists.get(`${county}-${list}`);
            const value = read?.ok ? read.value.valueAt(index) : undefined;
            if (!read?.ok || value === undefined) return 'missing';
            return { value, age: app.clock.now().getTime() - read.value.issuedAt };
          },
          verifiers: nodeVerifiers,
          sha256: nodeSha256,
        }),
    };
  }

  const placeOf = ({ credential }: IssuedCode) => {
    const read = decodeCredential(decodeBase64url(credential)!);
    if (!read.ok) throw new Error(read.failure);
    return read.value.credential.status;
  };

  test.each([
    ['a revocation', (id: string) => app.ports.codeRegistry.revokeBorne(id, id), 'revoked'],
    ['a turn to yellow', (id: string) => app.ports.codeRegistry.lower([id], 'yellow'), 'lowered-to-yellow'],
    ['a turn to red', (id: string) => app.ports.codeRegistry.lower([id], 'red'), 'lowered-to-red'],
  ] as const)(
    '%s is known at once here, and within five minutes to whoever asks every four',
    async (_, act, reason) => {
      const mine = testPhone(app.clock, resident, 41);
      const { body } = await mine.ask();
      const gate = checkpoint();
      await gate.poll();
      expect(gate.verify(mine.show(body.credential))).toMatchObject({ result: 'pass' });

      // The worst case: built, cached and asked just before it happens.
      await act(people.resident);
      const { body: here } = await app.call<VerifyAnswer>('POST /v1/health-codes/verify', {
        body: { code: mine.show(body.credential) },
      });
      expect(here.reason).toBe(reason);
      let waited = 0;
      const wait = (ms: number): void => {
        app.clock.forward(ms);
        waited += ms;
      };
      // Just before the list is built anew somebody has the old one put into the cache, and just before that goes we ask.
      wait(29_000);
      await gate.fillCache();
      wait(29_000);
      await gate.poll();
      while (gate.verify(mine.show(body.credential)).reason !== reason) {
        wait(240_000);
        await gate.poll();
        expect(waited).toBeLessThanOrEqual(5 * MINUTE);
      }
    },
  );

  test('is the same bytes while it says the same, and whoever has it is told so', async () => {
    app.clock.forward(HOUR);
    const first = await app.call('GET /v1/status-lists/:id', list0);
    expect([first.status, first.headers['content-type'], first.headers['cache-control']]).toEqual([
      200,
      'application/statuslist+cwt',
      'public, max-age=30',
    ]);
    app.clock.forward(MINUTE);
    const etag = String(first.headers['etag']);
    for (const had of [etag, `"other", ${etag}`, `W/${etag}`, '*']) {
      const again = await app.call('GET /v1/status-lists/:id', {
        ...list0,
        headers: { 'if-none-match': had },
      });
      expect([again.status, again.raw.length, again.headers['etag']]).toEqual([304, 0, etag]);
    }
    // Signed anew before its age could worry a verifier that goes offline.
    app.clock.forward(10 * MINUTE);
    const young = await app.call('GET /v1/status-lists/:id', {
      ...list0,
      headers: { 'if-none-match': etag },
    });
    expect(young.status).toBe(200);
    const read = readStatusList(young.raw, await trustList(), nodeVerifiers);
    if (!read.ok) throw new Error(read.failure);
    expect(app.clock.now().getTime() - read.value.issuedAt).toBeLessThan(1000);
    expect(read.value.expiresAt! - read.value.issuedAt).toBeLessThanOrEqual(24 * HOUR);
  });

  test('the trust list names them, and is the same while it says the same', async () => {
    const first = await app.call<TrustList>('GET /v1/trust-list');
    expect(first.body.statusLists).toEqual(['330106-0']);
    const headers = { 'if-none-match': String(first.headers['etag']) };
    app.clock.forward(MINUTE);
    expect((await app.call('GET /v1/trust-list', { headers })).status).toBe(304);
    await app.admin.keyRing.rotate();
    expect((await app.call('GET /v1/trust-list', { headers })).status).toBe(200);
  });

  test('says nothing of places that mean nobody, and there are no other lists', async () => {
    const { body } = await testPhone(app.clock, resident, 42).ask();
    app.clock.forward(MINUTE);
    const { raw } = await app.call('GET /v1/status-lists/:id', list0);
    const read = readStatusList(raw, await trustList(), nodeVerifiers);
    if (!read.ok) throw new Error(read.failure);
    const { index } = placeOf(body);
    expect([read.value.valueAt(index), read.value.valueAt(2 ** 20)]).toEqual([0, undefined]);
    for (const id of ['330106-1', '330203-0'])
      expect((await app.call('GET /v1/status-lists/:id', { params: { id } })).status).toBe(404);
    expect((await app.call('GET /v1/status-lists/:id', { params: { id: 'x' } })).status).toBe(400);
  });
});
