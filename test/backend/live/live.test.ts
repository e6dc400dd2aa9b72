import type { ServiceRequest } from '../../../src/contract/api';
import { openDatabase } from '../../../src/backend/adapters/embedded/database';
import { messageOf } from '../../../src/contract/notice/message';
import { describeOnEachDatabase, postgresDatabase } from '../../support/database';
import { eventually } from '../../support/eventually';
import { noticeContent, publishedOf } from '../../support/notices';
import { startTestApp, type TestApp } from '../../support/server';
import {
  addWorld,
  community,
  east,
  personaOf,
  roles,
  west,
  westAddress,
  type WorldRole,
} from '../../support/world';
import { addressOf, welcomed, type LiveClient } from './live-client';

const ready = { type: 'ready' };

async function publish(app: TestApp, include: string[]) {
  const { body } = await (
    await app.as(personaOf('officer'))
  )<{ id: string; cursor: number }>('POST /v1/notices', {
    body: {
      severity: 'Minor',
      category: 'Infra',
      info: [{ language: 'zh', headline: '停水', description: '' }],
      audience: { include },
    },
  });
  return { type: 'notice', id: body.id, cursor: body.cursor };
}

/** The next message of an event, to others than before. */
async function update(app: TestApp, { id }: { id: string }, seenVersion: number, include: string[]) {
  const { body } = await (
    await app.as(personaOf('officer'))
  )<{ id: string; cursor: number }>('POST /v1/notices/:id/messages', {
    params: { id },
    body: {
      msgType: 'Update',
      seenVersion,
      content: {
        severity: 'Minor',
        category: 'Infra',
        info: [{ language: 'zh', headline: '停水，改了地方', description: '' }],
        audience: { include },
      },
    },
  });
  return { type: 'notice', id: body.id, cursor: body.cursor };
}

