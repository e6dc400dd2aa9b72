import type { Database } from '../../../src/backend/adapters/embedded/database';
import { createAppeals } from '../../../src/backend/adapters/embedded/appeals';
import { createDutyRoster } from '../../../src/backend/adapters/embedded/duty-roster';
import { createRetention } from '../../../src/backend/adapters/embedded/retention';
import { moveAccount } from '../../../src/backend/adapters/embedded/account-joins/move-account';
import type { AppealDraft, Appeals, AppealWithTimeline } from '../../../src/backend/ports/appeals';
import { describeOnEachDatabase } from '../../support/database';
import { noJournal } from '../../support/journal';
import { noLog } from '../../support/log';
import { movedClock } from '../../support/moved-clock';
import { addPhoto } from '../../support/stored-photo';
import { addPerson, addRegions } from '../../support/people';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';

const grid = '330106001002007';
const community = '330106001002';
const day = 86_400_000;

describeOnEachDatabase('where appeals are kept', (open) => {
  let database: Database;
  let appeals: Appeals;
  let lan: string;
  const clock = movedClock();

  beforeAll(async () => {
    database = await open();
    appeals = createAppeals({
      unit: database.unit,
      clock,
      auditLog: noLog,
      emergency: () => Promise.resolve(undefined),
    });
    await addRegions(database, { [grid]: '第 7 网格' });
    lan = await addPerson(database, 'lan');
  });

  const draft = (more: Partial<AppealDraft> = {}): AppealDraft => ({
    personId: lan,
    filedBy: lan,
    way: 'self',
    home: grid,
    node: community,
    reason: {
      rule: 'LL-Y-0003',
      version: '1.0.0',
      colour: 'yellow',
      reason: { zh: '抗原阳性', en: 'Positive' },
      source: 'official',
      from: { zh: '卫生站', en: 'Clinic' },
      factId: randomUUID(),
      since: clock.now().toISOString(),
      until: clock.now().toISOString(),
      wayBack: [],
    },
    dueAt: new Date(clock.now().getTime() + 7_200_000),
    photos: [],
    ...more,
  });
  async function filed(more: Partial<AppealDraft> = {}): Promise<AppealWithTimeline> {
    const made = await appeals.file(draft(more));
    if (!made.ok) throw new Error(made.failure);
    return made.value;
  }
  const step = (appeal: AppealWithTimeline, event: 'stand' | 'take' | 'withdraw', change = {}) =>
    appeals.append(
      appeal.id,
      appeal.version,
      {
        event,
        role: event === 'take' ? 'hearer' : 'system',
        actorId: null,
        state: ({ stand: 'waiting', take: 'taken', withdraw: 'withdrawn' } as const)[event],
        node: community,
        photos: [],
      },
      change,
    );
  const photo = (): Promise<string> => addPhoto(database, lan, clock.now());
  const has = async (table: 'photo' | 'appeal', id: string): Promise<boolean> =>
    (await database.kysely.selectFrom(table).select('id').where('id', '=', id).execute()).length > 0;

  test('two phones that send the same appeal at once make one', async () => {
    const same = draft();
    const made = await Promise.all([appeals.file(same), appeals.file(same), appeals.file(same)]);
    expect(made.map(({ ok }) => ok).sort()).toEqual([false, false, true]);
    expect(made.filter((one) => !one.ok)).toEqual([
      { ok: false, failure: 'open-already' },
      { ok: false, failure: 'open-already' },
    ]);
    // Another reason, or the same once it was answered, is another appeal.
    expect((await appeals.file(draft())).ok).toBe(true);
  });

  test('two who act on one picture of it: the second is told', async () => {
    const appeal = await filed();
    const both = await Promise.all([step(appeal, 'stand'), step(appeal, 'withdraw')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, failure: 'changed-meanwhile' });
  });

  test('those that nobody answered come with the next due first, and by place or by who has them', async () => {
    await database.kysely.deleteFrom('appeal').execute();
    const late = await filed({ dueAt: new Date(clock.now().getTime() + 9_000_000) });
    const soon = await filed();
    const elsewhere = await filed({ home: '330106001003007' });
    const over = await filed();
    for (const one of [late, soon, elsewhere]) await step(one, 'stand');
    await step(over, 'withdraw');
    expect((await appeals.open()).map(({ id }) => id).slice(-1)).toEqual([late.id]);
    expect(await appeals.open()).toHaveLength(3);
    const ids = async (nodes: string[], ownerId: string = randomUUID()) =>
      (await appeals.openFor({ nodes, ownerId })).map(({ id }) => id);
    expect(await ids([community])).toEqual([soon.id, late.id]);
    expect(await ids([])).toEqual([]);
    const taken = await appeals.get(elsewhere.id);
    if (!taken) throw new Error('gone');
    const who = await addPerson(database, randomUUID());
    await step(taken, 'take', { ownerId: who });
    expect(await ids([community], who)).toEqual(expect.arrayContaining([soon.id, elsewhere.id, late.id]));
  });

  test('a step cannot be edited away', async () => {
    const appeal = await filed({ words: '原话' });
    const edit = database.kysely.updateTable('appeal_event').set({ words: '改过' }).execute();
    await expect(edit).rejects.toThrow('append-only');
    expect((await appeals.get(appeal.id))?.timeline[0]?.words).toBe('原话');
  });

  test('evidence goes with its appeal, and stays where a request needs it', async () => {
    const [own, shared, other] = [await photo(), await photo(), await photo()];
    const appeal = await filed({ photos: [own, shared] });
    await filed({ photos: [shared] });
    expect((await appeals.withPhoto(shared)).length).toBe(2);
    await database.kysely.deleteFrom('appeal').where('id', '=', appeal.id).execute();
    expect([await has('photo', own), await has('photo', shared), await has('photo', other)]).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('a photo of an appeal is not swept as loose; half a year after its last step all of it is', async () => {
    const evidence = await photo();
    const appeal = await filed({ photos: [evidence] });
    const folder = mkdtempSync(join(tmpdir(), 'linli-appeals-'));
    const retention = createRetention(database.unit, clock, noJournal, folder);
    clock.forward(90 * day);
    await retention.sweep();
    expect([await has('appeal', appeal.id), await has('photo', evidence)]).toEqual([true, true]);
    clock.forward(91 * day);
    await retention.sweep();
    expect([await has('appeal', appeal.id), await has('photo', evidence)]).toEqual([false, false]);
  });

  test('a second account joined into the first brings its appeals, once each', async () => {
    const second = await addPerson(database, randomUUID());
    const [theirs, same] = [await filed({ personId: second, filedBy: second }), await filed()];
    await filed({ personId: second, filedBy: second, reason: same.reason });
    await database.unit.together(() => moveAccount(database.unit, { from: second, to: lan }));
    const mine = await appeals.of(lan);
    expect(mine.filter(({ reason }) => reason.factId === same.reason.factId)).toHaveLength(1);
    expect(mine.find(({ id }) => id === theirs.id)).toMatchObject({ filedBy: lan });
    expect(await appeals.of(second)).toEqual([]);
  });

  test('a roster is written as a whole, in its order, by week and by day', async () => {
    const roster = createDutyRoster(database.unit, noLog);
    const shift = { node: community, personId: lan, from: '20:00', until: '08:00' };
    const shifts = [
      { ...shift, on: { weekday: 7 } },
      { ...shift, on: { day: '2026-10-01' } },
    ];
    await roster.write(community, shifts, lan);
    expect(await roster.shiftsOf([community, grid])).toEqual(shifts);
    await roster.write(community, shifts.slice(1), lan);
    expect(await roster.shiftsOf([community])).toEqual(shifts.slice(1));
    expect(await roster.shiftsOf([])).toEqual([]);
    expect(await roster.officersOf([])).toEqual([]);
  });
});
