import type { Database } from '../../../src/backend/adapters/embedded/database';
import { createOutsideDesks } from '../../../src/backend/adapters/embedded/outside-desks';
import { createRequestDesk } from '../../../src/backend/adapters/embedded/request-desk';
import type { OutsideDesk } from '../../../src/backend/ports/outside-desk';
import { findCategory } from '../../../src/contract/service-request/catalogue';
import { describeOnEachDatabase } from '../../support/database';
import { movedClock } from '../../support/moved-clock';
import { addPerson, addRegions } from '../../support/people';
import { type Fate, Killed, madeUpDesk } from './made-up-desk';

const grid = '330106001002007';
const minute = 60_000;
const hour = 60 * minute;

describeOnEachDatabase('what a desk outside handles', (open) => {
  let database: Database;
  let lan: string;
  let city: ReturnType<typeof madeUpDesk>;
  let county: ReturnType<typeof madeUpDesk>;
  const clock = movedClock();
  const told: string[] = [];

  const processOf = (...desks: OutsideDesk[]) =>
    createOutsideDesks({
      unit: database.unit,
      clock,
      desk: createRequestDesk(database.unit, clock, () => Promise.resolve(undefined)),
      messenger: { announce: ({ id }) => Promise.resolve(void told.push(id)) },
      county: '330106',
      desks,
      categories: new Map([
        ['rubbish', { desk: 'city', serviceCode: '0421' }],
        ['home-visit', { desk: 'city', serviceCode: '0007' }],
        ['stairs-light', { desk: 'county', serviceCode: 'stairs-light' }],
      ]),
      catalogue: { category: (code) => Promise.resolve(findCategory(code)) },
      tendSoon: () => Promise.resolve(),
    });
  const here = () => processOf(city.desk, county.desk);
  const handlerOf = (code: string) => {
    const category = findCategory(code);
    return category && here().handlerOf(category);
  };

  beforeAll(async () => {
    database = await open();
    await addRegions(database, { [grid]: '第 7 网格' });
    lan = await addPerson(database, 'lan');
  });
  beforeEach(async () => {
    await database.executeSql('delete from service_request');
    city = madeUpDesk('city');
    county = madeUpDesk('county', { knowsIds: true });
    told.length = 0;
  });

  const file = (category = 'rubbish', anonymous = false) =>
    here().requestDesk.file({
      category,
      catalogueVersion: '2026-11-01',
      filerId: lan,
      node: grid,
      answers: { what: ['bulky'], since: 'days' },
      words: '沙发堆了三天',
      photos: [],
      anonymous,
      place: { text: '桂语苑 5 幢', point: { lng: 120.1, lat: 30.2 } },
    });
  const timeline = async (id: string) =>
    (await here().requestDesk.get(id))?.timeline.map(({ event, words }) =>
      words ? `${event}: ${words}` : event,
    );
  const step = (
    id: string,
    kind: 'dispatched' | 'replied' | 'returned' | 'finished',
    at: string,
    words?: string,
  ) => ({
    id,
    kind,
    at: new Date(at),
    ...(words === undefined ? {} : { words }),
  });
  async function tendFor(ms: number, everyMs = 10 * minute): Promise<void> {
    for (let passed = 0; passed < ms; passed += everyMs) {
      await here().tend();
      clock.forward(everyMs);
    }
  }

  it('is told what the purpose needs, and nothing of a person', async () => {
    const request = await file();
    await here().tend();
    expect(city.taken).toEqual([
      {
        id: request.id,
        mark: `330106/${request.number}`,
        serviceCode: '0421',
        answers: { what: ['bulky'], since: 'days' },
        description: expect.stringMatching(/^垃圾.*\n.*\n[^]*沙发堆了三天$/) as string,
        place: { text: '桂语苑 5 幢', point: { lng: 120.1, lat: 30.2 } },
        filedAt: request.createdAt,
      },
    ]);
    expect(JSON.stringify(city.taken)).not.toContain(lan);
    expect(await here().copyOf(request.id)).toEqual({ title: city.desk.title, state: 'sent' });
    expect(told).toContain(request.id);
  });

  it('without a name, stays with the grid where the desk publishes, and goes with nothing of its filer elsewhere', async () => {
    const [shown, kept] = [await file('rubbish', true), await file('stairs-light', true)];
    await here().tend();
    expect([city.taken, await here().copyOf(shown.id)]).toEqual([[], undefined]);
    expect(county.taken.map(({ id }) => id)).toEqual([kept.id]);
    expect(JSON.stringify(county.taken)).not.toContain(lan);
  });

  it('is what the settings name: no private matter to a desk that publishes, and nothing else', async () => {
    expect(handlerOf('rubbish')).toEqual({ name: city.desk.title, publishes: true });
    expect(handlerOf('home-visit')).toBeUndefined();
    expect(handlerOf('noise')).toBeUndefined();
    const [visit, noise] = [await file('home-visit'), await file('noise')];
    await here().tend();
    expect([city.taken, await here().copyOf(visit.id), await here().copyOf(noise.id)]).toEqual([
      [],
      undefined,
      undefined,
    ]);
  });

  describe.each([
    ['that knows no ids', () => city, 'rubbish'],
    ['that knows our ids', () => county, 'stairs-light'],
  ] as const)('to a desk %s', (_, deskOf, category) => {
    it.each<[string, Fate[]]>([
      ['all is well', []],
      ['it could not be reached for a while', ['unreached', 'unreached', 'unreached']],
      ['the call was lost before it arrived', ['lost-before']],
      ['the answer was lost after it was taken', ['lost-after']],
      ['everything was lost in turn', ['unreached', 'lost-before', 'lost-before', 'lost-after', 'unreached']],
    ])('a matter is handed over once when %s', async (__, fates) => {
      deskOf().fates.push(...fates);
      const { id } = await file(category);
      await tendFor(2 * hour);
      expect(deskOf().taken.map((each) => each.id)).toEqual([id]);
      expect(await here().copyOf(id)).toMatchObject({ state: 'sent' });
    });

    it('a matter is handed over once when the process is killed after it was taken', async () => {
      deskOf().fates.push('killed-after');
      const { id } = await file(category);
      await expect(here().tend()).rejects.toThrow(Killed);
      expect(await here().copyOf(id)).toMatchObject({ state: 'in-doubt' });
      // Whoever was killed may still be at it as far as others know.
      await here().tend();
      expect(await here().copyOf(id)).toMatchObject({ state: 'in-doubt' });
      await tendFor(hour);
      expect(deskOf().taken.map((each) => each.id)).toEqual([id]);
      expect(await here().copyOf(id)).toMatchObject({ state: 'sent' });
    });

    it('twelve matters are handed over once each by four processes at once', async () => {
      deskOf().fates.push(...Array.from({ length: 8 }, (__, n) => (n % 3 ? 'taken' : 'lost-after') as Fate));
      const ids: string[] = [];
      for (let n = 0; n < 12; n += 1) ids.push((await file(category)).id);
      for (let n = 0; n < 12; n += 1) {
        await Promise.all([here().tend(), here().tend(), here().tend(), here().tend()]);
        clock.forward(5 * minute);
      }
      expect(
        deskOf()
          .taken.map(({ id }) => id)
          .sort(),
      ).toEqual(ids.sort());
    });

    it('a refusal comes back to the grid with its reason, and is not sent again', async () => {
      deskOf().fates.push('refused');
      const { id } = await file(category);
      await tendFor(2 * hour);
      expect(await timeline(id)).toEqual(['submit', 'assign: 不在本市管辖范围']);
      expect((await here().requestDesk.get(id))?.timeline[1]).toMatchObject({
        role: 'handler',
        actorId: null,
        state: 'assigned',
        desk: deskOf().desk.name,
      });
      expect(await here().copyOf(id)).toMatchObject({ state: 'back' });
      expect(deskOf().taken).toEqual([]);
    });

    it('what cannot be handed over in a day is the grid’s after all', async () => {
      deskOf().isDown = true;
      const { id } = await file(category);
      await tendFor(25 * hour);
      expect((await here().requestDesk.get(id))?.timeline[1]).toMatchObject({
        event: 'assign',
        destination: 'unreached',
      });
      deskOf().isDown = false;
      await tendFor(hour);
      expect([deskOf().taken, await here().copyOf(id)]).toEqual([
        [],
        expect.objectContaining({ state: 'back' }),
      ]);
    });

    it('what the resident withdrew before is not sent', async () => {
      deskOf().isDown = true;
      const request = await file(category);
      await here().tend();
      const withdrawn = {
        event: 'withdraw',
        role: 'filer',
        actorId: lan,
        state: 'withdrawn',
        photos: [],
      } as const;
      await here().requestDesk.append(request.id, 1, { ...withdrawn, photos: [] }, null);
      deskOf().isDown = false;
      await tendFor(hour);
      expect(deskOf().taken).toEqual([]);
    });
  });

  it('what is perhaps there is never sent again while the list does not say', async () => {
    city.fates.push('lost-after');
    city.isListSlow = true;
    const { id } = await file();
    await tendFor(5 * hour);
    expect([city.taken.length, city.looked > 3]).toEqual([1, true]);
    city.isListSlow = false;
    await tendFor(hour);
    expect(city.taken).toHaveLength(1);
    expect(await here().copyOf(id)).toMatchObject({ state: 'sent' });
  });

  it('what cannot be looked for in a day comes back as perhaps there, and what they say later still counts', async () => {
    county.fates.push(...Array.from({ length: 200 }, (): Fate => 'lost-after'));
    const { id } = await file('stairs-light');
    await tendFor(25 * hour);
    expect((await here().requestDesk.get(id))?.timeline[1]).toMatchObject({
      event: 'assign',
      desk: 'county',
      destination: 'unconfirmed',
    });
    const call = { id: 'c-1', timestamp: '', signature: 'good', body: '' };
    const finished = { matter: id, kind: 'finished' as const, at: clock.now(), words: '灯换好了' };
    expect(await here().receive('county', call, finished)).toEqual({ ok: true, value: 'taken' });
    expect(await timeline(id)).toEqual(['submit', 'assign', 'resolve: 灯换好了']);
  });

  it('a desk that the deployment no longer has gives back what it was not sent', async () => {
    county.isDown = true;
    const { id } = await file('stairs-light');
    await here().tend();
    await processOf(city.desk).tend();
    expect((await here().requestDesk.get(id))?.timeline[1]).toMatchObject({ destination: 'unreached' });
  });

  it('its steps come onto our timeline once, and end the asking', async () => {
    const { id } = await file();
    city.steps = [step('open', 'dispatched', '2026-11-24T03:00:00Z')];
    await tendFor(hour);
    expect(await timeline(id)).toEqual(['submit', 'accept']);
    city.number = '21-0099';
    city.steps.push(step('s', 'replied', '2026-11-24T04:00:00Z', '明天上午来清'));
    await tendFor(hour);
    expect(await timeline(id)).toEqual(['submit', 'accept', 'reply: 明天上午来清']);
    expect(await here().copyOf(id)).toEqual({ title: city.desk.title, state: 'sent', number: '21-0099' });
    city.steps.push(step('closed', 'finished', '2026-11-25T01:00:00Z', '清走了'));
    await tendFor(hour);
    expect(await timeline(id)).toEqual(['submit', 'accept', 'reply: 明天上午来清', 'resolve: 清走了']);
    expect(await here().copyOf(id)).toMatchObject({ state: 'finished' });
    const { asked } = city;
    await tendFor(4 * hour);
    expect(city.asked).toBe(asked);
  });

  describe('called back', () => {
    const call = (id: string, signature = 'good') => ({ id, timestamp: '', signature, body: '' });
    const tell = (
      id: string,
      matter: string,
      kind: 'dispatched' | 'replied' | 'returned' | 'finished',
      at: string,
      words?: string,
    ) => here().receive('county', call(id), { matter, ...step('', kind, at, words) });
    const said = (value: string) => ({ ok: true, value });
    let id: string;
    beforeEach(async () => {
      ({ id } = await file('stairs-light'));
      await here().tend();
    });

    it('each call counts once, however often it comes', async () => {
      const times = await Promise.all(
        Array.from({ length: 8 }, () => tell('c-1', id, 'dispatched', '2026-11-24T03:00:00Z')),
      );
      expect(times.map((each) => each.ok && each.value).sort()).toEqual([
        ...Array<string>(7).fill('known'),
        'taken',
      ]);
      expect(await timeline(id)).toEqual(['submit', 'accept']);
    });

    it('办结 without what came before says all of it; what comes late says nothing', async () => {
      expect(await tell('c-3', id, 'finished', '2026-11-24T05:00:00Z', '换好了')).toEqual(said('taken'));
      expect(await tell('c-1', id, 'dispatched', '2026-11-24T03:00:00Z')).toEqual(said('late'));
      expect(await tell('c-2', id, 'returned', '2026-11-24T04:00:00Z', '不归我们')).toEqual(said('late'));
      expect(await tell('c-4', id, 'replied', '2026-11-24T04:30:00Z', '电工在路上')).toEqual(said('taken'));
      expect(await timeline(id)).toEqual(['submit', 'accept', 'resolve: 换好了', 'reply: 电工在路上']);
    });

    it('退单 gives it back to the grid; then it is nobody else’s', async () => {
      await tell('c-1', id, 'dispatched', '2026-11-24T03:00:00Z');
      expect(await tell('c-2', id, 'returned', '2026-11-24T04:00:00Z', '归物业管')).toEqual(said('taken'));
      expect(await tell('c-3', id, 'finished', '2026-11-24T05:00:00Z')).toEqual(said('late'));
      expect(await timeline(id)).toEqual(['submit', 'accept', 'assign: 归物业管']);
      expect(await here().requestDesk.get(id)).toMatchObject({ state: 'assigned', ownerId: null });
    });

    it('while the resident acts, neither is lost', async () => {
      const { requestDesk } = here();
      const add = async () => {
        for (;;) {
          const now = await requestDesk.get(id);
          const event = {
            event: 'add',
            role: 'filer',
            actorId: lan,
            state: now?.state ?? 'submitted',
          } as const;
          const put = await requestDesk.append(id, now?.version ?? 0, { ...event, photos: [] }, null);
          if (put.ok) return;
        }
      };
      await Promise.all([add(), tell('c-1', id, 'finished', '2026-11-24T03:00:00Z'), add()]);
      expect((await timeline(id))?.sort()).toEqual(['accept', 'add', 'add', 'resolve', 'submit']);
    });

    it('a call that is not theirs, or about what is not theirs, changes nothing', async () => {
      const { id: citys } = await file();
      expect(await tell('c-1', citys, 'finished', '2026-11-24T03:00:00Z')).toMatchObject({
        failure: 'unknown-matter',
      });
      const finished = { matter: id, ...step('', 'finished', '2026-11-24T03:00:00Z') };
      expect(await here().receive('county', call('c-1', 'bad'), finished)).toMatchObject({
        failure: 'signature-invalid',
      });
      expect(await here().receive('city', call('c-1'), finished)).toMatchObject({ failure: 'unknown-desk' });
      expect(await here().receive('nobody', call('c-1'), finished)).toMatchObject({
        failure: 'unknown-desk',
      });
      expect(await timeline(id)).toEqual(['submit']);
    });
  });
});
