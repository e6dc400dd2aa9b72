import type {
  AccountJoin,
  ColourView,
  Consent,
  Me,
  RequestSummary,
  ServiceRequest,
  SignedInPhone,
} from '../../../src/contract/api';
import { sql } from 'kysely';
import { describeOnEachDatabase } from '../../support/database';
import {
  addConfirmed,
  addSomeone,
  asWorker,
  codeOf,
  familyOf,
  help,
  scan,
  showOn,
  statusOf,
  type Someone,
} from '../../support/scenarios';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, personaOf, westAddress } from '../../support/world';

describeOnEachDatabase('the same person on a second account', (open) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ database: await open() });
    await addWorld(app.database);
  });
  afterAll(() => app.close());

  /** A first account that is confirmed, a second that showed the same document. */
  async function twoAccounts(options: Parameters<typeof addSomeone>[1] = {}) {
    const first = await addConfirmed(app);
    const second = await addSomeone(app, { name: '小张', ...options });
    const asked = await scan(app, { ...first.document, code: await codeOf(second.call) });
    expect(asked.body.outcome).toBe('known-elsewhere');
    return { first, second, joinId: asked.body.joinId ?? '', asked: asked.body };
  }
  const answer = (call: CallEndpoint, id: string, join: boolean) =>
    call('POST /v1/account-joins/:id/answer', { params: { id }, body: { join } });
  const joinsOf = async (call: CallEndpoint) => (await call<AccountJoin[]>('GET /v1/me/account-joins')).body;
  const me = async ({ call }: Pick<Someone, 'call'>) => (await call<Me>('GET /v1/me')).body;
  const file = (call: CallEndpoint, more: object = {}) =>
    call<ServiceRequest>('POST /v1/service-requests', {
      body: {
        category: 'rubbish',
        answers: { what: ['bulky'], since: 'days' },
        place: { addressId: westAddress },
        ...more,
      },
    });

  it('gets no second person key: the first account is asked', async () => {
    const { first, second, joinId, asked } = await twoAccounts();
    expect(asked).toMatchObject({ personId: first.id, maskedName: '张*兰' });
    expect(await joinsOf(first.call)).toEqual([
      { id: joinId, askedAt: app.clock.now().toISOString(), device: expect.stringMatching(/^手机/) },
    ]);
    expect(await joinsOf(second.call)).toEqual([]);
    expect(await me(second)).toMatchObject({ id: second.id, confirmed: false, name: '小张' });
    const again = await scan(app, { ...first.document, code: await codeOf(second.call) });
    expect(again.body.joinId).toBe(joinId);
    expect(await joinsOf(first.call)).toHaveLength(1);
  });

  it('is one account once the first agrees: phones, requests, codes and family', async () => {
    const { first, second, joinId } = await twoAccounts();
    const brother = await addConfirmed(app, { name: '王小明' });
    await help(first, brother, ['show']);
    const other = await addConfirmed(app, { name: '王大明' });
    await app.database.kysely
      .updateTable('person')
      .set({ confirmed: true })
      .where('id', '=', second.id)
      .execute();
    await help(second, other, ['show', 'read']);
    await app.database.kysely
      .updateTable('person')
      .set({ confirmed: false })
      .where('id', '=', second.id)
      .execute();
    const request = await file(second.call);
    expect(request.status).toBe(201);
    const own = await showOn(app, second.call);
    const lent = await showOn(app, second.call, other.id);
    expect([await statusOf(app, own.body.credential), await statusOf(app, lent.body.credential)]).toEqual([
      0, 0,
    ]);

    expect((await answer(first.call, joinId, true)).status).toBe(200);
    expect(await me(second)).toMatchObject({ id: first.id, name: '张桂兰', confirmed: true });
    expect(await joinsOf(first.call)).toEqual([]);
    expect([await statusOf(app, own.body.credential), await statusOf(app, lent.body.credential)]).toEqual([
      1, 1,
    ]);
    expect((await showOn(app, second.call)).body).toMatchObject({ personId: first.id, confirmed: true });
    const phones = (await first.call<SignedInPhone[]>('GET /v1/me/phones')).body;
    expect(phones).toHaveLength(2);
    const requests = (await first.call<RequestSummary[]>('GET /v1/service-requests')).body;
    expect(requests.map(({ id }) => id)).toEqual([request.body.id]);
    const { members } = await familyOf(first.call);
    expect(members.map(({ personId }) => personId).sort()).toEqual([brother.id, other.id].sort());
    // The timeline was not rewritten, and still speaks of one person: "you" to themself, a name to the team.
    const path = { params: { id: request.body.id } };
    const mine = (await first.call<ServiceRequest>('GET /v1/service-requests/:id', path)).body;
    expect(mine.timeline[0]?.by).toEqual({ role: 'filer' });
    const theirs = (await (await asWorker(app))<ServiceRequest>('GET /v1/service-requests/:id', path)).body;
    expect(theirs.timeline[0]?.by).toEqual({ role: 'filer', maskedName: '张*兰' });
    // Asked once, answered once.
    expect((await answer(first.call, joinId, true)).status).toBe(404);
  });

  it('stays two, the second unconfirmed, when the first says no', async () => {
    const { first, second, joinId } = await twoAccounts();
    expect((await answer(first.call, joinId, false)).status).toBe(200);
    expect(await me(second)).toMatchObject({ id: second.id, confirmed: false });
    expect(await joinsOf(first.call)).toEqual([]);
  });

  it('may be decided at the desk: by who saw the document, or an officer of the place', async () => {
    for (const role of ['worker', 'officer'] as const) {
      const { first, second, joinId } = await twoAccounts();
      expect((await answer(await app.as(personaOf(role)), joinId, true)).status).toBe(200);
      expect((await me(second)).id).toBe(first.id);
    }
  });

  it('is no business of anyone else’s, the second’s own least of all', async () => {
    const { second, joinId } = await twoAccounts();
    for (const call of [
      second.call,
      (await addConfirmed(app)).call,
      await app.as(personaOf('neighbour')),
      await app.as(personaOf('checkpoint')),
    ])
      expect((await answer(call, joinId, true)).status).toBe(404);
    expect((await me(second)).confirmed).toBe(false);
  });

  it('gives a first account without a phone what only the second knew', async () => {
    const grandmother = await addSomeone(app, { name: '李桂珍' });
    const admitted = await scan(app, { ...grandmother.document, home: { node: '330106990001001' } });
    const asked = await scan(app, { ...grandmother.document, code: await codeOf(grandmother.call) });
    expect(asked.body).toMatchObject({ outcome: 'known-elsewhere', personId: admitted.body.personId });
    const worker = await asWorker(app);
    expect((await answer(worker, asked.body.joinId ?? '', true)).status).toBe(200);
    expect(await me(grandmother)).toMatchObject({
      id: admitted.body.personId,
      confirmed: true,
      privacyVersion: '1',
    });
    expect((await showOn(app, grandmother.call)).status).toBe(201);
  });

  it('answers what its phone sends again as it was answered before', async () => {
    const { first, second, joinId } = await twoAccounts();
    const body = {
      category: 'rubbish',
      answers: { what: ['bulky'], since: 'days' },
      place: { addressId: westAddress },
    };
    const sent = { body, idempotencyKey: 'sent-before-and-after' };
    const before = await second.call<ServiceRequest>('POST /v1/service-requests', sent);
    await answer(first.call, joinId, true);
    const after = await second.call<ServiceRequest>('POST /v1/service-requests', sent);
    expect(after.body.id).toBe(before.body.id);
  });

  describe('of two words about health the last one counts', () => {
    const fever = { symptoms: ['fever'], temperature: 38.2, onsetOn: '2026-11-24', contact: false };
    const says = async ({ call }: Pick<Someone, 'call'>, yes: boolean) => {
      app.clock.forward(60_000);
      if (yes) await call('POST /v1/declarations', { body: fever });
      else await call('DELETE /v1/me/consents/:kind', { params: { kind: 'health' } });
    };

    it.each([
      [
        'the first took it back before the second said yes',
        ['first', true],
        ['first', false],
        ['second', true],
        true,
      ],
      ['the second took it back last', ['first', true], ['second', true], ['second', false], false],
      ['the first took it back last', ['second', true], ['first', true], ['first', false], false],
    ] as const)('%s', async (_, ...told) => {
      const { first, second, joinId } = await twoAccounts();
      const stands = told[3];
      for (const said of told.slice(0, 3) as [string, boolean][])
        await says(said[0] === 'first' ? first : second, said[1]);
      expect((await answer(first.call, joinId, true)).status).toBe(200);
      const consents = (await first.call<Consent[]>('GET /v1/me/consents')).body;
      const health = consents.find(({ kind }) => kind === 'health');
      expect(health?.givenAt).toEqual(stands ? expect.any(String) : null);
      expect((await first.call<object[]>('GET /v1/declarations')).body).toHaveLength(stands ? 1 : 0);
      expect(await app.ports.facts.of(first.id)).toHaveLength(stands ? 1 : 0);
      const { colour } = (
        await first.call<ColourView>('GET /v1/colours/:personId', { params: { personId: first.id } })
      ).body;
      expect(colour).toBe(stands ? 'yellow' : 'green');
    });
  });

  it('brings the facts officials entered of either', async () => {
    const { first, second, joinId } = await twoAccounts();
    for (const { id } of [first, second])
      await app.ports.facts.add(
        { personId: id },
        {
          kind: 'positive-test',
          values: { method: 'pcr' },
          since: app.clock.now().toISOString(),
          from: { zh: '社区卫生站', en: 'Community clinic' },
          source: 'official',
        },
      );
    expect((await answer(first.call, joinId, true)).status).toBe(200);
    expect(await app.ports.facts.of(first.id)).toHaveLength(2);
  });

  it('takes everything along that refers to a person: what a join makes of a new table is said here', async () => {
    const { rows } = await sql<{ column: string }>`
      select c.conrelid::regclass || '.' || a.attname as column from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.contype = 'f' and c.confrelid = 'person'::regclass`.execute(app.database.kysely);
    const moved = [
      'appeal.filed_by',
      'appeal.owner_id',
      'appeal.person_id',
      'body_steward.person_id',
      'checkpoint_duty.person_id',
      'colour_change.person_id',
      'complaint.filer_id',
      'consent.person_id',
      'declaration.declared_by',
      'declaration.person_id',
      'absence.person_id',
      'absence.stand_in',
      'reply_phrase.person_id',
      'duty_roster.person_id',
      'exposure_notice.publisher_id',
      'fact.person_id',
      'family_relation.actor_id',
      'family_relation.person_id',
      'idempotency_key.person_id',
      'identity.person_id',
      'invitation.person_id',
      'followed_place.person_id',
      'look_in_wish.person_id',
      'muted_category.person_id',
      'notice.approved_by',
      'notice.author_id',
      'notice_acknowledged.by_id',
      'notice_acknowledged.person_id',
      'notice_delivered.person_id',
      'notice_draft.approved_by',
      'notice_draft.author_id',
      'notice_read.person_id',
      'nudge_grant.person_id',
      'pdf.owner_id',
      'photo.owner_id',
      'proposal.proposed_by',
      'proposal.refused_by',
      'proposal.subject_id',
      'proposal_signature.person_id',
      'reading_log.reader_id',
      'reading_log.subject_id',
      'role_grant.person_id',
      'service_request.filed_by',
      'service_request.filer_id',
      'service_request.owner_id',
      'service_request_follower.person_id',
      'session.person_id',
      'staff.person_id',
      'visit.worker_id',
      'voice_note.owner_id',
    ];
    const revoked = ['code_spell.bearer_id', 'code_spell.person_id'];
    const ended = [
      'account_closing.person_id',
      'confirmation_code.person_id',
      'family_ask.actor_id',
      'person_colour.person_id',
      'source_heard.person_id',
    ];
    // A record of what was; the second's id leads to the first.
    const kept = [
      'account_join.first_id',
      'account_join.second_id',
      'account_join.seen_by',
      // A machine’s account: nobody joins it.
      'api_key.person_id',
      'complaint_event.actor_id',
      'person.joined_into',
      'request_release.by_id',
      'service_request_event.actor_id',
      'service_request_event.next_owner',
    ];
    expect(rows.map(({ column }) => column).sort()).toEqual([...moved, ...revoked, ...ended, ...kept].sort());
  });
});