describeOnEachDatabase('live', (open) => {
  let app: TestApp;
  let address: string;
  let people: Record<WorldRole, string>;
  let phones: Record<WorldRole, LiveClient>;

  const tokenOf = async (role: WorldRole) => (await app.ports.store.sessions.open(people[role])).token;
  const phoneOf = async (role: WorldRole) => welcomed(address, await tokenOf(role));

  beforeAll(async () => {
    const database = await open();
    app = await startTestApp({ database });
    people = await addWorld(database);
    address = await addressOf(app.server);
  });
  afterAll(() => app.close());

  beforeEach(async () => {
    const open = await Promise.all(roles.map(async (role) => [role, await phoneOf(role)]));
    phones = Object.fromEntries(open) as Record<WorldRole, LiveClient>;
  });
  afterEach(() => Object.values(phones).forEach((phone) => phone.socket.terminate()));

  /** Everyone's socket hears things in order: once the last one is there, nothing before it is missing. */
  async function heardBy(): Promise<Record<string, unknown[]>> {
    const last = await publish(app, [community]);
    const reached = roles.filter((role) => role !== 'outsider');
    await eventually(() => reached.forEach((role) => expect(phones[role].heard).toContainEqual(last)));
    return Object.fromEntries(roles.map((role) => [role, phones[role].heard]));
  }

  it('tells of a notice those it is for, and of its id only', async () => {
    const notice = await publish(app, [west]);
    const heard = await heardBy();
    expect(heard.resident).toEqual([ready, notice, expect.anything()]);
    for (const role of ['neighbour', 'worker', 'officer', 'checkpoint'])
      expect(heard[role]).toEqual([ready, expect.not.objectContaining({ id: notice.id })]);
    expect(heard.outsider).toEqual([ready]);
  });

  it('tells everybody that an exposure notice came or went', async () => {
    const { id: venueId } = await app.ports.venues.add({ name: '桂语菜场', node: west });
    const officer = await app.as(personaOf('officer'));
    const until = app.clock.now();
    const { body } = await officer<{ id: string }>('POST /v1/exposure-notices', {
      body: {
        venueId,
        from: new Date(until.getTime() - 60_000).toISOString(),
        until: until.toISOString(),
        advice: { zh: '留意身体', en: 'Mind how you feel' },
      },
    });
    await officer('DELETE /v1/exposure-notices/:id', { params: { id: body.id } });
    const told = { type: 'exposure-notice', id: body.id };
    const heard = await heardBy();
    for (const role of roles) expect(heard[role]?.slice(0, 3)).toEqual([ready, told, told]);
  });

  it('tells of a duty that begins or is ended its guard and the officers of the place, and nobody else', async () => {
    const { id: checkpointId } = await app.ports.checkpoints.open({
      name: '东门',
      node: community,
      deskPhone: '0571-0808 0808',
    });
    const guard = await app.as(personaOf('checkpoint'));
    const { body } = await guard<{ id: string }>('POST /v1/checkpoint-duties', { body: { checkpointId } });
    const officer = await app.as(personaOf('officer'));
    await officer('DELETE /v1/checkpoint-duties/:id', { params: { id: body.id } });
    const told = { type: 'duty', id: body.id };
    const heard = await heardBy();
    for (const role of ['checkpoint', 'officer', 'county-officer'])
      expect(heard[role]?.slice(0, 3)).toEqual([ready, told, told]);
    for (const role of ['resident', 'neighbour', 'outsider', 'worker'])
      expect(heard[role]).not.toContainEqual(told);
  });

  it('tells of each step of a request its filer and its team, and nobody else', async () => {
    const resident = await app.as(personaOf('resident'));
    const worker = await app.as(personaOf('worker'));
    const { body } = await resident<ServiceRequest>('POST /v1/service-requests', {
      body: {
        category: 'rubbish',
        answers: { what: ['bulky'], since: 'days' },
        place: { addressId: westAddress },
      },
    });
    await worker('POST /v1/service-requests/:id/events', {
      params: { id: body.id },
      body: { event: 'accept', version: 1 },
    });
    const told = { type: 'request', id: body.id };
    // A notice that goes out after it may be heard before it.
    const butNotices = (all: unknown[] = []) =>
      all.filter((one) => (one as { type: string }).type !== 'notice');
    const team = ['resident', 'worker', 'officer', 'county-officer'] as const;
    for (const role of team)
      await eventually(() => expect(butNotices(phones[role].heard)).toEqual([ready, told, told]));
    const heard = await heardBy();
    for (const role of team) expect(butNotices(heard[role])).toEqual([ready, told, told]);
    for (const role of ['neighbour', 'outsider', 'checkpoint']) expect(heard[role]).not.toContainEqual(told);
  });

  it('says nothing of what was refused', async () => {
    const resident = await app.as(personaOf('resident'));
    const { status } = await resident('POST /v1/service-requests', {
      body: { category: 'rubbish', answers: {}, place: { addressId: westAddress } },
    });
    expect(status).toBe(422);
    expect(await heardBy()).toMatchObject({ resident: [ready, { type: 'notice' }] });
  });

  it('follows whoever moves, on the same socket', async () => {
    const mover = app.withToken(await tokenOf('neighbour'));
    await mover('PATCH /v1/me', { body: { home: { node: west } } });
    const there = await publish(app, [west]);
    await eventually(() => expect(phones.neighbour.heard).toContainEqual(there));
    const back = await publish(app, [east]);
    expect((await heardBy()).neighbour).not.toContainEqual(back);
    await mover('PATCH /v1/me', { body: { home: { node: east } } });
  });

  it('tells whoever comes back the notices they missed, in order, and none twice', async () => {
    const had = await publish(app, [west]);
    const [missed, , missedToo] = [
      await publish(app, [west]),
      await publish(app, [east]),
      await publish(app, [community]),
    ];
    const phone = await welcomed(address, await tokenOf('resident'), had.cursor);
    const next = await publish(app, [west]);
    await eventually(() => expect(phone.heard).toContainEqual(next));
    expect(phone.heard).toEqual([ready, missed, missedToo, next]);
    phone.socket.terminate();
  });

  it('tells what lies between two messages of one event, however late it looks', async () => {
    const phone = await welcomed(address, await tokenOf('resident'));
    const { noticeSource, messenger } = app.ports;
    const message = messageOf(noticeContent({ include: [west] }), { authorId: people.officer, node: west });
    const [between, after] = await app.database.unit.together(async () => {
      const first = publishedOf(await noticeSource.publish(message));
      const other = publishedOf(await noticeSource.publish(message));
      const { eventId, id } = first;
      const update = { ...message, msgType: 'Update' as const };
      const second = publishedOf(await noticeSource.publish(update, { eventId, references: id, version: 2 }));
      // All at once, when they are out: of the first there is a newer one by then.
      for (const each of [first, other, second])
        await messenger.announce({ type: 'notice', id: each.eventId });
      return [other, second];
    });
    await eventually(() => expect(phone.heard).toHaveLength(3));
    expect(phone.heard.slice(1)).toEqual(
      [between, after].map(({ eventId, seq }) => ({ type: 'notice', id: eventId, cursor: seq })),
    );
    phone.socket.terminate();
  });

  it('tells those whom an Update leaves out as well, at once, and others nothing', async () => {
    const first = await publish(app, [west]);
    const second = await update(app, first, 1, [east]);
    const heard = await heardBy();
    expect(heard.resident).toEqual([ready, first, second, expect.anything()]);
    expect(heard.neighbour).toEqual([ready, second, expect.anything()]);
    expect(heard.outsider).toEqual([ready]);
    const read = await (
      await app.as(personaOf('resident'))
    )('GET /v1/notices/:id', { params: { id: first.id } });
    expect(read.status).toBe(404);
  });

  it('tells whoever comes back of an Update that left them out meanwhile, and nobody who never had it', async () => {
    const first = await publish(app, [west]);
    const last = await update(app, await update(app, first, 1, [east]), 2, [east]);
    const had = await welcomed(address, await tokenOf('resident'), first.cursor);
    const never = await welcomed(address, await tokenOf('resident'), first.cursor - 1);
    const meant = await welcomed(address, await tokenOf('neighbour'), first.cursor);
    const next = await publish(app, [community]);
    await eventually(() => [had, never, meant].forEach(({ heard }) => expect(heard).toContainEqual(next)));
    expect(had.heard).toEqual([ready, last, next]);
    expect(never.heard).toEqual([ready, next]);
    expect(meant.heard).toEqual([ready, last, next]);
    for (const phone of [had, never, meant]) phone.socket.terminate();
  });

  it('misses and doubles nothing that is published while phones come and go', async () => {
    const token = await tokenOf('resident');
    const first = await publish(app, [west]);
    const published: object[] = [];
    let publishing = true;
    const author = (async () => {
      for (let nth = 0; nth < 40; nth += 1) published.push(await publish(app, [west]));
      publishing = false;
    })();
    const heard: { id: string; cursor: number }[] = [];
    let after = first.cursor;
    while (publishing || after < (await app.ports.noticeSource.last())) {
      const phone = await welcomed(address, token, after);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 30));
      phone.socket.terminate();
      const told = phone.heard.slice(1) as { id: string; cursor: number }[];
      heard.push(...told);
      after = told.at(-1)?.cursor ?? after;
    }
    await author;
    expect(heard).toEqual(published);
  });

  it('ends with the session, and only that one', async () => {
    const token = await tokenOf('resident');
    const phone = await welcomed(address, token);
    await app.withToken(token)('DELETE /v1/sessions/current');
    expect(await phone.closed()).toBe(1008);
    const told = { type: 'person', id: people.resident };
    expect((await heardBy()).resident).toEqual([ready, told, expect.anything()]);
  });

  it('ends with the server, and does not wait for a phone that does not answer', async () => {
    const other = await startTestApp({ database: app.database });
    const url = await addressOf(other.server);
    const [answers, silent] = [
      await welcomed(url, await tokenOf('resident')),
      await welcomed(url, await tokenOf('resident')),
    ];
    silent.socket.pause();
    const started = Date.now();
    await other.close();
    expect(Date.now() - started).toBeLessThan(3000);
    expect(await answers.closed()).toBeGreaterThan(1000);
    silent.socket.terminate();
  });
});

it('tells phones that are connected to another process on the same PostgreSQL', async () => {
  const server = await postgresDatabase();
  if (!server) return;
  const databases = await Promise.all(
    [1, 2].map(() => openDatabase({ dataDir: '', databaseUrl: server.url })),
  );
  const [here, there] = await Promise.all(
    // One emergency is enough for a county, whichever process hears of it.
    databases.map((database, index) => startTestApp({ database, emergency: index === 0 })),
  );
  if (!here || !there) throw new Error('not started');
  const people = await addWorld(here.database);
  const { token } = await there.ports.store.sessions.open(people.resident);
  const phone = await welcomed(await addressOf(there.server), token);
  const notice = await publish(here, [west]);
  await eventually(() => expect(phone.heard).toEqual([ready, notice]));
  for (const app of [here, there]) await app.close();
  for (const database of databases) await database.close();
  await server.drop();
}, 20_000);
