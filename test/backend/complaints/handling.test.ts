import type { Complaint, OutputOf } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import type { Grant } from '../../../src/contract/role';
import type { Announcement } from '../../../src/backend/ports/messenger';
import { complaintAccess } from '../../../src/backend/routes/complaint-access';
import { complaintClock } from '../../../src/backend/routes/complaint-clock';
import { describeOnEachDatabase } from '../../support/database';
import { eventually } from '../../support/eventually';
import { addPerson } from '../../support/people';
import { addSomeone, type Someone } from '../../support/scenarios';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, community, personaOf, roles, west } from '../../support/world';

type Answer = Complaint & Problem;
type Request = OutputOf<'POST /v1/service-requests'>;
const township = '330106990';
const dayMs = 86_400_000;
const officerOf = (node: string): Grant => ({ role: 'officer', node });

describeOnEachDatabase('complaints about how a request was handled', (open) => {
  let app: TestApp;
  /** Everybody that is tried, by what they are. */
  const others = new Map<string, string>();
  let resident: Someone;
  let worker: CallEndpoint;
  let officer: CallEndpoint;
  let both: CallEndpoint;
  let townshipOfficer: CallEndpoint;
  const heard: Announcement[] = [];
  beforeAll(async () => {
    app = await startTestApp({ database: await open() });
    for (const [role, id] of Object.entries(await addWorld(app.database))) others.set(role, id);
    worker = await app.as(personaOf('worker'));
    officer = await app.as(personaOf('officer'));
    resident = await addSomeone(app, { name: '李秀英' });
    const add = async (name: string, grants: Grant[]): Promise<CallEndpoint> => {
      const subject = `handling:${name}`;
      others.set(name, await addPerson(app.database, subject, { name: '吴海', grants }));
      return app.as(subject);
    };
    both = await add('both', [officerOf(community), officerOf('330106')]);
    townshipOfficer = await add('township', [officerOf(township)]);
    // Has acted on nothing, and is one of the team all the same.
    await add('team', [{ role: 'worker', node: west }, officerOf(community), officerOf('330106')]);
    await app.ports.messenger.subscribe(
      (announcement) => void heard.push(announcement),
      () => undefined,
    );
  });
  afterAll(() => app.close());

  async function file(anonymous = false): Promise<Request> {
    const { status, body } = await resident.call<Request & Problem>('POST /v1/service-requests', {
      body: {
        category: 'rubbish',
        answers: { what: ['bulky'], since: 'days' },
        words: '床垫',
        place: { grid: west },
        ...(anonymous ? { anonymous } : {}),
      },
    });
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body;
  }
  const act = async (call: CallEndpoint, { id }: Pick<Request, 'id'>, event: string): Promise<void> => {
    const request = await app.ports.requestDesk.get(id);
    const { status, body } = await call<Problem>('POST /v1/service-requests/:id/events', {
      params: { id },
      body: { event, version: request?.version, words: '明天来', take: true },
    });
    if (status !== 201) throw new Error(JSON.stringify(body));
  };
  const complain = async ({ id: requestId }: Pick<Request, 'id'>): Promise<Complaint> => {
    const { status, body } = await resident.call<Answer>('POST /v1/complaints', {
      body: { kind: 'handling', requestId, words: '说好明天来，一直没来' },
    });
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body;
  };
  const step = (call: CallEndpoint, { id, version }: Complaint, event: string, words = '已经催了') =>
    call<Answer>('POST /v1/complaints/:id/events', { params: { id }, body: { event, version, words } });
  const status = async (call: CallEndpoint, { id }: Complaint): Promise<number> =>
    (await call('GET /v1/complaints/:id', { params: { id } })).status;
  async function lists(call: CallEndpoint, { id }: Complaint): Promise<boolean> {
    const answer = await call<Complaint[]>('GET /v1/complaints', { query: { scope: 'desk' } });
    return answer.status === 200 && answer.body.some((one) => one.id === id);
  }
  /** Who of all may see it: by itself, on the desk's list, and by being told of it. */
  async function seenBy(complaint: Complaint): Promise<string[]> {
    const stored = await app.ports.complaints.get(complaint.id);
    if (!stored) throw new Error('no such complaint');
    const roleOf = await complaintAccess(app.ports).roles(stored);
    const seeing: string[] = [];
    for (const [name, id] of others) {
      const call = await app.as(roles.some((role) => role === name) ? `world:${name}` : `handling:${name}`);
      const person = await app.ports.store.people.get(id);
      const ways = [
        (await status(call, complaint)) === 200,
        await lists(call, complaint),
        person !== undefined && roleOf(person) === 'officer',
      ];
      if (new Set(ways).size > 1)
        throw new Error(`${name} sees it by one way and not by another: ${ways.join()}`);
      if (ways[0]) seeing.push(name);
    }
    return seeing;
  }

  it('goes to the community above the grid’s team, who never see it, nor learn of it by the request', async () => {
    const request = await file();
    await act(worker, request, 'accept');
    const before = await app.ports.requestDesk.get(request.id);
    const complaint = await complain(request);
    expect(complaint).toMatchObject({
      kind: 'handling',
      state: 'waiting',
      request: { id: request.id, number: request.number, answeredBy: '桂语社区', escalated: false },
    });
    expect(await app.ports.requestDesk.get(request.id)).toEqual(before);
    expect(await seenBy(complaint)).toEqual(['officer', 'county-officer', 'both', 'township']);
    for (const call of [worker, await app.as(personaOf('neighbour'))])
      expect((await step(call, complaint, 'answer')).status).toBe(404);
  });

  it('is unseen by whoever acted, whatever they hold above, and goes over the head of a community that acted', async () => {
    const request = await file();
    await act(both, request, 'reply');
    await act(officer, request, 'reply');
    const complaint = await complain(request);
    // `both` is of the county: the county answers, by others than them.
    expect(complaint.request?.answeredBy).toBe('西湖区');
    expect(await seenBy(complaint)).toEqual(['county-officer']);

    const other = await file();
    await act(officer, other, 'reply');
    expect(await seenBy(await complain(other))).toEqual(['county-officer', 'both', 'township']);
  });

  it('is answered on its own timeline, by one who sees what was done; its filer hears of it', async () => {
    const request = await file();
    await act(worker, request, 'reply');
    const complaint = await complain(request);
    const { body } = await officer<Complaint>('GET /v1/complaints/:id', { params: { id: complaint.id } });
    expect(body.request?.timeline?.map(({ event }) => event)).toEqual(['submit', 'accept', 'reply']);
    expect(body.request?.timeline?.at(-1)).toMatchObject({
      event: 'reply',
      words: '明天来',
      by: { maskedName: '王*军' },
    });
    const from = heard.length;
    const answered = await step(officer, complaint, 'answer', '已当面批评，明天上午清走');
    expect(answered.status).toBe(201);
    await eventually(() => expect(heard.slice(from)).toContainEqual({ type: 'complaint', id: complaint.id }));
    const mine = (await resident.call<Complaint[]>('GET /v1/complaints')).body.find(
      ({ id }) => id === complaint.id,
    );
    expect(mine).toMatchObject({ state: 'answered', possible: ['add', 'settle'] });
    expect(mine?.timeline.at(-1)).toMatchObject({ event: 'answer', maskedName: '沈*琴' });
    expect(mine?.request).not.toHaveProperty('timeline');
  });

  it('goes one level up at its limit, once, and keeps the day it should have been answered by', async () => {
    const complaint = await complain(await file());
    const clock = complaintClock(app.ports);
    await clock.tendAll();
    expect(await status(officer, complaint)).toBe(200);
    app.clock.forward(Date.parse(complaint.answerBy ?? '') - app.clock.now().getTime());
    await clock.tendAll();
    await clock.tendAll();
    const now = await app.ports.complaints.get(complaint.id);
    expect(now).toMatchObject({ state: 'waiting', handling: { node: township, escalated: true } });
    expect(now?.timeline.map(({ event }) => event)).toEqual(['file', 'escalate']);
    expect(now?.answerBy?.toISOString()).toBe(complaint.answerBy);
    expect(await status(officer, complaint)).toBe(404);
    app.clock.forward(dayMs);
    await clock.tendAll();
    expect((await app.ports.complaints.get(complaint.id))?.version).toBe(2);
    const answered = await step(townshipOfficer, { ...complaint, version: 2 }, 'answer');
    expect(answered.status).toBe(201);
    // Asked anew it has a new day, and stays where it went up to.
    const again = (await step(resident.call, answered.body, 'add', '还是没来')).body;
    expect(again.request).toMatchObject({ escalated: false });
    expect(Date.parse(again.answerBy ?? '')).toBeGreaterThan(app.clock.now().getTime());
    expect(await status(officer, complaint)).toBe(404);
  });

  it('keeps hidden who filed an anonymous matter', async () => {
    const complaint = await complain(await file(true));
    const one = await officer('GET /v1/complaints/:id', { params: { id: complaint.id } });
    const list = await officer('GET /v1/complaints', { query: { scope: 'desk' } });
    for (const { raw } of [one, list]) {
      expect(raw.toString()).toContain(complaint.id);
      for (const trace of [resident.id, '李秀英', '李*英', '李*'])
        expect(raw.toString()).not.toContain(trace);
    }
  });

  it('is of one’s own request, named, and of no other kind', async () => {
    const request = await file();
    const neighbour = await app.as(personaOf('neighbour'));
    const write = async (call: CallEndpoint, body: object) =>
      (await call<Answer>('POST /v1/complaints', { body: { words: '慢', ...body } })).body.code;
    expect(await write(neighbour, { kind: 'handling', requestId: request.id })).toBe('not-found');
    expect(await write(worker, { kind: 'handling', requestId: request.id })).toBe('not-found');
    expect(await write(resident.call, { kind: 'handling' })).toBe('invalid-request');
    expect(await write(resident.call, { kind: 'complaint', requestId: request.id })).toBe('invalid-request');
  });
});
