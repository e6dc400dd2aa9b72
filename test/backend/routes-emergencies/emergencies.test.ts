import type { IssuedCode, OutputOf } from '@contract/api';
import type { Problem } from '../../../src/contract/errors';
import { encodePresentation } from '../../../src/contract/health-code/presentation';
import { decodeBase64url } from '../../../src/contract/health-code/base64url';
import { runAdmin } from '../../../src/backend/cli/admin/commands';
import { describeOnEachDatabase } from '../../support/database';
import { eventually } from '../../support/eventually';
import { addPerson, confirmPeople } from '../../support/people';
import { showOn } from '../../support/scenarios';
import { type CallEndpoint, startTestApp, type TestApp } from '../../support/server';
import { addWorld, community, personaOf, type WorldRole } from '../../support/world';

const day = 86_400_000;
type Emergencies = OutputOf<'GET /v1/emergencies'>;

describeOnEachDatabase('an emergency', (open) => {
  let app: TestApp;
  let first: CallEndpoint;
  let second: CallEndpoint;
  let resident: CallEndpoint;
  let ids: Record<WorldRole, string>;
  beforeAll(async () => {
    const database = await open();
    app = await startTestApp({ database, emergency: false });
    ids = await addWorld(database);
    await confirmPeople(database, [ids.resident]);
    await addPerson(database, 'county-2', { confirmed: true, grants: [{ role: 'officer', node: '330106' }] });
    await addPerson(database, 'unseen', { grants: [{ role: 'officer', node: '330106' }] });
    first = await app.as(personaOf('county-officer'));
    second = await app.as('county-2');
    resident = await app.as(personaOf('resident'));
  });
  afterAll(() => app.close());

  const terms = (days: number) => ({
    level: 'II',
    legalBasis: { zh: '浙政发〔2026〕12 号', en: 'Provincial notice 2026/12' },
    gateKinds: ['estate'],
    endsAt: new Date(app.clock.now().getTime() + days * day).toISOString(),
  });
  const body = (days = 30) => ({ terms: terms(days), reason: '有人发病' });
  const told = async (): Promise<Emergencies> => (await app.call<Emergencies>('GET /v1/emergencies')).body;
  const sign = (by: CallEndpoint, proposalId: string) =>
    by<Problem>('POST /v1/proposals/:id/signature', { params: { id: proposalId } });
  async function agreed(name: 'POST /v1/emergencies' | 'POST /v1/emergencies/:id/end', call: object) {
    const proposed = await first<{ proposalId: string } & Problem>(name, call);
    expect([name, proposed.status, proposed.body.code]).toEqual([name, 201, undefined]);
    const signed = await sign(second, proposed.body.proposalId);
    expect(signed.status).toBeLessThan(300);
  }
  const verdict = async (code: string) =>
    (await app.call<{ result: string; reason: string }>('POST /v1/health-codes/verify', { body: { code } }))
      .body;
  const codeOf = ({ credential }: IssuedCode): string =>
    encodePresentation(decodeBase64url(credential) ?? new Uint8Array());

  test('outside one nobody gets a code, on a phone or on paper, and everybody passes', async () => {
    expect(await told()).toEqual({});
    expect(await showOn(app, resident)).toMatchObject({ status: 409, body: { code: 'no-emergency' } });
    expect(await verdict('whatever')).toMatchObject({ result: 'pass', reason: 'no-emergency' });
    const trust = await app.call<{ emergencies: unknown[] }>('GET /v1/trust-list');
    expect(trust.body.emergencies).toEqual([]);
  });

  test('outside one nothing that belongs to it is taken in: no fact, paper, duty, exposure notice or appeal', async () => {
    const officer = await app.as(personaOf('officer'));
    const now = app.clock.now().toISOString();
    const from = { zh: '社区卫生站', en: 'Community clinic' };
    const fact = { kind: 'positive-test', values: { method: 'pcr' }, since: now, from };
    const act = { kind: 'fact', personId: ids.resident, fact };
    const { body: venue } = await officer<{ id: string }>('POST /v1/venues', {
      body: { name: '桂语菜场', node: community },
    });
    const advice = { zh: '留意体温', en: 'Watch your temperature' };
    const refused = await Promise.all([
      officer<Problem>('POST /v1/proposals', { body: { act, reason: '流调名单' } }),
      officer<Problem>('POST /v1/paper-codes', { body: { personId: ids.resident } }),
      officer<Problem>('POST /v1/exposure-notices', {
        body: { venueId: venue.id, from: now, until: now, advice },
      }),
      (await app.as(personaOf('checkpoint')))<Problem>('POST /v1/checkpoint-duties', { body: {} }),
      resident<Problem>('POST /v1/appeals', { body: { words: '不是我' } }),
    ]);
    expect(refused.map(({ body: { code } }) => code)).toEqual(refused.map(() => 'no-emergency'));
    expect(await app.ports.facts.of(ids.resident)).toEqual([]);
  });

  test.each<[string, Partial<ReturnType<typeof terms>>, number]>([
    ['of more than ninety days', { endsAt: '2027-11-24T02:00:00.000Z' }, 422],
    ['that is over already', { endsAt: '2026-11-23T02:00:00.000Z' }, 422],
    ['on no document', { legalBasis: { zh: ' ', en: ' ' } }, 422],
    ['at hospitals', { gateKinds: ['hospital'] }, 400],
    ['of a level that is none', { level: 'V' }, 400],
  ])('is not proposed %s', async (_, change, status) => {
    const refused = await first<Problem>('POST /v1/emergencies', {
      body: { terms: { ...terms(1), ...change }, reason: '试' },
    });
    expect(refused.status).toBe(status);
    if (status === 422) expect(refused.body.code).toBe('emergency-terms-refused');
    expect(await told()).toEqual({});
  });

  test('takes two confirmed officers of the county: not one, not a community’s, not an unconfirmed one', async () => {
    const { body: filed } = await first<{ proposalId: string }>('POST /v1/emergencies', { body: body() });
    expect(await told()).toEqual({});
    const tried = async (by: string) => (await sign(await app.as(by), filed.proposalId)).body.code;
    expect(await tried(personaOf('county-officer'))).toBe('own-proposal');
    expect(await tried('unseen')).toBe('name-not-confirmed');
    expect(await tried(personaOf('officer'))).toMatch(/outside-your-place|not-found/);
    expect(await told()).toEqual({});
    expect((await sign(second, filed.proposalId)).status).toBeLessThan(300);
    expect(await told()).toMatchObject({
      inForce: { state: 'in-force', county: '330106', level: 'II', gateKinds: ['estate'], renewals: [] },
    });
    const lines = (await app.ports.auditLog.lines(0, 100, { withPersonal: false })).join('\n');
    expect(lines).toContain('emergency-opened');
  });

  test('ended, lets everybody pass at once and is deleted by a job; an old code is not good in the next one', async () => {
    const { body: issued, status } = await showOn(app, resident);
    expect(status).toBe(201);
    // What the trust list says is looked up again after a second.
    app.clock.forward(2000);
    expect((await verdict(codeOf(issued))).reason).toBe('proof-missing');
    const id = (await told()).inForce?.id ?? '';
    await agreed('POST /v1/emergencies/:id/end', { params: { id }, body: { reason: '过去了' } });
    app.clock.forward(2000);
    expect(await verdict(codeOf(issued))).toMatchObject({ result: 'pass', reason: 'no-emergency' });
    expect(await showOn(app, resident)).toMatchObject({ status: 409, body: { code: 'no-emergency' } });
    await eventually(async () => {
      expect((await told()).last).toMatchObject({ id, state: 'deleted', record: { counts: { codes: 1 } } });
    });
    const answers = await Promise.all([
      first<Problem>('POST /v1/emergencies/:id/end', { params: { id }, body: { reason: '再来' } }),
      first<Problem>('POST /v1/emergencies/:id/renewals', { params: { id }, body: body() }),
    ]);
    expect(answers.map(({ body: { code } }) => code)).toEqual(['emergency-not-so', 'emergency-not-so']);

    await agreed('POST /v1/emergencies', { body: body() });
    app.clock.forward(2000);
    expect((await verdict(codeOf(issued))).reason).toBe('expired');
    const fresh = await showOn(app, resident);
    expect((await verdict(codeOf(fresh.body))).reason).toBe('proof-missing');
  });

  test('that nobody renews is over at its end', async () => {
    app.clock.forward(31 * day);
    expect((await told()).inForce).toBeUndefined();
    expect(await verdict('whatever')).toMatchObject({ reason: 'no-emergency' });
  });

  test('is proposed from the command line too, for a second to sign at the desk', async () => {
    await app.ports.emergencies.deleteEnded();
    const staff = { staffNumber: 'QX01', name: '陆文涛', role: 'officer' as const, node: '330106', workPhone: '0571-5550-0001', hours: '' }; // prettier-ignore
    await app.admin.register.putStaff([staff], 'test');
    const person = await app.admin.register.find('QX01');
    await app.database.kysely.updateTable('person').set({ confirmed: true }).where('id', '=', person?.id ?? '').execute(); // prettier-ignore
    const run = (args: string[], options: Record<string, string> = {}) =>
      runAdmin({ command: 'emergency', args, options }, app.admin);
    expect((await run(['status'])).lines[0]).toBe('no emergency is in force: nobody needs a code');
    const until = new Date(app.clock.now().getTime() + 10 * day).toISOString().slice(0, 10);
    const options = { as: 'QX01', level: 'I', basis: '文件', 'basis-en': 'A document', gates: 'estate,school', until, reason: '试' }; // prettier-ignore
    for (const [wrong, line] of [
      [{ as: 'nobody' }, /--as/],
      [{ level: 'V' }, /--level/],
      [{ gates: 'hospital' }, /--gates/],
      [{ until: '2030-01-01' }, /90 days/],
      [{ reason: '' }, /--reason/],
    ] as const)
      expect(await run(['open'], { ...options, ...wrong })).toEqual({ code: 1, lines: [expect.stringMatching(line)] }); // prettier-ignore
    const proposed = await run(['open'], options);
    expect(proposed).toMatchObject({ code: 0, lines: [expect.stringMatching(/^proposed: /), expect.any(String)] }); // prettier-ignore
    expect((await told()).inForce).toBeUndefined();
    const { id } = await app.ports.store.people.of({ provider: 'demo', subject: 'county-2' });
    const again = app.withToken((await app.ports.store.sessions.open(id)).token);
    const signed = await sign(again, proposed.lines[0]?.slice('proposed: '.length) ?? '');
    expect(signed.status).toBeLessThan(300);
    expect((await told()).inForce).toMatchObject({ level: 'I', gateKinds: ['estate', 'school'] });
    expect((await run(['status'])).lines[0]).toMatch(/^emergency \S+ of 330106, level I$/);
    const end = await run(['end'], { as: 'QX01', reason: '试完了' });
    expect(end.code).toBe(0);
    expect((await told()).inForce).toBeDefined();
  });
});
