import type { ServiceRequest } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { describeOnEachDatabase } from '../../support/database';
import { drawnPhoto } from '../../support/photos';
import { type CallEndpoint, startTestApp, type TestApp } from '../../support/server';
import { addWorld, personaOf, westAddress } from '../../support/world';
import { otherSystem } from './other-system';

describeOnEachDatabase('what an officer releases', (open) => {
  let app: TestApp;
  let system: ReturnType<typeof otherSystem>;
  let resident: CallEndpoint;
  let officer: CallEndpoint;
  let photos: string[];
  let request: ServiceRequest;
  let filer: string;
  beforeAll(async () => {
    const database = await open();
    app = await startTestApp({ database, environment: { PUBLIC_URL: 'https://linli.example' } });
    filer = (await addWorld(database)).resident;
    system = otherSystem(app);
    resident = await app.as(personaOf('resident'));
    officer = await app.as(personaOf('officer'));
    const content = await drawnPhoto(8, 8);
    const put = async () =>
      (await resident<{ id: string }>('POST /v1/files', { file: { content, type: 'image/jpeg' } })).body.id;
    photos = [await put(), await put()];
    const filed = await resident<ServiceRequest>('POST /v1/service-requests', {
      body: {
        category: 'rubbish',
        answers: { what: ['bulky'], since: 'days' },
        words: '沙发堵着门',
        photos,
        place: { addressId: westAddress, note: '302 门口' },
      },
    });
    request = filed.body;
  });
  afterAll(() => app.close());

  const release = (part: string, released = true, as = officer, id = request.id) =>
    as<ServiceRequest & Problem>('PUT /v1/service-requests/:id/releases/:part', {
      params: { id, part },
      body: { released },
    });
  const row = async () => {
    const { json } = await system.get(`/v2/requests/${request.id}`, { extensions: 'true' });
    const [only] = json as {
      description: string | null;
      media_url: string | null;
      extended_attributes: { photos: { media_url: string }[] };
    }[];
    return { said: only?.description, seen: only?.media_url, all: only?.extended_attributes.photos };
  };
  const photoOf = async (id: string) =>
    (await app.server.inject({ url: `/open311/v2/photos/${id}` })).statusCode;

  test('at first nothing of it is public but the street, and its filer sees that', async () => {
    expect(request.public).toEqual({
      place: '桂语苑 1 幢, 桂语社区',
      parts: [
        { part: 'words', kind: 'words', released: false },
        ...photos.map((part) => ({ part, kind: 'photo', released: false })),
      ],
      mayRelease: false,
    });
    expect(await row()).toEqual({ said: null, seen: null, all: [] });
    expect(await Promise.all(photos.map(photoOf))).toEqual([404, 404]);
  });

  test('words and photos are released one by one, and taken back', async () => {
    const [first = '', second = ''] = photos;
    const answer = await release('words');
    expect(answer.status).toBe(200);
    expect(answer.body.public).toMatchObject({
      mayRelease: true,
      parts: [{ released: true }, { released: false }, { released: false }],
    });
    expect(await row()).toEqual({ said: '沙发堵着门', seen: null, all: [] });

    await release(second);
    const url = `https://linli.example/open311/v2/photos/${second}`;
    expect(await row()).toEqual({ said: '沙发堵着门', seen: url, all: [{ media_url: url }] });
    const shown = await app.server.inject({ url: new URL(url).pathname });
    expect([shown.statusCode, String(shown.headers['content-type'])]).toEqual([200, 'image/jpeg']);
    expect(await photoOf(first)).toBe(404);

    await release('words', false);
    await release(second, false);
    expect(await row()).toEqual({ said: null, seen: null, all: [] });
    expect(await photoOf(second)).toBe(404);
  });

  test('each release stands in the log of what officials do, once', async () => {
    const acts = async () =>
      (await app.ports.auditLog.lines(0, 1000, { withPersonal: true }))
        .map((line) => JSON.parse(line) as { entry: { act: string; body: unknown } })
        .filter(({ entry }) => entry.act.startsWith('request-part'))
        .map(({ entry }) => entry.act);
    const before = (await acts()).length;
    await release('words');
    await release('words');
    await release('words', false);
    expect((await acts()).slice(before)).toEqual(['request-part-released', 'request-part-withheld']);
    expect(JSON.stringify(await acts())).not.toContain('沙发');
  });

  test('what is not there, or lies in no public place, cannot be released', async () => {
    const stranger = '3f1c1b52-0a51-4a6e-9d63-0a5b4c3d2e1f';
    expect((await release(stranger)).body.code).toBe('invalid-request');
    expect((await release('link')).body.code).toBe('invalid-request');
    const home = await resident<ServiceRequest>('POST /v1/service-requests', {
      body: { category: 'ask-policy', answers: { about: 'papers', question: '怎么开证明' }, words: '急' },
    });
    expect(home.body.public).toBeUndefined();
    expect((await release('words', true, officer, home.body.id)).body.code).toBe('not-public');
  });

  test('what was filed without a name is in no feed, and nothing of it can be released', async () => {
    const content = await drawnPhoto(8, 8);
    const put = await resident<{ id: string }>('POST /v1/files', { file: { content, type: 'image/jpeg' } });
    const filed = await resident<ServiceRequest>('POST /v1/service-requests', {
      body: {
        category: 'e-bike-indoors',
        answers: { where: 'corridor', doing: ['charging'] },
        words: '又在过道充电',
        photos: [put.body.id],
        anonymous: true,
        place: { addressId: westAddress },
      },
    });
    const { id } = filed.body;
    expect([filed.status, filed.body.public]).toEqual([201, undefined]);
    for (const part of ['words', put.body.id])
      expect((await release(part, true, officer, id)).body.code).toBe('not-public');
    // Nor if it had been released before it was known to be without a name.
    await app.database.kysely
      .insertInto('request_release')
      .values({ request_id: id, part: put.body.id, by_id: filer, at: app.clock.now() })
      .execute();
    expect(await photoOf(put.body.id)).toBe(404);
    expect((await system.get(`/v2/requests/${id}`)).status).toBe(404);
    expect((await system.get('/v2/requests')).text).not.toContain(id);
    // The same under a name is there.
    await app.database.kysely
      .updateTable('service_request')
      .set({ anonymous: false })
      .where('id', '=', id)
      .execute();
    expect((await system.get('/v2/requests')).text).toContain(id);
    expect(await photoOf(put.body.id)).toBe(200);
  });

  test('somebody else’s photo is not public because a request of that id is', async () => {
    const content = await drawnPhoto(8, 8);
    const { body } = await resident<{ id: string }>('POST /v1/files', {
      file: { content, type: 'image/jpeg' },
    });
    expect((await release(body.id)).status).toBe(400);
    expect(await photoOf(body.id)).toBe(404);
  });
});
