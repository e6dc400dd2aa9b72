import type { FastifyInstance } from 'fastify';
import type { EndpointName, StoredFile } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import type { Database } from '../../../src/backend/adapters/embedded/database';
import { createStore } from '../../../src/backend/adapters/embedded/store';
import { bindEndpoints } from '../../../src/backend/http/bind';
import type { Handlers } from '../../../src/backend/http/handler';
import { Refusal } from '../../../src/backend/http/refusal';
import { createServer } from '../../../src/backend/http/server';
import { describeOnEachDatabase } from '../../support/database';
import { movedClock } from '../../support/moved-clock';

/** Any idempotent endpoint will do: the rule is one for all of them. */
const upload = 'POST /v1/files';
const stored = {
  id: '6c1f8a54-0000-4000-8000-000000000000',
  type: 'image/jpeg',
  bytes: 3,
  width: 1,
  height: 1,
};

describeOnEachDatabase('Idempotency-Key', (open) => {
  let server: FastifyInstance;
  let database: Database;
  let token: string;
  const put = jest.fn<Promise<StoredFile>, []>();

  beforeAll(async () => {
    database = await open();
    const store = createStore(database.unit, movedClock());
    const { id } = await store.people.of({ provider: 'demo', subject: 'someone' });
    token = (await store.sessions.open(id)).token;
    server = await createServer({ logger: false, trustProxy: false, version: '0' });
    bindEndpoints(server, store, { [upload]: put } as Partial<
      Handlers<EndpointName>
    > as Handlers<EndpointName>);
  });
  beforeEach(() => {
    put.mockReset().mockResolvedValue(stored);
  });
  afterAll(() => server.close());

  async function call(content: string, key: string | null) {
    const form = new FormData();
    form.append('file', new Blob([content], { type: 'image/jpeg' }), 'photo.jpg');
    const whole = new Response(form);
    const response = await server.inject({
      method: 'POST',
      url: '/v1/files',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': whole.headers.get('content-type') ?? '',
        ...(key === null ? {} : { 'idempotency-key': key }),
      },
      payload: Buffer.from(await whole.arrayBuffer()),
    });
    return { status: response.statusCode, body: response.json<StoredFile & Problem>() };
  }

  it('same key, same content: done once, same answer', async () => {
    const first = await call('one', 'key-00000001');
    const second = await call('one', 'key-00000001');
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(put).toHaveBeenCalledTimes(1);
  });

  it('same key, other content: 422', async () => {
    await call('one', 'key-00000002');
    const second = await call('other', 'key-00000002');
    expect([second.status, second.body.code]).toEqual([422, 'idempotency-key-reused']);
    expect(put).toHaveBeenCalledTimes(1);
  });

  it('still in flight: 409, and the first is answered', async () => {
    put.mockImplementation(async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return stored;
    });
    const answers = await Promise.all([call('one', 'key-00000003'), call('one', 'key-00000003')]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body.code).toBe('idempotency-in-flight');
    expect(put).toHaveBeenCalledTimes(1);
  });

  it('a refusal is not kept: the key is free again', async () => {
    put.mockRejectedValueOnce(new Refusal('photo-unreadable'));
    expect((await call('one', 'key-00000004')).body.code).toBe('photo-unreadable');
    expect((await call('other', 'key-00000004')).status).toBe(201);
  });

  it.each([null, 'short', 'x'.repeat(101)])('without a key that will do (%p): 400', async (key) => {
    const answer = await call('one', key);
    expect([answer.status, answer.body.code]).toEqual([400, 'idempotency-key-required']);
    expect(put).not.toHaveBeenCalled();
  });
});
