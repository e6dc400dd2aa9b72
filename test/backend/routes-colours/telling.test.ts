import type { ColourChange } from '../../../src/contract/api';
import { describeOnEachDatabase } from '../../support/database';
import { eventually } from '../../support/eventually';
import { addChild, addConfirmed, addSomeone, help, type Someone } from '../../support/scenarios';
import { startTestApp, type TestApp } from '../../support/server';
import { addWorld } from '../../support/world';
import { addressOf, welcomed, type LiveClient } from '../live/live-client';

const fever = { symptoms: ['fever'], temperature: 38.2, onsetOn: '2026-11-24', contact: false };

describeOnEachDatabase('a colour that changed', (open) => {
  let app: TestApp;
  let address: string;
  const phones: LiveClient[] = [];
  beforeAll(async () => {
    app = await startTestApp({ database: await open() });
    await addWorld(app.database);
    address = await addressOf(app.server);
  });
  afterAll(async () => {
    phones.forEach(({ socket }) => socket.terminate());
    await app.close();
  });

  async function phoneOf({ id }: Someone): Promise<LiveClient> {
    const phone = await welcomed(address, (await app.ports.store.sessions.open(id)).token);
    phones.push(phone);
    return phone;
  }
  const coloursHeard = ({ heard }: LiveClient) =>
    heard.filter((frame) => (frame as { type: string }).type === 'colour');
  const changesOf = async ({ call }: Someone, after?: string) =>
    (await call<ColourChange[]>('GET /v1/colour-changes', after ? { query: { after } } : {})).body;

  it('is told at once to the person, a guardian and whoever may show the code, and to nobody else', async () => {
    const [mother, daughter, filer] = [
      await addConfirmed(app),
      await addConfirmed(app),
      await addConfirmed(app),
    ];
    const child = await addChild(app, mother);
    await help(daughter, mother, ['show']);
    await help(filer, mother, ['file', 'read']);
    const [hers, daughters, filers] = [await phoneOf(mother), await phoneOf(daughter), await phoneOf(filer)];

    await mother.call('POST /v1/declarations', { body: fever });
    await mother.call('POST /v1/declarations', { body: { ...fever, personId: child.personId } });
    const own = { type: 'colour', id: mother.id };
    const childs = { type: 'colour', id: child.personId };
    await eventually(() => expect(coloursHeard(hers)).toEqual([own, childs]));
    await eventually(() => expect(coloursHeard(daughters)).toEqual([own]));
    // What comes after on the same socket: the colour was not for them.
    await app.ports.messenger.announce({ type: 'person', id: filer.id });
    await eventually(() => expect(filers.heard).toContainEqual({ type: 'person', id: filer.id }));
    expect(coloursHeard(filers)).toEqual([]);
  });

  it('is there to be read by a phone that was off, for oneself and for those one may show', async () => {
    const [mother, daughter] = [await addConfirmed(app), await addConfirmed(app)];
    await help(daughter, mother, ['show']);
    const { declaration } = (
      await mother.call<{ declaration: { id: string } }>('POST /v1/declarations', { body: fever })
    ).body;
    const turned = app.clock.now().toISOString();
    app.clock.forward(60_000);
    await mother.call('DELETE /v1/declarations/:id', { params: { id: declaration.id } });
    const all = [
      { personId: mother.id, was: 'yellow', colour: 'green', at: app.clock.now().toISOString() },
      { personId: mother.id, was: 'green', colour: 'yellow', at: turned },
    ];
    expect(await changesOf(mother)).toMatchObject(all);
    expect(await changesOf(daughter)).toMatchObject(all);
    expect(await changesOf(daughter, turned)).toMatchObject(all.slice(0, 1));
    expect(await changesOf(await addSomeone(app))).toEqual([]);
    expect((await app.ports.readingLog.of(mother.id))[0]).toMatchObject({
      role: 'family',
      what: 'colour_change',
    });
  });

  it('is not told where only its reasons changed', async () => {
    const someone = await addSomeone(app);
    await someone.call('POST /v1/declarations', { body: fever });
    await someone.call('POST /v1/declarations', {
      body: { symptoms: [], contact: true, contactOn: '2026-11-23' },
    });
    expect(await changesOf(someone)).toHaveLength(1);
    expect((await app.ports.colours.last(someone.id)).reasons).toHaveLength(2);
  });
});
