import { randomUUID } from 'node:crypto';
import type { ServiceRequest, StoredFile } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { describeOnEachDatabase } from '../../support/database';
import { drawnPhoto } from '../../support/photos';
import { aac, mp3, recorded } from '../../support/sounds';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, personaOf, roles, westAddress, type WorldRole } from '../../support/world';

describeOnEachDatabase('files', (open) => {
  let app: TestApp;
  const by = {} as Record<WorldRole, CallEndpoint>;
  beforeAll(async () => {
    const database = await open();
    app = await startTestApp({ database });
    await addWorld(database);
    for (const role of roles) by[role] = await app.as(personaOf(role));
  });
  afterAll(() => app.close());

  const put = <T = StoredFile>(content: Buffer, more: { as?: WorldRole; key?: string; type?: string } = {}) =>
    by[more.as ?? 'resident']<T>('POST /v1/files', {
      file: { content, type: more.type ?? 'image/jpeg' },
      ...(more.key ? { idempotencyKey: more.key } : {}),
    });
  const photo = async (as: WorldRole = 'resident') => (await put(await drawnPhoto(40, 30), { as })).body.id;
  const get = (as: WorldRole, id: string) => by[as]('GET /v1/files/:id', { params: { id } });
  const whoSees = async (id: string) => {
    const seen = await Promise.all(roles.map(async (role) => (await get(role, id)).status === 200 && role));
    return seen.filter(Boolean);
  };

  it('takes a photo and gives it back to its owner', async () => {
    const { status, body } = await put(await drawnPhoto(400, 300, 'png'), { type: 'image/png' });
    expect([status, body]).toEqual([
      201,
      { id: expect.any(String), type: 'image/jpeg', bytes: expect.any(Number), width: 400, height: 300 },
    ]);
    const back = await get('resident', body.id);
    expect([back.status, back.headers['content-type'], back.raw.length]).toEqual([
      200,
      'image/jpeg',
      body.bytes,
    ]);
    expect(back.headers['cache-control']).toContain('private');
  });

  it('keeps one when the same is sent twice', async () => {
    const content = await drawnPhoto(50, 50);
    const key = randomUUID();
    const first = await put(content, { key });
    expect((await put(content, { key })).body).toEqual(first.body);
    const other = await put<Problem>(await drawnPhoto(51, 51), { key });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
  });

  it.each([
    [
      'a page that calls itself a photo',
      Buffer.from('<!doctype html><script>1</script>'),
      415,
      'unsupported-media',
    ],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 415, 'unsupported-media'],
    ['half a photo', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), 422, 'photo-unreadable'],
    ['a sound of more than a minute', mp3(70), 422, 'voice-too-long'],
    ['half a sound', recorded('webm').subarray(0, 300), 422, 'voice-unreadable'],
    ['more than 5 MB', Buffer.alloc(5 * 1024 * 1024 + 1), 413, 'payload-too-large'],
  ])('refuses %s', async (_, content, status, code) => {
    const answer = await put<Problem>(content);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('is its owner’s alone until it is part of a request, then also the team’s', async () => {
    const id = await photo();
    expect(await whoSees(id)).toEqual(['resident']);
    const filed = await by.resident<ServiceRequest>('POST /v1/service-requests', {
      body: {
        category: 'rubbish',
        answers: { what: ['bulky'], since: 'today' },
        photos: [id],
        place: { addressId: westAddress },
      },
    });
    expect(filed.status).toBe(201);
    expect(await whoSees(id)).toEqual(['resident', 'worker', 'officer', 'county-officer']);

    const proof = await photo('worker');
    expect(await whoSees(proof)).toEqual(['worker']);
    const { id: request } = filed.body;
    const accepted = await by.worker('POST /v1/service-requests/:id/events', {
      params: { id: request },
      body: { event: 'accept', version: 1, photos: [proof] },
    });
    expect(accepted.status).toBe(201);
    expect(await whoSees(proof)).toEqual(['resident', 'worker', 'officer', 'county-officer']);
    const borrowed = await by.worker<Problem>('POST /v1/service-requests/:id/events', {
      params: { id: request },
      body: { event: 'reply', words: 'x', version: 2, photos: [id] },
    });
    expect([borrowed.status, borrowed.body.code]).toEqual([422, 'photo-unknown']);
  });

  it('is heard by those in the request it was spoken in, and by nobody else', async () => {
    const said = await put(mp3(12), { type: 'audio/mpeg' });
    expect([said.status, said.body]).toEqual([
      201,
      { id: expect.any(String), type: 'audio/mpeg', bytes: mp3(12).length, seconds: 12 },
    ]);
    const { id } = said.body;
    expect(await whoSees(id)).toEqual(['resident']);
    const filed = await by.resident<ServiceRequest>('POST /v1/service-requests', {
      body: {
        category: 'rubbish',
        answers: { what: ['bulky'], since: 'today' },
        voice: id,
        place: { addressId: westAddress },
      },
    });
    expect(filed.body.timeline[0]).toMatchObject({ voice: { id, seconds: 12, type: 'audio/mpeg' } });
    expect(await whoSees(id)).toEqual(['resident', 'worker', 'officer', 'county-officer']);
    const heard = await get('worker', id);
    expect([heard.headers['content-type'], heard.raw]).toEqual(['audio/mpeg', mp3(12)]);

    // Spoken instead of written, by the worker too; with a note of one's own only.
    const answer = await put(aac(3), { as: 'worker' });
    const step = (voice: string) =>
      by.worker<ServiceRequest & Problem>('POST /v1/service-requests/:id/events', {
        params: { id: filed.body.id },
        body: { event: 'reply', version: 1, take: true, voice },
      });
    expect(await step(id)).toMatchObject({ status: 422, body: { code: 'voice-unknown' } });
    const replied = await step(answer.body.id);
    expect(replied.body.timeline.at(-1)).toMatchObject({ event: 'reply', voice: { seconds: 3 } });
    expect(await whoSees(answer.body.id)).toEqual(['resident', 'worker', 'officer', 'county-officer']);
    const borrowed = await by.neighbour<Problem>('POST /v1/service-requests', {
      body: {
        category: 'rubbish',
        answers: { what: ['bulky'], since: 'today' },
        voice: id,
        place: { addressId: westAddress },
      },
    });
    expect([borrowed.status, borrowed.body.code]).toEqual([422, 'voice-unknown']);
  });

  it('stands for an answer in words', async () => {
    const { id } = (await put(mp3(4), { type: 'audio/mpeg' })).body;
    const ask = (answers: Record<string, string>, voice?: string) =>
      by.resident<ServiceRequest & Problem>('POST /v1/service-requests', {
        body: { category: 'suggestion', answers, ...(voice ? { voice } : {}) },
      });
    expect((await ask({ about: 'safety' }, id)).status).toBe(201);
    expect(await ask({ about: 'safety' })).toMatchObject({
      status: 422,
      body: { code: 'answers-invalid', fields: [{ pointer: '/answers/idea', reason: 'missing' }] },
    });
    expect(await ask({}, id)).toMatchObject({
      status: 422,
      body: { code: 'answers-invalid', fields: [{ pointer: '/answers/about', reason: 'missing' }] },
    });
  });

  it('says nothing of what is not there or not yours', async () => {
    const others = await by.neighbour<Problem>('GET /v1/files/:id', { params: { id: await photo() } });
    const nothing = await by.neighbour<Problem>('GET /v1/files/:id', { params: { id: randomUUID() } });
    expect(others.status).toBe(404);
    expect({ ...others.body, traceId: '' }).toEqual({ ...nothing.body, traceId: '' });
  });

  it('takes no id but in its plain form', async () => {
    for (const id of [`urn:uuid:${randomUUID()}`, randomUUID().toUpperCase(), '../../etc/passwd'])
      expect((await get('resident', id)).status).toBe(400);
  });
});
