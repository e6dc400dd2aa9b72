import { dayAt } from '../../../src/contract/calendar-day';
import { sql } from 'kysely';
import type { Complaint } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { describeOnEachDatabase } from '../../support/database';
import { addSomeone } from '../../support/scenarios';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, personaOf } from '../../support/world';

describeOnEachDatabase('complaints and suggestions about the app', (open) => {
  let app: TestApp;
  let officer: CallEndpoint;
  beforeAll(async () => {
    app = await startTestApp({ database: await open() });
    await addWorld(app.database);
    officer = await app.as(personaOf('county-officer'));
  });
  afterAll(() => app.close());

  type Answer = Complaint & Problem;
  const write = async (call: CallEndpoint, words = '夜里看不清字', kind = 'complaint') =>
    (await call<Answer>('POST /v1/complaints', { body: { kind, words } })).body;
  const step = (call: CallEndpoint, { id, version }: Complaint, event: string, words?: string) =>
    call<Answer>('POST /v1/complaints/:id/events', {
      params: { id },
      body: { event, version, ...(words === undefined ? {} : { words }) },
    });

  it('says by which day it is answered, and stands on a timeline with its answer', async () => {
    const { call } = await addSomeone(app);
    const filed = await write(call);
    expect(filed).toMatchObject({ kind: 'complaint', state: 'waiting', possible: ['add'] });
    // Tuesday 24 November: five working days later is Tuesday 1 December, to its end.
    expect(dayAt(new Date(filed.answerBy ?? '').getTime() - 1)).toBe('2026-12-01');
    app.clock.forward(60_000);
    const answered = await step(officer, filed, 'answer', '下周改成深色底');
    expect(answered.status).toBe(201);
    const { body } = await call<Complaint>('GET /v1/complaints/:id', { params: { id: filed.id } });
    expect(body).toMatchObject({ state: 'answered', answerBy: null, possible: ['add', 'settle'] });
    expect(body.timeline).toEqual([
      { seq: 1, event: 'file', role: 'filer', at: filed.createdAt, words: '夜里看不清字' },
      {
        seq: 2,
        event: 'answer',
        role: 'officer',
        at: app.clock.now().toISOString(),
        words: '下周改成深色底',
        maskedName: '陆*涛',
      },
    ]);
  });

  it('asks again with a new day when something is added to the answer, and keeps the day before that', async () => {
    const { call } = await addSomeone(app);
    const filed = await write(call);
    app.clock.forward(3 * 86_400_000);
    const added = (await step(call, filed, 'add', '还有一处')).body;
    expect(added.answerBy).toBe(filed.answerBy);
    const answered = (await step(officer, added, 'answer', '都改')).body;
    const again = (await step(call, answered, 'add', '还是看不清')).body;
    expect(again.state).toBe('waiting');
    expect(Date.parse(again.answerBy ?? '')).toBeGreaterThan(Date.parse(filed.answerBy ?? ''));
    const settled = (await step(call, (await step(officer, again, 'answer', '改好了')).body, 'settle')).body;
    expect(settled).toMatchObject({ state: 'settled', possible: ['add'] });
  });

  it('lies before the county with what waits first, the most urgent above', async () => {
    const { call } = await addSomeone(app);
    const [first, second, third] = [await write(call), await write(call), await write(call)];
    await step(officer, first, 'answer', '好');
    const mine = [first, second, third].map(({ id }) => id);
    const { body } = await officer<Complaint[]>('GET /v1/complaints', { query: { scope: 'desk' } });
    const listed = body.map(({ id }) => id).filter((id) => mine.includes(id));
    expect(listed.slice(0, 2).sort()).toEqual([second.id, third.id].sort());
    expect(listed[2]).toBe(first.id);
    const limits = body.flatMap(({ answerBy }) => (answerBy === null ? [] : [Date.parse(answerBy)]));
    expect(limits).toEqual([...limits].sort((one, other) => one - other));
  });

  it('goes to the county of the deployment from somebody who has not said where they live', async () => {
    const { call } = await addSomeone(app, { home: null });
    const { id } = await write(call);
    expect((await officer('GET /v1/complaints/:id', { params: { id } })).status).toBe(200);
  });

  it('takes no step twice, none without words, and none that is not there now', async () => {
    const { call } = await addSomeone(app);
    const filed = await write(call);
    expect((await step(call, filed, 'settle')).body.code).toBe('event-refused');
    expect((await step(call, filed, 'answer', '自己答自己')).body.code).toBe('event-refused');
    expect((await step(officer, filed, 'answer', ' ')).body.code).toBe('invalid-request');
    await step(officer, filed, 'answer', '好');
    expect((await step(officer, filed, 'answer', '好')).body.code).toBe('changed-meanwhile');
  });

  it('is written once: no step of it is ever changed', async () => {
    const { call } = await addSomeone(app);
    const { id } = await write(call);
    await expect(
      sql`update complaint_event set words = 'x' where complaint_id = ${id}`.execute(app.database.kysely),
    ).rejects.toThrow('append-only');
  });
});
