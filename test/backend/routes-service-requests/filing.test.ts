import { randomUUID } from 'node:crypto';
import type { InputOf, OutputOf, ServiceRequest } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { describeOnEachDatabase } from '../../support/database';
import { addPerson } from '../../support/people';
import { drawnPhoto } from '../../support/photos';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import {
  addWorld,
  community,
  east,
  elsewhere,
  personaOf,
  points,
  west,
  westAddress,
  westBuilding,
} from '../../support/world';

type Filing = InputOf<'POST /v1/service-requests'>['body'];

const clutter: Filing = {
  category: 'stairs-clutter',
  answers: { where: 'corridor', what: ['boxes'], passable: 'sideways' },
  words: ' 纸箱占了过道 ',
  place: { addressId: westAddress, note: '3 楼过道' },
};
const question: Filing = { category: 'ask-policy', answers: { about: 'papers', question: '怎么开证明' } };

describeOnEachDatabase('filing a request', (open) => {
  let app: TestApp;
  let resident: CallEndpoint;
  let neighbour: CallEndpoint;
  beforeAll(async () => {
    const database = await open();
    app = await startTestApp({ database });
    await addWorld(database);
    resident = await app.as(personaOf('resident'));
    neighbour = await app.as(personaOf('neighbour'));
  });
  afterAll(() => app.close());

  const file = <T = ServiceRequest>(body: Filing, more: { idempotencyKey?: string } = {}, as = resident) =>
    as<T>('POST /v1/service-requests', { body, ...more });
  async function refused(body: Filing, as = resident): Promise<[number, string, string[]]> {
    const answer = await file<Problem>(body, {}, as);
    return [
      answer.status,
      answer.body.code,
      (answer.body.fields ?? []).map(({ pointer, reason }) => `${pointer} ${reason}`),
    ];
  }
  const nodeOf = async (place: Filing['place'], as = resident) =>
    (await file({ ...clutter, ...(place ? { place } : {}) }, {}, as)).body.node;

  it('shows the catalogue to anyone, all three kinds of it', async () => {
    const { status, body } =
      await app.call<OutputOf<'GET /v1/service-catalogue'>>('GET /v1/service-catalogue');
    expect(status).toBe(200);
    expect(new Set(body.categories.map((category) => category.kind))).toEqual(
      new Set(['grid', 'referral', 'council']),
    );
    const filed = body.categories.find((category) => category.code === 'stairs-clutter');
    expect(JSON.stringify(filed)).toContain('正在充电或冒烟');
  });

  it('gives it a number, a team and a first entry', async () => {
    const { status, body } = await file(clutter);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      number: expect.stringMatching(/^1-\d{4}$/),
      category: 'stairs-clutter',
      categoryName: { zh: '楼道堆物' },
      state: 'submitted',
      node: west,
      nodeName: '第 1 网格',
      placeText: '桂语苑 1 幢 3 楼过道',
      words: '纸箱占了过道',
      ownerMaskedName: null,
      version: 1,
      answers: clutter.answers,
      relation: 'filer',
      possible: ['add', 'urge', 'withdraw'],
      timeline: [{ seq: 1, event: 'submit', by: { role: 'filer' }, state: 'submitted' }],
    });
    expect(body.timeline[0]?.by).not.toHaveProperty('maskedName');
  });

  it('is done once when it is sent twice', async () => {
    const idempotencyKey = randomUUID();
    const first = await file(clutter, { idempotencyKey });
    const second = await file(clutter, { idempotencyKey });
    expect([second.status, second.body]).toEqual([201, first.body]);
    const other = await resident<Problem>('POST /v1/service-requests', {
      body: { ...clutter, words: '别的' },
      idempotencyKey,
    });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
  });

  it.each([
    ['no such category', { ...clutter, category: 'gone' }, 'category-unknown', []],
    ['not the grid’s', { category: 'water-cut', answers: {} }, 'category-not-filed', []],
    ['for all to decide', { category: 'residents-council', answers: {} }, 'category-not-filed', []],
    [
      'answers that do not fit',
      { ...clutter, answers: { where: 'roof', what: [], 'a/b': 'x' } },
      'answers-invalid',
      [
        '/answers/a~1b unknown-question',
        '/answers/where unknown-choice',
        '/answers/what missing',
        '/answers/passable missing',
      ],
    ],
    ['no place where one is needed', { ...clutter, place: {} }, 'place-required', []],
    [
      'no such address',
      { ...clutter, place: { addressId: 'none' } },
      'region-unknown',
      ['/place/addressId unknown'],
    ],
    [
      'no such grid',
      { ...clutter, place: { grid: '330106990001999' } },
      'region-unknown',
      ['/place/grid unknown'],
    ],
    [
      'a county for a grid',
      { ...clutter, place: { grid: '330106' } },
      'region-unknown',
      ['/place/grid unknown'],
    ],
    [
      'a photo that nobody sent',
      { ...clutter, photos: ['8d7f1e0e-1111-4222-8333-444455556666'] },
      'photo-unknown',
      ['/photos/0 unknown'],
    ],
  ] as [string, Filing, string, string[]][])('refuses %s', async (_, body, code, fields) => {
    expect(await refused(body)).toEqual([422, code, fields]);
  });

  it('refuses a place that is missing altogether, and more photos than the category takes', async () => {
    const nowhere: Filing = { category: clutter.category, answers: clutter.answers };
    expect(await refused(nowhere)).toEqual([422, 'place-required', []]);
    const photos = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    expect(await refused({ ...question, photos })).toEqual([
      400,
      'invalid-request',
      ['/photos at most 3 for this category'],
    ]);
  });

  it('takes no photo of someone else’s', async () => {
    const content = await drawnPhoto(30, 20);
    const mine = await resident<{ id: string }>('POST /v1/files', { file: { content, type: 'image/jpeg' } });
    expect(mine.status).toBe(201);
    const photos = [mine.body.id];
    expect((await refused({ ...clutter, photos }, neighbour))[1]).toBe('photo-unknown');
    const filed = await file({ ...clutter, photos });
    expect([filed.body.photos, filed.body.timeline[0]?.photos]).toEqual([photos, photos]);
  });

  describe('goes to the right grid', () => {
    it('of the address', async () => expect(await nodeOf({ addressId: westAddress }, neighbour)).toBe(west));
    it('of the point', async () => expect(await nodeOf({ point: points.east })).toBe(east));
    it('chosen', async () => expect(await nodeOf({ grid: east })).toBe(east));
    it('not sure: the community’s desk', async () =>
      expect(await nodeOf({ grid: community })).toBe(community));
    it('of home, where only a note is given', async () => expect(await nodeOf({ note: '门口' })).toBe(west));
    it('of home, where no place is asked for', async () =>
      expect((await file(question, {}, neighbour)).body.node).toBe(east));
    it('on no grid: the desk of the own community', async () =>
      expect(await nodeOf({ point: points.nowhere })).toBe(community));

    it('asks between two, and takes the answer', async () => {
      const point = points.between;
      const [status, code, fields] = await refused({ ...clutter, place: { point } });
      expect([status, code]).toEqual([422, 'grid-ambiguous']);
      expect(fields[0]).toContain(west);
      expect(fields[0]).toContain(east);
      expect(await nodeOf({ point, grid: east })).toBe(east);
      expect(await nodeOf({ point, grid: west })).toBe(west);
      expect(await nodeOf({ point, grid: community })).toBe(community);
      expect((await refused({ ...clutter, place: { point, grid: elsewhere } }))[1]).toBe('grid-ambiguous');
    });

    it('follows the point rather than a grid named beside it', async () =>
      expect(await nodeOf({ point: points.east, grid: west })).toBe(east));
  });

  it('needs a home where nothing else says where, and consent first', async () => {
    await addPerson(app.database, 'homeless');
    await addPerson(app.database, 'undecided', { undecided: true, home: west, building: westBuilding });
    const homeless = await app.as('homeless');
    expect(await refused(question, homeless)).toEqual([422, 'home-required', []]);
    expect((await refused({ ...clutter, place: { note: '门口' } }, homeless))[1]).toBe('home-required');
    expect((await refused({ ...clutter, place: { point: points.nowhere } }, homeless))[1]).toBe(
      'region-unknown',
    );
    expect(await nodeOf({ addressId: westAddress }, homeless)).toBe(west);
    expect(await refused(clutter, await app.as('undecided'))).toEqual([403, 'consent-required', []]);
  });

  it.each([
    ['words', { ...clutter, words: 'a\u0000b' }, '/words not a text'],
    [
      'an answer',
      { ...question, answers: { about: 'papers', question: '\ud800' } },
      '/answers/question not a text',
    ],
    ['a question', { ...clutter, answers: { '\u0000': 'x' } }, '/answers not a text'],
    ['a note', { ...clutter, place: { note: '\udc00门口' } }, '/place/note not a text'],
  ])('refuses %s that no database can hold', async (_, body, field) => {
    expect(await refused(body)).toEqual([400, 'invalid-request', [field]]);
  });

  it('takes every character there is', async () => {
    const words = '𠮷 🏠 ‏مرحبا\u200d\n\t"\\';
    expect((await file({ ...clutter, words })).body.words).toBe(words.trim());
  });

  it('refuses a moment that is on no clock', async () => {
    const answer = await resident<Problem>('GET /v1/service-requests', {
      query: { before: '2016-12-31T23:59:60Z' },
    });
    expect([answer.status, answer.body.fields]).toEqual([
      400,
      [{ pointer: '/before', reason: 'not a moment' }],
    ]);
  });

  it('leaves none of it in the log', () => {
    expect(app.log.length).toBeGreaterThan(10);
    expect(app.log.join('\n')).not.toMatch(/过道|证明|桂语|120\.10|张桂兰/);
  });
});
