import type { InputOf, Notice, NoticeDraft, OutputOf } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { draftsGoingOut } from '../../../src/backend/routes/notice-drafts';
import { describeOnEachDatabase } from '../../support/database';
import { addPerson } from '../../support/people';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, community, personaOf, roles, west, type WorldRole } from '../../support/world';
import { takeDown } from '../../support/notices';

type Content = InputOf<'POST /v1/notices'>['body'];
type Act = InputOf<'POST /v1/notice-drafts/:id/acts'>['body']['act'];
type By = WorldRole | 'second';
const hour = 60 * 60 * 1000;

describeOnEachDatabase('drafts of notices', (open) => {
  let app: TestApp;
  const by = {} as Record<By, CallEndpoint>;
  const ids = {} as Record<By, string>;
  beforeAll(async () => {
    const database = await open();
    app = await startTestApp({ database });
    Object.assign(ids, await addWorld(database));
    for (const role of roles) by[role] = await app.as(personaOf(role));
    ids.second = await addPerson(database, 'world:second', {
      name: '许安',
      grants: [{ role: 'officer', node: '330106' }],
    });
    by.second = await app.as('world:second');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await takeDown(app.database, app.ports.noticeSource);
    await app.database.kysely.deleteFrom('notice_draft').execute();
  });

  const content = (more: Partial<Content> = {}): Content => ({
    severity: 'Minor',
    category: 'Met',
    info: [{ language: 'zh', headline: '台风明早到', description: '' }],
    audience: { include: [west] },
    ...more,
  });
  const wide = content({ severity: 'Severe', audience: { include: ['330106'] } });

  const save = async (as: By, of: Content, follows = {}) => {
    const answer = await by[as]<NoticeDraft>('POST /v1/notice-drafts', { body: { content: of, ...follows } });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const acts = async (as: By, { id, version }: Pick<NoticeDraft, 'id' | 'version'>, act: Act, more = {}) => {
    const { status, body } = await by[as]<NoticeDraft & Problem>('POST /v1/notice-drafts/:id/acts', {
      params: { id },
      body: { act, version, ...more },
    });
    return { ...body, status };
  };
  const listed = async (as: By) =>
    (await by[as]<OutputOf<'GET /v1/notice-drafts'>>('GET /v1/notice-drafts')).body.drafts;
  const told = async (as: By) =>
    (await by[as]<OutputOf<'GET /v1/notices'>>('GET /v1/notices')).body.notices.map(
      ({ info }) => info[0]?.headline,
    );
  const sendDue = () => draftsGoingOut(app.ports).sendDue(app.database.unit.together);

  it('needs nobody within a township: handed in, it is out', async () => {
    const draft = await save('officer', content({ severity: 'Extreme' }));
    expect(draft).toMatchObject({ state: 'draft', mine: true, needsApproval: false, node: community });
    expect(await told('resident')).toEqual([]);
    expect(await acts('officer', draft, 'submit')).toMatchObject({ status: 200, state: 'published' });
    expect(await told('resident')).toEqual(['台风明早到']);
    expect(await listed('officer')).toEqual([]);
  });

  it('waits for a second person of that place or above, never its author, nobody below', async () => {
    const refused = await by['county-officer']<Problem>('POST /v1/notices', { body: wide });
    expect([refused.status, refused.body.code]).toEqual([409, 'notice-approval-required']);
    const draft = await save('county-officer', wide);
    const waiting = await acts('county-officer', draft, 'submit');
    expect(waiting).toMatchObject({ state: 'awaiting', needsApproval: true, mayApprove: false });
    expect(await told('resident')).toEqual([]);
    expect(await acts('county-officer', waiting, 'approve')).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
    for (const below of ['officer', 'worker'] as const) {
      expect(await acts(below, waiting, 'approve')).toMatchObject({ status: 404 });
      expect(await listed(below)).toEqual([]);
    }
    expect(await listed('second')).toMatchObject([
      { id: draft.id, mine: false, mayApprove: true, authorMaskedName: '陆*涛' },
    ]);
    expect(await acts('second', waiting, 'approve')).toMatchObject({ status: 200, state: 'published' });
    expect(await told('resident')).toEqual(['台风明早到']);
    const rows = await app.database.kysely
      .selectFrom('notice')
      .select(['author_id', 'approved_by', 'author_node'])
      .execute();
    expect(rows).toEqual([
      { author_id: ids['county-officer'], approved_by: ids.second, author_node: '330106' },
    ]);
  });

  it('is sent back with a reason, changed, and handed in again; what was approved is what goes out', async () => {
    const waiting = await acts('county-officer', await save('county-officer', wide), 'submit');
    const changing = (version: number, headline: string) =>
      by['county-officer']<NoticeDraft & Problem>('PUT /v1/notice-drafts/:id', {
        params: { id: waiting.id },
        body: { version, content: { ...wide, info: [{ language: 'zh', headline, description: '' }] } },
      });
    const meanwhile = await changing(waiting.version, '别的话');
    expect([meanwhile.status, meanwhile.body.code]).toEqual([409, 'draft-refused']);
    expect(await acts('second', waiting, 'return')).toMatchObject({ status: 400 });
    const back = await acts('second', waiting, 'return', { because: '写上几点' });
    expect(back).toMatchObject({ status: 200, state: 'draft' });
    expect(await listed('county-officer')).toMatchObject([
      { returnedBecause: '写上几点', mayApprove: false },
    ]);
    const changed = await changing(back.version, '台风明早 6 点到');
    expect(changed.status).toBe(200);
    const again = await acts('county-officer', changed.body, 'submit');
    expect(await listed('second')).toMatchObject([{ content: { info: [{ headline: '台风明早 6 点到' }] } }]);
    await acts('second', again, 'approve');
    expect(await told('resident')).toEqual(['台风明早 6 点到']);
  });

  it('is taken back and discarded by its author alone; over is over', async () => {
    const waiting = await acts('county-officer', await save('county-officer', wide), 'submit');
    for (const act of ['recall', 'discard'] as const)
      expect(await acts('second', waiting, act)).toMatchObject({ status: 403 });
    const back = await acts('county-officer', waiting, 'recall');
    expect([back.state, (await listed('second')).length]).toEqual(['draft', 0]);
    const gone = await acts('county-officer', back, 'discard');
    expect([gone.state, (await listed('county-officer')).length]).toEqual(['discarded', 0]);
    for (const act of ['submit', 'recall', 'discard'] as const)
      expect(await acts('county-officer', gone, act)).toMatchObject({ status: 409, code: 'draft-refused' });
  });

  it('tells who comes second of two that act on one version', async () => {
    const draft = await save('officer', content());
    const put = () =>
      by.officer<Problem>('PUT /v1/notice-drafts/:id', {
        params: { id: draft.id },
        body: { version: draft.version, content: content({ severity: 'Moderate' }) },
      });
    expect((await put()).status).toBe(200);
    const late = await put();
    expect([late.status, late.body.code]).toEqual([409, 'changed-meanwhile']);
    expect(await acts('officer', draft, 'submit')).toMatchObject({ code: 'changed-meanwhile' });
    expect(await told('resident')).toEqual([]);
  });

  it('goes out at its hour, once, and not before', async () => {
    const publishAt = new Date(app.clock.now().getTime() + hour).toISOString();
    const draft = await save('officer', content());
    expect(await acts('officer', draft, 'submit', { publishAt })).toMatchObject({
      state: 'scheduled',
      publishAt,
    });
    await sendDue();
    app.clock.forward(hour - 1);
    await sendDue();
    expect(await told('resident')).toEqual([]);
    app.clock.forward(1);
    await Promise.all([sendDue(), sendDue()]);
    await sendDue();
    expect(await told('resident')).toEqual(['台风明早到']);
    expect(await listed('officer')).toEqual([]);
  });

  it('approved before its hour waits for it', async () => {
    const publishAt = new Date(app.clock.now().getTime() + hour).toISOString();
    const waiting = await acts('county-officer', await save('county-officer', wide), 'submit', { publishAt });
    expect(await acts('second', waiting, 'approve')).toMatchObject({ state: 'scheduled' });
    expect(await told('resident')).toEqual([]);
    app.clock.forward(hour);
    await sendDue();
    expect(await told('resident')).toEqual(['台风明早到']);
  });

  it('comes back with the reason when at its hour it is over, or its author serves there no more', async () => {
    const now = app.clock.now().getTime();
    const at = (hours: number): string => new Date(now + hours * hour).toISOString();
    const short = await save('officer', content({ expiresAt: at(1) }));
    await acts('officer', short, 'submit', { publishAt: at(2) });
    const other = await addPerson(app.database, `world:leaving-${now}`, {
      grants: [{ role: 'officer', node: community }],
    });
    by.second = await app.as(`world:leaving-${now}`);
    const left = await save('second', content());
    await acts('second', left, 'submit', { publishAt: at(2) });
    by.second = await app.as('world:second');
    await app.database.kysely.deleteFrom('role_grant').where('person_id', '=', other).execute();
    app.clock.forward(3 * hour);
    await sendDue();
    expect(await told('resident')).toEqual([]);
    const rows = await app.database.kysely
      .selectFrom('notice_draft')
      .select(['state', 'returned_because'])
      .orderBy('created_at')
      .orderBy('returned_because', 'desc')
      .execute();
    expect(rows).toEqual([
      { state: 'draft', returned_because: 'notice-expired-already' },
      { state: 'draft', returned_because: 'audience-outside' },
    ]);
  });

  it('updates what is out, unless that changed meanwhile', async () => {
    const { body: first } = await by.officer<Notice>('POST /v1/notices', { body: content() });
    const update = content({ info: [{ language: 'zh', headline: '台风不来了', description: '' }] });
    const draft = await save('officer', update, { eventId: first.id, seenVersion: 1 });
    const late = await save('officer', update, { eventId: first.id, seenVersion: 1 });
    expect(await acts('officer', draft, 'submit')).toMatchObject({ state: 'published', eventId: first.id });
    expect(await acts('officer', late, 'submit')).toMatchObject({ status: 409, code: 'notice-changed' });
    // Where it was, for its author to go on with.
    expect(await listed('officer')).toMatchObject([{ id: late.id, state: 'draft', version: late.version }]);
    expect(await told('resident')).toEqual(['台风不来了']);
    const unseen = await by.officer<Problem>('POST /v1/notice-drafts', {
      body: { content: update, eventId: first.id, seenVersion: 1 },
    });
    expect([unseen.status, unseen.body.code]).toEqual([409, 'notice-changed']);
  });
});

describeOnEachDatabase('where the county wants a second person besides', (open) => {
  it('asks one for these severities wherever they go', async () => {
    const database = await open();
    const app = await startTestApp({ database, environment: { NOTICE_APPROVAL: 'Extreme,Moderate' } });
    try {
      await addWorld(database);
      const officer = await app.as(personaOf('officer'));
      const tries = async (severity: Content['severity']) =>
        (
          await officer<Problem>('POST /v1/notices', {
            body: {
              severity,
              category: 'Infra',
              info: [{ language: 'zh', headline: '停水', description: '' }],
              audience: { include: [west] },
            },
          })
        ).status;
      expect([await tries('Extreme'), await tries('Moderate'), await tries('Severe')]).toEqual([
        409, 409, 201,
      ]);
    } finally {
      await app.close();
    }
  });
});
