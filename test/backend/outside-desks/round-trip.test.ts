import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServiceRequest } from '../../../src/contract/api';
import { runAdmin } from '../../../src/backend/cli/admin/commands';
import { describeOnEachDatabase } from '../../support/database';
import { eventually } from '../../support/eventually';
import { type CallEndpoint, startTestApp, type TestApp } from '../../support/server';
import { addWorld, personaOf, west, westAddress } from '../../support/world';

const minute = 60_000;
const title = { zh: '市里', en: 'The city' };

/** The way from one deployment to the other, which loses the answers to so many filings. */
async function road(to: string) {
  let lost = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => void carry());
    async function carry(): Promise<void> {
      const { method = '', url = '', headers } = request;
      const isFiling = method === 'POST';
      const answer = await fetch(`${to}${url}`, {
        method,
        headers: {
          'content-type': headers['content-type'] ?? '',
          ...(typeof headers['idempotency-key'] === 'string'
            ? { 'idempotency-key': headers['idempotency-key'] }
            : {}),
        },
        ...(isFiling ? { body } : {}),
      });
      const text = await answer.text();
      if (isFiling && lost > 0) {
        lost -= 1;
        request.socket.destroy();
        return;
      }
      response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(text);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    loseAnswers: (count: number) => void (lost = count),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

describeOnEachDatabase('one deployment files at another, by Open311', (open) => {
  let city: TestApp;
  let here: TestApp;
  let way: Awaited<ReturnType<typeof road>>;
  let resident: CallEndpoint;
  let clerk: CallEndpoint;

  beforeAll(async () => {
    city = await startTestApp({ database: await open() });
    await addWorld(city.database);
    await city.database.kysely
      .updateTable('address')
      .set({ plain: '桂语苑1幢' })
      .where('id', '=', westAddress)
      .execute();
    clerk = await city.as(personaOf('worker'));
    const { lines } = await runAdmin(
      { command: 'api-key', args: ['create', 'county'], options: {}, by: 'wang' },
      city.admin,
    );
    way = await road(await city.server.listen({ host: '127.0.0.1', port: 0 }));
    here = await startTestApp({
      database: await open(),
      environment: {
        REQUEST_DESKS: `city=open311:${way.address}/open311/v2?jurisdiction_id=330106`,
        REQUEST_DESK_NAMES: `city=${title.zh}/${title.en}`,
        REQUEST_DESK_KEYS: `city=${lines[0]?.split(' ')[1] ?? ''}`,
        REQUEST_DESK_CATEGORIES: 'rubbish=city,stairs-light=city/rubbish',
      },
    });
    await addWorld(here.database);
    resident = await here.as(personaOf('resident'));
  });
  afterAll(async () => {
    await here.close();
    way.close();
    await city.close();
  });

  const see = async (id: string) =>
    (await resident<ServiceRequest>('GET /v1/service-requests/:id', { params: { id } })).body;
  const file = async (more: object = {}) => {
    const { body, status } = await resident<ServiceRequest>('POST /v1/service-requests', {
      body: {
        category: 'rubbish',
        answers: { what: ['bulky'], since: 'days' },
        words: '沙发堆了三天',
        place: { addressId: westAddress },
        ...more,
      },
    });
    expect(status).toBe(201);
    return body;
  };
  /** Minutes pass here and there, and what is due is tended. */
  async function pass(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 10 * minute) {
      here.clock.forward(10 * minute);
      city.clock.forward(10 * minute);
      await here.ports.outsideDesks.tend();
    }
  }
  const sent = (id: string) =>
    eventually(async () => {
      const { outside } = await see(id);
      expect(outside?.state).toBe('sent');
      return outside?.number ?? '';
    });
  /** What lies in the city's queue of this matter. */
  const there = async (number: string) => {
    const { body } = await clerk<ServiceRequest[]>('GET /v1/service-requests', { query: { scope: 'desk' } });
    return body.filter(({ words }) => words.includes(`[Linli 330106/${number}]`));
  };
  async function act(id: string, event: string, more: object = {}): Promise<void> {
    const { body } = await clerk<ServiceRequest>('GET /v1/service-requests/:id', { params: { id } });
    const { status } = await clerk('POST /v1/service-requests/:id/events', {
      params: { id },
      body: { version: body.version, event, ...more },
    });
    expect([event, status]).toEqual([event, 201]);
  }
  const steps = async (id: string) =>
    (await see(id)).timeline.map(({ event, by, words }) => ({
      event,
      ...('desk' in by ? { desk: by.desk } : {}),
      ...(words === undefined || words === '' ? {} : { words }),
    }));

  test('what is filed here lies there once, and what is done there stands here', async () => {
    const { id, number } = await file();
    const reference = await sent(id);
    const [matter, ...others] = await there(number);
    expect(others).toEqual([]);
    expect(matter).toMatchObject({ id: reference, category: 'rubbish', state: 'submitted' });
    expect(matter?.words).toContain('沙发堆了三天');
    expect(await city.ports.requestDesk.get(reference)).toMatchObject({ node: west });
    // It lies there untouched: nobody has taken it, and nobody says so here.
    await pass(10 * minute);
    expect((await see(id)).state).toBe('submitted');

    await act(reference, 'accept');
    await pass(30 * minute);
    expect(await see(id)).toMatchObject({ state: 'accepted', outside: { state: 'sent', number: reference } });
    await act(reference, 'start');
    await act(reference, 'reply', { words: '车在路上' });
    await pass(30 * minute);
    await act(reference, 'resolve', { words: '清走了' });
    await pass(30 * minute);
    expect((await steps(id)).slice(1)).toEqual([
      { event: 'accept', desk: title },
      { event: 'resolve', desk: title },
    ]);
    expect(await see(id)).toMatchObject({ state: 'resolved', outside: { state: 'finished' } });
  });

  test('answers that are lost on the way leave one request, and its steps arrive', async () => {
    way.loseAnswers(2);
    const { id, number } = await file();
    await eventually(async () => expect((await see(id)).outside?.state).toBe('in-doubt'));
    await pass(60 * minute);
    const reference = await sent(id);
    expect((await there(number)).map((one) => one.id)).toEqual([reference]);
    await act(reference, 'accept');
    await act(reference, 'resolve');
    await pass(30 * minute);
    expect((await see(id)).state).toBe('resolved');
  });

  test('what is refused there comes back to the grid with the reason in plain words', async () => {
    // Its questions are others than those of the service there.
    const { id } = await file({ category: 'stairs-light', answers: { how: 'dead', 'how-many': 'one' } });
    await eventually(async () => expect((await see(id)).outside?.state).toBe('back'));
    const [, back] = await steps(id);
    expect(back).toMatchObject({ event: 'assign', desk: title });
    expect(back?.words).toMatch(/attribute\[.+\]：(没有填|这一类没有这一项)/);
    expect(await see(id)).toMatchObject({ state: 'assigned', ownerMaskedName: null });
  });

  test('what is not theirs either comes back as given back, and not as done', async () => {
    const { id } = await file();
    const reference = await sent(id);
    await act(reference, 'accept');
    await act(reference, 'refer', { destination: '市容环卫', words: '归环卫中心，12345' });
    await pass(30 * minute);
    expect((await steps(id)).at(-1)).toEqual({
      event: 'assign',
      desk: title,
      words: '不属网格职责，已告知归谁管',
    });
    expect(await see(id)).toMatchObject({ state: 'assigned', outside: { state: 'back' } });
  });
});
