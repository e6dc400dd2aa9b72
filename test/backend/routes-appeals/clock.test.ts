import type { Appeal } from '../../../src/contract/api';
import type { Database } from '../../../src/backend/adapters/embedded/database';
import { addressOf, connect } from '../live/live-client';
import { describeOnEachDatabase } from '../../support/database';
import { eventually } from '../../support/eventually';
import { startTestApp } from '../../support/server';
import { community } from '../../support/world';
import { city, county, done, file, openCourt, queue, see, type Appellant, type Court } from './court';

const minute = 60_000;

describeOnEachDatabase('the clock of an appeal', (open) => {
  let court: Court;
  let database: Database;
  let person: Appellant;
  let appeal: Appeal;
  beforeAll(async () => {
    database = await open();
    court = await openCourt(database);
  });
  afterAll(() => court.app.close());
  beforeEach(async () => {
    person = await court.someone();
    await court.accuse(person.id);
    appeal = (await file(person.call)).body;
  });

  /** So much later, with a minute's job done by then. */
  async function later(minutes: number): Promise<void> {
    court.app.clock.forward(minutes * minute);
    await court.app.ports.jobs.enqueue('appeals', {});
  }
  const events = async () =>
    (await see(person.call, appeal)).body.timeline.map(({ event, nodeName }) => `${event} ${nodeName}`);

  it('warns whoever could hear it, then takes it one level up every two hours, where others hear it', async () => {
    const address = await addressOf(court.app.server);
    const { token } = await court.app.ports.store.sessions.open(court.ids.third);
    const phone = await connect(address, JSON.stringify({ type: 'hello', token }));
    await eventually(() => expect(phone.heard).toContainEqual({ type: 'ready' }));
    await later(90);
    await eventually(() => expect(phone.heard).toContainEqual({ type: 'appeal', id: appeal.id }));
    phone.socket.close();
    await later(30);
    await eventually(async () =>
      expect(await events()).toEqual(['file 桂语社区', 'stand 桂语社区', 'warn 桂语社区', 'escalate 西湖区']),
    );
    expect(await queue(court.by['county-officer'])).toContain(appeal.id);
    expect(await queue(court.by.third)).not.toContain(appeal.id);
    appeal = (await see(court.by['county-officer'], appeal)).body;
    expect(appeal).toMatchObject({
      warned: false,
      dueAt: new Date(Date.parse(appeal.filedAt) + 240 * minute).toISOString(),
    });
    const taken = await done(court.by['county-officer'], appeal, { event: 'take' });
    await later(120);
    await eventually(async () => expect((await events()).at(-1)).toBe(`escalate ${city}`));
    expect(await queue(court.by['county-officer'])).not.toContain(taken.id);
    expect(await queue(court.by.city)).toContain(taken.id);
  });

  it('goes up within a minute when the last one on duty has gone, and stays with whoever took it', async () => {
    const other = await court.someone();
    await court.accuse(other.id);
    const taken = await done(court.by.third, (await file(other.call)).body, { event: 'take' });
    await court.onDuty(community);
    await later(1);
    await eventually(async () => expect((await events()).at(-1)).toBe('pass-on 西湖区'));
    expect((await see(court.by.third, taken)).body).toMatchObject({ state: 'taken', node: community });
    await court.onDuty(community, 'officer', 'second', 'third');
  });

  it('answers by the rules what has ended by itself meanwhile', async () => {
    const [fact] = await court.app.ports.facts.of(person.id);
    await court.app.ports.facts.remove(fact?.id ?? '');
    await later(90);
    await eventually(async () =>
      expect((await see(person.call, appeal)).body).toMatchObject({
        state: 'answered-by-rules',
        possible: [],
      }),
    );
  });

  it('is where it would be after a server stood still for hours', async () => {
    await court.app.close();
    court.app.clock.forward(250 * minute);
    const again = await startTestApp({ database, options: { clock: court.app.clock } });
    try {
      await eventually(async () =>
        expect(await again.ports.appeals.get(appeal.id)).toMatchObject({
          state: 'waiting',
          node: city,
          dueAt: new Date(Date.parse(appeal.filedAt) + 360 * minute),
        }),
      );
      const steps = (await again.ports.appeals.get(appeal.id))?.timeline ?? [];
      expect(steps.slice(2).map(({ event, node }) => [event, node])).toEqual([
        ['escalate', county],
        ['escalate', city],
      ]);
    } finally {
      await again.close();
    }
  });
});
