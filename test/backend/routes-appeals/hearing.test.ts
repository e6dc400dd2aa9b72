import type { Appeal, AppealSummary, ColourView } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { describeOnEachDatabase } from '../../support/database';
import { loggedBy } from '../../support/logged';
import { drawnPhoto } from '../../support/photos';
import type { CallEndpoint } from '../../support/server';
import { community, west } from '../../support/world';
import { county, done, file, openCourt, queue, refused, see, type Court } from './court';

const hour = 3_600_000;

describeOnEachDatabase('an appeal', (open) => {
  let court: Court;
  beforeAll(async () => {
    court = await openCourt(await open());
  });
  afterAll(() => court.app.close());

  const colourOf = async (as: CallEndpoint, personId: string) =>
    (await as<ColourView>('GET /v1/colours/:personId', { params: { personId } })).body.colour;
  async function photo(as: CallEndpoint): Promise<string> {
    const content = await drawnPhoto(8, 8);
    return (await as<{ id: string }>('POST /v1/files', { file: { content, type: 'image/jpeg' } })).body.id;
  }
  const problem = async (answer: Promise<{ status: number; body: Problem }>) => {
    const { status, body } = await answer;
    return [status, body.code];
  };

  it('is decided afresh at once, and what stands is heard within two hours by whoever had no hand in it', async () => {
    const { id, call } = await court.someone();
    await court.accuse(id);
    const { status, body } = await file(call, { words: ' 我没有做过检测 ' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      personId: id,
      state: 'waiting',
      node: community,
      nodeName: '桂语社区',
      dueAt: new Date(court.app.clock.now().getTime() + 2 * hour).toISOString(),
      reason: { rule: 'LL-Y-0003', colour: 'yellow' },
      relation: 'appellant',
      possible: ['add', 'withdraw'],
      ownerMaskedName: null,
    });
    expect(body.timeline.map(({ event, words, colour, by }) => [event, words, colour, by])).toEqual([
      ['file', '我没有做过检测', undefined, { role: 'appellant' }],
      ['stand', undefined, 'yellow', { role: 'system' }],
    ]);
    expect(await queue(court.by.third)).toContain(body.id);
    for (const hand of ['officer', 'second'] as const) {
      expect(await queue(court.by[hand])).not.toContain(body.id);
      expect((await see(court.by[hand], body)).status).toBe(404);
      expect(await refused(court.by[hand], body, { event: 'take' })).toEqual([404, 'not-found', undefined]);
    }
    expect((await see(court.by['county-officer'], body)).status).toBe(404);
    expect((await see(court.by.neighbour, body)).status).toBe(404);
  });

  it('is answered by the rules where a source takes it back when it is asked again', async () => {
    const { id, call } = await court.someone();
    await court.accuse(id);
    const green = { colour: 'green' as const, since: court.app.clock.now(), reasons: [] };
    const asked = jest.spyOn(court.app.ports.colours, 'of').mockResolvedValueOnce(green);
    const { body } = await file(call);
    expect(asked).toHaveBeenCalledWith(id);
    expect(body).toMatchObject({ state: 'answered-by-rules', possible: [] });
    expect(body.timeline.at(-1)).toMatchObject({ event: 'clear', colour: 'green' });
    expect(await queue(court.by.third)).not.toContain(body.id);
    asked.mockRestore();
  });

  it('is not taken where nothing is left to appeal against', async () => {
    const { id, call } = await court.someone();
    await court.app.ports.facts.remove(await court.accuse(id));
    expect(await problem(file<Problem>(call))).toEqual([409, 'appeal-reason-gone']);
    expect(await colourOf(call, id)).toBe('green');
  });

  it('is granted by taking the wrong fact away: nobody sets a colour', async () => {
    const { id, call } = await court.someone();
    const fact = await court.accuse(id);
    let appeal = (await file(call)).body;
    appeal = await done(court.by.third, appeal, { event: 'take' });
    expect(appeal).toMatchObject({ relation: 'hearer', mine: true, remedies: ['fact-removal', 'elsewhere'] });
    expect(await refused(court.by.third, appeal, { event: 'grant', words: '填错了人' })).toEqual([
      400,
      'invalid-request',
      '/remedy',
    ]);
    appeal = await done(court.by.third, appeal, {
      event: 'grant',
      words: '填错了人',
      remedy: 'fact-removal',
    });
    expect(appeal.state).toBe('granted');
    expect(appeal.timeline.at(-1)).toMatchObject({ event: 'grant', remedy: 'fact-removal', colour: 'green' });
    expect(await court.app.ports.facts.get(fact)).toBeUndefined();
    expect(await colourOf(call, id)).toBe('green');
    expect((await see(call, appeal)).body.timeline.at(-1)).toMatchObject({
      words: '填错了人',
      by: { role: 'hearer', maskedName: expect.stringContaining('*') },
    });
  });

  it('is refused with its why, and says until when it can be taken further', async () => {
    const { id, call } = await court.someone();
    await court.accuse(id);
    let appeal = (await file(call)).body;
    expect(await refused(court.by.third, appeal, { event: 'refuse', words: '记录没错' })).toEqual([
      409,
      'event-refused',
      'not-taken-yet',
    ]);
    appeal = await done(court.by.third, appeal, { event: 'take' });
    expect(await refused(court.by.third, appeal, { event: 'refuse' })).toEqual([
      400,
      'invalid-request',
      '/words',
    ]);
    appeal = await done(court.by.third, appeal, { event: 'refuse', words: '卫生站的记录核对过，是你本人' });
    expect(appeal).toMatchObject({ state: 'refused', reviewUntil: '2027-01-23' });
    expect(await colourOf(call, id)).toBe('yellow');
    // Heard once, it can be heard again on something new.
    expect((await file(call, { words: '那天我在外地' })).body.state).toBe('waiting');
  });

  it.each([
    ['grant', { remedy: 'elsewhere' }],
    ['refuse', {}],
  ] as const)(
    'answered with %s stands in the log, its words and whose they are apart',
    async (event, more) => {
      const { id, call } = await court.someone();
      await court.accuse(id);
      const appeal = await done(court.by.third, (await file(call)).body, { event: 'take' });
      const words = '核对过卫生站的登记';
      const [logged, ...others] = await loggedBy(court.app, () =>
        done(court.by.third, appeal, { event, words, ...more }),
      );
      expect(others).toEqual([]);
      expect(logged?.entry).toMatchObject({
        act: event === 'grant' ? 'appeal-granted' : 'appeal-refused',
        node: community,
        body: { appeal: appeal.id, rule: 'LL-Y-0003', ...more },
      });
      expect(logged?.personal).toMatchObject({ by: { text: court.ids.third }, words: { text: words } });
      expect(JSON.stringify(logged?.entry)).not.toContain(court.ids.third);
    },
  );

  it('asks for evidence, which comes by words and photos and is seen by its hearer alone', async () => {
    const { id, call } = await court.someone();
    await court.accuse(id);
    const first = await photo(call);
    let appeal = (await file(call, { photos: [first] })).body;
    appeal = await done(court.by.third, appeal, { event: 'take' });
    appeal = await done(court.by.third, appeal, { event: 'ask', words: '请拍一下检测单' });
    expect((await see(call, appeal)).body).toMatchObject({ state: 'asked', possible: ['add', 'withdraw'] });
    expect(await refused(call, appeal, { event: 'add' })).toEqual([400, 'invalid-request', '/words']);
    expect(await refused(call, appeal, { event: 'add', photos: [await photo(court.by.neighbour)] })).toEqual([
      422,
      'photo-unknown',
      '/photos/0',
    ]);
    const second = await photo(call);
    appeal = await done(call, appeal, { event: 'add', photos: [second] });
    expect(appeal).toMatchObject({ state: 'taken', ownerMaskedName: expect.any(String) });
    for (const each of [first, second]) {
      const get = (as: CallEndpoint) => as('GET /v1/files/:id', { params: { id: each } });
      expect((await get(court.by.third)).status).toBe(200);
      expect((await get(court.by.officer)).status).toBe(404);
      expect((await get(court.by.neighbour)).status).toBe(404);
    }
  });

  it('is one at a time against a reason, and can be withdrawn', async () => {
    const { id, call } = await court.someone();
    await court.accuse(id);
    const appeal = (await file(call)).body;
    expect(await problem(file<Problem>(call))).toEqual([409, 'appeal-open-already']);
    expect(await problem(file<Problem>(call, { rule: 'LL-R-0001', words: '不对' }))).toEqual([
      409,
      'appeal-reason-gone',
    ]);
    expect((await done(call, appeal, { event: 'withdraw' })).state).toBe('withdrawn');
    expect(await queue(court.by.third)).not.toContain(appeal.id);
    court.app.clock.forward(1000);
    expect((await file(call)).status).toBe(201);
    const mine = (await call<AppealSummary[]>('GET /v1/appeals')).body;
    expect(mine.map(({ state }) => state)).toEqual(['waiting', 'withdrawn']);
  });

  it('says nothing that is not said: no words and no photo, or another’s version', async () => {
    const { id, call } = await court.someone();
    await court.accuse(id);
    expect(await problem(file<Problem>(call, { words: '  ' }))).toEqual([400, 'invalid-request']);
    const appeal = (await file(call)).body;
    await done(court.by.third, appeal, { event: 'take' });
    expect(await refused(call, appeal, { event: 'withdraw' })).toEqual([409, 'changed-meanwhile', undefined]);
  });

  it('comes by the worker with the person’s say, who need not know why', async () => {
    const { id, call } = await court.someone();
    await court.accuse(id);
    const { worker, outsider, third } = court.by;
    const body = { personId: id, words: '老人说她没做过检测' };
    expect(await problem(file<Problem>(outsider, body))).toEqual([403, 'not-in-family']);
    expect(await problem(file<Problem>(worker, body))).toEqual([422, 'their-say-needed']);
    const filed = await file(worker, { ...body, theirSay: true });
    expect(filed.body).toMatchObject({ way: 'desk', relation: 'bearer', reason: null, possible: ['add'] });
    expect(JSON.stringify(filed.body)).not.toContain('yellow');
    const appeal = await done(worker, filed.body, { event: 'add', words: '家里人也这么说' });
    expect(await refused(worker, appeal, { event: 'withdraw' })).toEqual([
      409,
      'event-refused',
      'wrong-role',
    ]);
    const seen = (await see(call, appeal)).body;
    expect(seen.timeline.map(({ event, by }) => [event, by.role, by.maskedName])).toEqual([
      ['file', 'bearer', '王*军'],
      ['stand', 'system', undefined],
      ['add', 'bearer', '王*军'],
    ]);
    expect(await queue(third)).toContain(appeal.id);
    expect(await problem(file<Problem>(court.by.neighbour, { personId: 'x' }))).toEqual([
      400,
      'invalid-request',
    ]);
  });

  it('is never heard by who filed it, nor by family of the person', async () => {
    const { id } = await court.someone();
    await court.accuse(id);
    const filed = (await file(court.by.third, { personId: id, theirSay: true, words: '她说没有' })).body;
    expect(filed.node).toBe(county);
    const relative = await court.someone('沈外婆');
    await court.accuse(relative.id);
    const { family } = court.app.ports;
    const asked = await family.ask({ actorId: court.ids.third, kind: 'helper', calledAs: '外婆' });
    await family.agree(asked.code, { personId: relative.id, may: ['show'] });
    const appeal = (await file(relative.call)).body;
    expect(appeal.node).toBe(county);
    expect(await queue(court.by.third)).not.toContain(appeal.id);
    expect(await queue(court.by['county-officer'])).toEqual(expect.arrayContaining([filed.id, appeal.id]));
  });

  it('lies one level up at once where nobody is on duty, and at the top with whoever serves the place', async () => {
    const { id, call } = await court.someone();
    await court.accuse(id);
    await court.onDuty(community);
    const up = (await file(call)).body;
    expect(up.node).toBe(county);
    await court.onDuty(county);
    await court.onDuty('3301');
    const other = await court.someone();
    await court.accuse(other.id);
    const top = (await file(other.call)).body;
    expect(top.node).toBe('3301');
    for (const judge of ['third', 'county-officer', 'city'] as const)
      expect(await queue(court.by[judge])).toContain(top.id);
    expect(await queue(court.by.officer)).not.toContain(top.id);
    await court.onDuty(community, 'officer', 'second', 'third');
    await court.onDuty(county, 'county-officer');
    await court.onDuty('3301', 'city');
  });

  it('leaves a note for the person of every look at it', async () => {
    const { id, call } = await court.someone();
    await court.accuse(id);
    const appeal = (await file(call)).body;
    await see(court.by.third, appeal);
    await see(court.by.officer, appeal);
    const { readingLog } = court.app.ports;
    expect((await readingLog.of(id)).map(({ role, what }) => [role, what])).toEqual([['officer', 'appeal']]);
    expect((await see<Appeal>(call, appeal)).status).toBe(200);
  });
});

