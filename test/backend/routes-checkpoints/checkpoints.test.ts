import { randomUUID } from 'node:crypto';
import type { Checkpoint, Duty, HourCount, SetUpCode } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { createRetention } from '../../../src/backend/adapters/embedded/retention';
import { describeOnEachDatabase } from '../../support/database';
import { noJournal } from '../../support/journal';
import { addPerson } from '../../support/people';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, community, elsewhere, personaOf, roles, type WorldRole } from '../../support/world';

const minute = 60_000;
const hour = 60 * minute;
const deskPhone = '0571-0808 0808';

describeOnEachDatabase('checkpoints', (open) => {
  let app: TestApp;
  let people: Record<WorldRole, string>;
  const by = {} as Record<WorldRole, CallEndpoint>;
  beforeAll(async () => {
    const database = await open();
    app = await startTestApp({ database });
    people = await addWorld(database);
    await addPerson(database, 'undecided', { undecided: true });
    for (const role of roles) by[role] = await app.as(personaOf(role));
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.database.kysely.deleteFrom('checkpoint_duty').execute();
    await app.database.kysely.deleteFrom('set_up_code').execute();
    await app.database.kysely.deleteFrom('checkpoint').execute();
  });

  type Refused = { status: number; body: Problem };
  const refusal = ({ status, body }: Refused) => [status, body.code];
  const openOne = async (name = '东门', node = community, role: WorldRole = 'officer') => {
    const answer = await by[role]<Checkpoint>('POST /v1/checkpoints', { body: { name, node, deskPhone } });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const codeFor = async (id: string) => {
    const made = await by.officer<SetUpCode>('POST /v1/checkpoints/:id/set-up-codes', { params: { id } });
    expect(made.status).toBe(201);
    return made.body;
  };
  const begin = (call: CallEndpoint, body: object) =>
    call<Duty & Problem>('POST /v1/checkpoint-duties', { body });
  const dutiesOf = async (call: CallEndpoint) => (await call<Duty[]>('GET /v1/checkpoint-duties')).body;
  const seen = async (role: WorldRole = 'officer') =>
    (await by[role]<Checkpoint[]>('GET /v1/checkpoints')).body;
  const count = (call: CallEndpoint, id: string, hours: HourCount[]) =>
    call<Problem>('PUT /v1/checkpoint-duties/:id/counts', { params: { id }, body: { hours } });
  const end = (call: CallEndpoint, id: string) =>
    call<Problem>('DELETE /v1/checkpoint-duties/:id', { params: { id } });
  /** Another phone of the same person. */
  const phoneOf = async (role: WorldRole) =>
    app.withToken((await app.ports.store.sessions.open(people[role])).token);
  const thisHour = () => new Date(Math.floor(app.clock.now().getTime() / hour) * hour);

  it('are opened by an officer in their own places', async () => {
    const opened = await openOne('  东门 ');
    expect(opened).toEqual({
      id: expect.any(String) as unknown,
      name: '东门',
      node: community,
      deskPhone,
      duties: [],
      counts: [],
    });
    expect(await seen()).toEqual([opened]);
    const tried = (node: string) =>
      by.officer<Problem>('POST /v1/checkpoints', { body: { name: '西门', node, deskPhone } });
    expect(refusal(await tried(elsewhere))).toEqual([403, 'outside-your-place']);
    expect(refusal(await tried(`${community}099`))).toEqual([422, 'region-unknown']);
  });

  it('an officer’s code makes any resident’s phone a checkpoint for a day, once', async () => {
    const { id, name } = await openOne();
    const { code, expiresAt } = await codeFor(id);
    expect(code).toMatch(/^LK1:([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(expiresAt).toBe(new Date(app.clock.now().getTime() + hour).toISOString());
    const { status, body } = await begin(by.neighbour, { code });
    expect(status).toBe(201);
    const duty = {
      id: body.id,
      checkpoint: { id, name, deskPhone },
      endsAt: new Date(app.clock.now().getTime() + 24 * hour).toISOString(),
    };
    expect(body).toEqual(duty);
    expect(await dutiesOf(by.neighbour)).toEqual([duty]);
    expect((await seen())[0]?.duties).toEqual([{ id: body.id, maskedName: '陈*明', endsAt: duty.endsAt }]);
    expect(refusal(await begin(by.resident, { code }))).toEqual([422, 'set-up-code-unknown']);
    // As it is typed by hand.
    const typed = (await codeFor(id)).code.slice(4).replace(/-/g, '').toLowerCase();
    expect((await begin(by.resident, { code: typed })).status).toBe(201);
  });

  it('a code is over after an hour, and leaves nothing behind', async () => {
    const { id } = await openOne();
    const { code } = await codeFor(id);
    app.clock.forward(hour);
    expect(refusal(await begin(by.neighbour, { code }))).toEqual([422, 'set-up-code-unknown']);
    await codeFor(id);
    expect(await app.database.kysely.selectFrom('set_up_code').selectAll().execute()).toHaveLength(1);
    for (const wrong of ['LK1:0000-0000-0000-0000', 'LC1:', '', '上岗'])
      expect(refusal(await begin(by.neighbour, { code: wrong }))).toEqual([422, 'set-up-code-unknown']);
  });

  it('one of two phones with the same code is the checkpoint, not both', async () => {
    const { id } = await openOne();
    const { code } = await codeFor(id);
    const answers = await Promise.all([begin(by.resident, { code }), begin(by.neighbour, { code })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  it('a guard by post begins without a code, where the post is', async () => {
    const { id } = await openOne();
    expect((await begin(by.checkpoint, { checkpointId: id })).status).toBe(201);
    const { id: countys } = await openOne('区界', '330106', 'county-officer');
    for (const [call, checkpointId] of [
      [by.checkpoint, countys],
      [by.checkpoint, randomUUID()],
      [by.resident, id],
    ] as const)
      expect(refusal(await begin(call, { checkpointId }))).toEqual([403, 'outside-your-place']);
    for (const body of [{}, { code: 'LK1:', checkpointId: id }])
      expect(refusal(await begin(by.checkpoint, body))).toEqual([400, 'invalid-request']);
  });

  it('who has not agreed to the privacy text is asked first, and the code is not used up', async () => {
    const { id } = await openOne();
    const { code } = await codeFor(id);
    expect(refusal(await begin(await app.as('undecided'), { code }))).toEqual([403, 'consent-required']);
    expect((await begin(by.resident, { code })).status).toBe(201);
  });

  it('a duty is of the phone that began it, ends by itself after a day, and begun again goes on', async () => {
    const { id } = await openOne();
    const { body: first } = await begin(by.checkpoint, { checkpointId: id });
    expect(await dutiesOf(await phoneOf('checkpoint'))).toEqual([]);
    app.clock.forward(24 * hour - 1);
    expect(await dutiesOf(by.checkpoint)).toHaveLength(1);
    app.clock.forward(1);
    expect(await dutiesOf(by.checkpoint)).toEqual([]);
    expect((await seen())[0]?.duties).toEqual([]);
    const { body: second } = await begin(by.checkpoint, { checkpointId: id });
    expect(second.id).toBe(first.id);
    expect(await dutiesOf(by.checkpoint)).toEqual([second]);
  });

  it('is ended by the guard from any phone of theirs, by an officer of the place, and by nobody else', async () => {
    const { id } = await openOne();
    for (const ender of [by.resident, await phoneOf('resident'), by.officer, by['county-officer']]) {
      const { body: duty } = await begin(by.resident, { code: (await codeFor(id)).code });
      for (const other of [by.neighbour, by.worker, by.checkpoint])
        expect(refusal(await end(other, duty.id))).toEqual([404, 'not-found']);
      expect(await dutiesOf(by.resident)).toEqual([duty]);
      expect((await end(ender, duty.id)).status).toBe(204);
      expect(await dutiesOf(by.resident)).toEqual([]);
    }
    expect(refusal(await end(by.officer, randomUUID()))).toEqual([404, 'not-found']);
  });

  it('ends with its phone, whose counts stay', async () => {
    const { id } = await openOne();
    const phone = await phoneOf('checkpoint');
    const { body: duty } = await begin(phone, { checkpointId: id });
    const counted = { hour: thisHour().toISOString(), pass: 3, ask: 0, stop: 0 };
    await count(phone, duty.id, [counted]);
    await phone('DELETE /v1/sessions/current');
    const left = [expect.objectContaining({ duties: [], counts: [counted] })];
    expect(await seen()).toEqual(left);
    app.clock.forward(minute);
    await createRetention(app.database.unit, app.clock, noJournal, '/nowhere').sweep();
    expect(await seen()).toEqual(left);
  });

  it('counts add up over its phones, by hour, and the same hour again replaces', async () => {
    const { id } = await openOne();
    const { body: one } = await begin(by.checkpoint, { checkpointId: id });
    const { body: two } = await begin(by.resident, { code: (await codeFor(id)).code });
    const now = thisHour().toISOString();
    const later = new Date(thisHour().getTime() + hour).toISOString();
    expect((await count(by.checkpoint, one.id, [{ hour: now, pass: 7, ask: 1, stop: 0 }])).status).toBe(204);
    app.clock.forward(hour);
    await count(by.checkpoint, one.id, [
      { hour: now, pass: 9, ask: 2, stop: 0 },
      { hour: later, pass: 1, ask: 0, stop: 0 },
    ]);
    await count(by.resident, two.id, [{ hour: now, pass: 10, ask: 0, stop: 1 }]);
    await count(by.resident, two.id, []);
    const counts = [
      { hour: now, pass: 19, ask: 2, stop: 1 },
      { hour: later, pass: 1, ask: 0, stop: 0 },
    ];
    expect((await seen())[0]?.counts).toEqual(counts);
    // The guard sees how many, and not who else stands there.
    expect(await seen('checkpoint')).toEqual([expect.objectContaining({ id, counts, duties: [] })]);
    app.clock.forward(23 * hour);
    expect((await seen())[0]?.counts).toEqual(counts.slice(1));
  });

  it('what was counted before an end that the phone did not hear of still comes in', async () => {
    const { id } = await openOne();
    const { body: duty } = await begin(by.checkpoint, { checkpointId: id });
    await end(by.officer, duty.id);
    app.clock.forward(hour);
    const counted = { hour: thisHour().toISOString(), pass: 3, ask: 0, stop: 0 };
    expect((await count(by.checkpoint, duty.id, [counted])).status).toBe(204);
    expect((await seen())[0]?.counts).toEqual([counted]);
  });

  it('counts of another phone, of another time, or twice in one call are refused', async () => {
    const { id } = await openOne();
    const { body: duty } = await begin(by.checkpoint, { checkpointId: id });
    const at = (ms: number): HourCount => ({
      hour: new Date(thisHour().getTime() + ms).toISOString(),
      pass: 1,
      ask: 0,
      stop: 0,
    });
    expect(refusal(await count(await phoneOf('checkpoint'), duty.id, [at(0)]))).toEqual([404, 'not-found']);
    expect(refusal(await count(by.officer, duty.id, [at(0)]))).toEqual([404, 'not-found']);
    for (const hours of [
      [at(-hour)],
      [at(25 * hour)],
      [at(minute)],
      [at(0), at(0)],
      [{ ...at(0), pass: -1 }],
    ])
      expect(refusal(await count(by.checkpoint, duty.id, hours))).toEqual([400, 'invalid-request']);
    expect((await seen())[0]?.counts).toEqual([]);
  });

  it('two days after its end nothing tells any more who stood there', async () => {
    const { id } = await openOne();
    const { body: duty } = await begin(by.checkpoint, { checkpointId: id });
    await count(by.checkpoint, duty.id, [{ hour: thisHour().toISOString(), pass: 3, ask: 0, stop: 0 }]);
    const retention = createRetention(app.database.unit, app.clock, noJournal, '/nowhere');
    const left = async () => [
      (await app.database.kysely.selectFrom('checkpoint_duty').selectAll().execute()).length,
      (await app.database.kysely.selectFrom('checkpoint_count').selectAll().execute()).length,
    ];
    app.clock.forward(3 * 24 * hour - minute);
    await retention.sweep();
    expect(await left()).toEqual([1, 1]);
    app.clock.forward(2 * minute);
    await retention.sweep();
    expect(await left()).toEqual([0, 0]);
  });
});
