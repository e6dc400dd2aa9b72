import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { VerifyAnswer } from '../../../src/contract/api';
import { readStatusList } from '../../../src/contract/health-code/status-list';
import type { TrustList } from '../../../src/contract/health-code/trust-list';
import { verify } from '../../../src/contract/health-code/verify';
import { runAdmin } from '../../../src/backend/cli/admin/commands';
import { nodeSha256, nodeVerifiers } from '../../../src/backend/health-code-crypto';
import { describeOnEachDatabase } from '../../support/database';
import { movedClock } from '../../support/moved-clock';
import { testPhone } from '../../support/phone';
import { startTestApp, type TestApp } from '../../support/server';
import { addWorld, personaOf, type WorldRole } from '../../support/world';

const HOUR = 3_600_000;

jest.setTimeout(30_000);

describeOnEachDatabase('two deployments that trust each other', (open) => {
  const clock = movedClock();
  let here: TestApp;
  let there: TestApp;
  let people: Record<WorldRole, string>;
  let address: string;
  beforeAll(async () => {
    const start = async (county: string, log: string[] = []) => {
      const database = await open();
      people = await addWorld(database);
      await database.kysely.updateTable('person').set({ confirmed: true }).execute();
      const app = await startTestApp({ database, environment: { COUNTY: county }, options: { clock } });
      return { ...app, clock, log: [...log] };
    };
    here = await start('330106');
    there = await start('330203');
    const addresses = new Map<TestApp, string>();
    for (const app of [here, there])
      addresses.set(app, await app.server.listen({ host: '127.0.0.1', port: 0 }));
    address = addresses.get(there)!;
    await introduce(there, here, address);
    await introduce(here, there, addresses.get(here)!);
    await Promise.all([here, there].map((app) => app.ports.statusLists.fetchOthers()));
  });
  afterAll(async () => {
    await here.close();
    await there.close();
  });

  const trustList = async (app: TestApp) => (await app.call<TrustList>('GET /v1/trust-list')).body;

  /** What the people of one county hand to the other's: their part of the trust list, and where they are. */
  async function introduce(who: TestApp, to: TestApp, at: string, change: object = {}) {
    const { county } = who.ports.issuer;
    const issuers = (await trustList(who)).issuers.filter((issuer) => issuer.county === county);
    const file = Buffer.from(JSON.stringify({ county, address: at, issuers, ...change })).toString('base64');
    return runAdmin({ command: 'trust', args: ['add', 'file'], options: {}, file }, to.admin);
  }

  /** A verifier of one deployment, offline with what it fetched from its own backend alone. */
  async function offlineGate(app: TestApp) {
    clock.forward(1000);
    const trust = await trustList(app);
    const lists = new Map<string, ReturnType<typeof readStatusList>>();
    for (const id of trust.statusLists ?? []) {
      const { raw } = await app.call('GET /v1/status-lists/:id', { params: { id } });
      lists.set(id, readStatusList(raw, trust, nodeVerifiers));
    }
    return (code: string) =>
      verify(code, {
        now: clock.now().getTime(),
        trust,
        status({ county, list, index }) {
          const read = lists.get(`${county}-${list}`);
          const value = read?.ok ? read.value.valueAt(index) : undefined;
          if (!read?.ok || value === undefined) return 'missing';
          return { value, age: clock.now().getTime() - read.value.issuedAt };
        },
        verifiers: nodeVerifiers,
        sha256: nodeSha256,
      });
  }

  const online = async (app: TestApp, code: string) =>
    (await app.call<VerifyAnswer>('POST /v1/health-codes/verify', { body: { code } })).body;

  test('each other’s codes pass offline, and online', async () => {
    for (const [home, abroad] of [
      [here, there],
      [there, here],
    ] as const) {
      // prettier-ignore
      const mine = testPhone(clock, await home.as(personaOf('resident')), 51);
      const { body } = await mine.ask();
      const gate = await offlineGate(abroad);
      expect(gate(mine.show(body.credential))).toMatchObject({ result: 'pass', reason: 'green' });
      expect(await online(abroad, mine.show(body.credential))).toMatchObject({ result: 'pass' });
    }
  });

  test('a revocation in one reaches the other, signed by who issued', async () => {
    const mine = testPhone(clock, await there.as(personaOf('resident')), 52);
    const { body } = await mine.ask();
    await there.ports.codeRegistry.revokeBorne(people.resident, people.resident);
    expect(await online(here, mine.show(body.credential))).toMatchObject({ result: 'pass' });
    clock.forward(60_000);
    expect(await here.ports.statusLists.fetchOthers()).toEqual([]);
    expect(await online(here, mine.show(body.credential))).toMatchObject({
      result: 'stop',
      reason: 'revoked',
    });
    expect((await offlineGate(here))(mine.show(body.credential))).toMatchObject({ reason: 'revoked' });
    const passedOn = await here.call('GET /v1/status-lists/:id', { params: { id: '330203-0' } });
    const own = await there.call('GET /v1/status-lists/:id', { params: { id: '330203-0' } });
    expect(passedOn.raw.equals(own.raw)).toBe(true);
  });

  describe('when the other cannot be had', () => {
    let stub: Server;
    let answer: { status: number; body: Buffer | string; location?: string };
    beforeAll(async () => {
      stub = createServer((_, response) => {
        const { status, body, location } = answer;
        response.writeHead(status, location ? { location } : {}).end(body);
      });
      await new Promise<void>((listening) => stub.listen(0, '127.0.0.1', listening));
    });
    afterAll(async () => {
      await introduce(there, here, address);
      await new Promise((closed) => stub.close(closed));
    });

    test('its last list counts on with its age, until it is too old to say anything', async () => {
      const mine = testPhone(clock, await there.as(personaOf('resident')), 53);
      clock.forward(60_000);
      expect(await here.ports.statusLists.fetchOthers()).toEqual([]);
      const { raw: before } = await here.call('GET /v1/status-lists/:id', { params: { id: '330203-0' } });
      await introduce(there, here, `http://127.0.0.1:${(stub.address() as AddressInfo).port}`);

      const own = await there.ports.statusLists.token('330203-0');
      const ofAnother = await here.ports.statusLists.token('330106-0');
      const broken: [typeof answer, string][] = [
        [{ status: 500, body: '' }, 'status 500'],
        [{ status: 404, body: '' }, 'missing'],
        [{ status: 302, body: '', location: `${address}/v1/status-lists/330203-0` }, 'cannot be reached'],
        [{ status: 200, body: '' }, 'truncated'],
        [{ status: 200, body: '<html>' }, 'reserved'],
        [{ status: 200, body: own!.subarray(0, 90) }, 'truncated'],
        [{ status: 200, body: ofAnother! }, 'issuer-unknown'],
        [{ status: 200, body: Buffer.alloc(9 * 1024 * 1024) }, 'larger than any status list'],
      ];
      for (const [wrong, said] of broken) {
        answer = wrong;
        expect([said, await here.ports.statusLists.fetchOthers()]).toEqual([said, [`330203-0: ${said}`]]);
      }
      await introduce(there, here, 'http://127.0.0.1:1');
      expect(await here.ports.statusLists.fetchOthers()).toEqual(['330203-0: cannot be reached']);
      const { raw: after } = await here.call('GET /v1/status-lists/:id', { params: { id: '330203-0' } });
      expect(after.equals(before)).toBe(true);

      clock.forward(20 * HOUR);
      const { body } = await mine.ask();
      expect(await online(here, mine.show(body.credential))).toMatchObject({ result: 'pass' });
      clock.forward(5 * HOUR);
      const { body: next } = await mine.ask();
      expect(await online(here, mine.show(next.credential))).toMatchObject({ reason: 'status-stale' });
    });

    test('an older list never takes the place of a newer one', async () => {
      const old = await there.ports.statusLists.token('330203-0');
      clock.forward(HOUR);
      await introduce(there, here, address);
      expect(await here.ports.statusLists.fetchOthers()).toEqual([]);
      answer = { status: 200, body: old! };
      await introduce(there, here, `http://127.0.0.1:${(stub.address() as AddressInfo).port}`);
      expect(await here.ports.statusLists.fetchOthers()).toEqual(['330203-0: older than the last']);
    });
  });

  test('one that is no longer trusted: its codes and its lists are nobody’s here', async () => {
    const mine = testPhone(clock, await there.as(personaOf('resident')), 54);
    const { body } = await mine.ask();
    const removed = await runAdmin({ command: 'trust', args: ['remove', '330203'], options: {} }, here.admin);
    expect(removed.code).toBe(0);
    clock.forward(1000);
    expect((await trustList(here)).statusLists).toEqual(['330106-0']);
    expect((await online(here, mine.show(body.credential))).reason).toMatch(/^(issuer-unknown|key-newer)/);
    await introduce(there, here, address);
  });

  test('a file that does not fit is refused by what is wrong with it, and nothing of it is taken', async () => {
    const before = await here.admin.trust.deployments();
    const [issuer] = (await trustList(there)).issuers;
    for (const [change, said] of [
      [{ county: '330106' }, /^county: that is this deployment itself/],
      [{ county: '33' }, /^\/county: /],
      [{ address: 'http://linli.example.gov.cn' }, /^address: not an https/],
      [{ address: 'linli' }, /^address: not an https/],
      [{ issuers: [] }, /^\/issuers: /],
      [{ issuers: [{ ...issuer, key: 'A'.repeat(43) }] }, /^issuer .*: kid, key, county or a date/],
      [{ issuers: [{ ...issuer, kid: 'AAAA' }] }, /^issuer AAAA: kid, key, county or a date/],
      [{ issuers: [{ ...issuer, notAfter: 'soon' }] }, /^issuer .*: kid, key, county or a date/],
      [{ issuers: [{ ...issuer, county: '110101' }] }, /^issuer .*: kid, key, county or a date/],
      [{ more: 1 }, /^\/more: /],
    ] as const) {
      const { code, lines } = await introduce(there, here, address, change);
      expect([change, code, lines[0]]).toEqual([change, 1, expect.stringMatching(said)]);
    }
    expect(await here.admin.trust.deployments()).toEqual(before);
  });
});