describeOnEachDatabase('the duty roster', (open) => {
  let court: Court;
  beforeAll(async () => {
    court = await openCourt(await open());
  });
  afterAll(() => court.app.close());

  const write = <T>(as: CallEndpoint, node: string, shifts: object[]) =>
    as<T>('PUT /v1/duty-rosters/:node', { params: { node }, body: { shifts } });

  it('is written by the officers of a place or above, with officers of the place, by the week or for a day', async () => {
    const shifts = [
      { personId: court.ids.third, weekday: 2, from: '08:00', until: '20:00' },
      { personId: court.ids.second, day: '2026-11-24', from: '20:00', until: '08:00' },
    ];
    for (const as of [court.by.officer, court.by['county-officer']]) {
      const { status, body } = await write<{ shifts: object[]; officers: object[] }>(as, community, shifts);
      expect(status).toBe(200);
      expect(body.shifts).toEqual(shifts);
      // It is Tuesday, 10 in the morning; the day's own roster takes the place of the week's.
      expect(body.officers).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ personId: court.ids.third, onDuty: false, confirmed: true }),
        ]),
      );
    }
    expect(
      (await court.by.second('GET /v1/duty-rosters/:node', { params: { node: community } })).body,
    ).toMatchObject({
      node: community,
      nodeName: '桂语社区',
      shifts,
    });
  });

  it('says in the log who changed it, and for which hours', async () => {
    const shifts = [{ personId: court.ids.third, weekday: 3, from: '08:00', until: '20:00' }];
    const [logged] = await loggedBy(court.app, () => write(court.by.officer, community, shifts));
    expect(logged?.entry).toMatchObject({
      act: 'duty-roster-written',
      node: community,
      body: { shifts: [{ weekday: 3, from: '08:00', until: '20:00' }] },
    });
    expect(logged?.personal).toMatchObject({ by: { text: court.ids.officer } });
  });

  interface Wrong {
    personId?: 'worker';
    weekday?: undefined;
    day?: string;
    from?: string;
  }
  const wrong: [string, string, Wrong, number, string][] = [
    ['another’s place', county, {}, 403, 'outside-your-place'],
    ['a grid, which hears nothing', west, {}, 422, 'region-unknown'],
    ['somebody who is no officer there', community, { personId: 'worker' }, 422, 'not-an-officer-here'],
    ['neither a weekday nor a day', community, { weekday: undefined }, 400, 'invalid-request'],
    ['both', community, { day: '2026-11-24' }, 400, 'invalid-request'],
    ['a day that is none', community, { weekday: undefined, day: '2026-02-30' }, 400, 'invalid-request'],
    ['an hour that is none', community, { from: '24:00' }, 400, 'invalid-request'],
  ];
  it.each(wrong)('refuses %s', async (_, node, change, status, code) => {
    const shift = { weekday: 1, from: '08:00', until: '20:00', ...change };
    const personId = court.ids[change.personId ?? 'third'];
    const answer = await write<Problem>(court.by.officer, node, [{ ...shift, personId }]);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});
