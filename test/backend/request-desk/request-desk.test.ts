import type { Database } from '../../../src/backend/adapters/embedded/database';
import { createRequestDesk } from '../../../src/backend/adapters/embedded/request-desk';
import type { DeskEvent, RequestDesk, RequestDraft } from '../../../src/backend/ports/request-desk';
import { describeOnEachDatabase } from '../../support/database';
import { movedClock } from '../../support/moved-clock';
import { addPhoto } from '../../support/stored-photo';
import { addPerson, addRegions } from '../../support/people';
import { randomUUID } from 'node:crypto';

const seventh = '330106001002007';
const eighth = '330106001002008';
const community = '330106001002';
const elsewhere = '330106001003007';

describeOnEachDatabase('request desk', (open) => {
  let database: Database;
  let desk: RequestDesk;
  let lan: string;
  let wang: string;
  const clock = movedClock();

  beforeAll(async () => {
    database = await open();
    desk = createRequestDesk(database.unit, clock, () => Promise.resolve(undefined));
    await addRegions(database, { [seventh]: '第 7 网格', [eighth]: '第 8 网格', [elsewhere]: '第 7 网格' });
    lan = await addPerson(database, 'lan');
    wang = await addPerson(database, 'wang');
  });

  const draft = (more: Partial<RequestDraft> = {}): RequestDraft => ({
    category: 'stairs-clutter',
    catalogueVersion: '1',
    filerId: lan,
    node: seventh,
    answers: { where: 'corridor', what: ['boxes', 'e-bike'], count: 3 },
    words: '纸箱占了过道',
    photos: [],
    place: { text: '5 幢 3 楼', note: '3 楼', point: { lng: 120.1, lat: 30.2 } },
    ...more,
  });
  const accepted = (more: Partial<DeskEvent> = {}): DeskEvent => ({
    event: 'accept',
    role: 'handler',
    actorId: wang,
    state: 'accepted',
    photos: [],
    ...more,
  });
  const photo = (): Promise<string> => addPhoto(database, lan, clock.now());

  it('keeps a request as it was filed, with its first entry', async () => {
    const photos = [await photo(), await photo(), await photo()];
    const filed = await desk.file(draft({ photos }));
    expect(filed).toMatchObject({
      ...draft({ photos }),
      state: 'submitted',
      ownerId: null,
      version: 1,
      createdAt: clock.now(),
      changedAt: clock.now(),
      timeline: [{ seq: 1, event: 'submit', role: 'filer', actorId: lan, state: 'submitted', photos }],
    });
    expect(await desk.get(filed.id)).toEqual(filed);
    expect(await desk.get(randomUUID())).toBeUndefined();
  });

  it('numbers by grid, never twice', async () => {
    const { number } = await desk.file(draft({ node: eighth }));
    expect(number).toBe('8-0001');
    const filings = [seventh, elsewhere, eighth, community].flatMap((node) => [node, node, node]);
    const filed = await Promise.all(filings.map((node) => desk.file(draft({ node }))));
    const numbers = filed.map((request) => request.number);
    expect(new Set(numbers).size).toBe(numbers.length);
    filed.forEach(({ node, number: each }) =>
      expect(each).toMatch(
        node === community ? /^0-\d{4}$/ : new RegExp(`^${Number(node.slice(-3))}-\\d{4}$`),
      ),
    );
  });

  it('adds a step to the end, with its words, photos and owner', async () => {
    const filed = await desk.file(draft());
    clock.forward(60_000);
    const photos = [await photo()];
    const appended = await desk.append(filed.id, 1, accepted({ words: '下午来', photos }), wang);
    if (!appended.ok) throw new Error(appended.failure);
    expect(appended.value).toMatchObject({ state: 'accepted', ownerId: wang, version: 2, photos: [] });
    expect(appended.value.changedAt).toEqual(clock.now());
    expect(appended.value.createdAt).toEqual(filed.createdAt);
    expect(appended.value.timeline[0]).toEqual(filed.timeline[0]);
    expect(appended.value.timeline[1]).toEqual({
      ...accepted({ words: '下午来', photos }),
      seq: 2,
      at: clock.now(),
    });
    const referred = await desk.append(
      filed.id,
      2,
      accepted({ event: 'refer', state: 'referred', destination: '物业' }),
      wang,
    );
    expect(referred).toMatchObject({ value: { timeline: [{}, {}, { destination: '物业' }] } });
  });

  it('writes nothing for someone who saw an older version', async () => {
    const filed = await desk.file(draft());
    await desk.append(filed.id, 1, accepted(), wang);
    const before = await desk.get(filed.id);
    expect(await desk.append(filed.id, 1, accepted({ event: 'refer', state: 'referred' }), null)).toEqual({
      ok: false,
      failure: 'changed-meanwhile',
    });
    expect(await desk.get(filed.id)).toEqual(before);
  });

  it('lets one of two who act at once', async () => {
    const filed = await desk.file(draft());
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => desk.append(filed.id, 1, accepted(), wang)));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect((await desk.get(filed.id))?.timeline).toHaveLength(2);
  });

  it('keeps neither the step nor its state when its photo does not exist', async () => {
    const filed = await desk.file(draft());
    await expect(desk.append(filed.id, 1, accepted({ photos: [randomUUID()] }), wang)).rejects.toThrow();
    expect(await desk.get(filed.id)).toEqual(filed);
  });

  it('edits no entry of a timeline', async () => {
    const filed = await desk.file(draft());
    const edit = database.kysely
      .updateTable('service_request_event')
      .set({ words: '改了' })
      .where('request_id', '=', filed.id)
      .execute();
    await expect(edit).rejects.toThrow('append-only');
  });

  it('lists newest first, page by page, open or not', async () => {
    const mei = await addPerson(database, 'mei');
    const filed = [];
    for (const node of [seventh, eighth, community]) {
      clock.forward(1000);
      filed.push(await desk.file(draft({ filerId: mei, node })));
    }
    const [first, second, third] = filed.map((request) => request.id);
    await desk.append(
      second as string,
      1,
      accepted({ event: 'withdraw', role: 'filer', state: 'withdrawn' }),
      null,
    );
    const ids = async (page: Parameters<RequestDesk['filedBy']>[1]) =>
      (await desk.filedBy(mei, page)).map((request) => request.id);
    expect(await ids({ limit: 10 })).toEqual([third, second, first]);
    expect(await ids({ limit: 2 })).toEqual([third, second]);
    expect(await ids({ limit: 10, before: filed[1]?.createdAt as Date })).toEqual([first]);
    expect(await ids({ limit: 10, open: true })).toEqual([third, first]);
    expect(await ids({ limit: 10, open: false })).toEqual([second]);
  });

  it('lists what lies under the nodes, and nothing else', async () => {
    const nodes = async (under: string[]) =>
      new Set((await desk.under(under, { limit: 100 })).map((request) => request.node));
    expect(await nodes([seventh])).toEqual(new Set([seventh]));
    expect(await nodes([community])).toEqual(new Set([seventh, eighth, community]));
    expect(await nodes(['330106'])).toEqual(new Set([seventh, eighth, community, elsewhere]));
    expect(await nodes([eighth, elsewhere])).toEqual(new Set([eighth, elsewhere]));
    expect(await nodes(['3302'])).toEqual(new Set());
    expect(await nodes([])).toEqual(new Set());
  });
});
