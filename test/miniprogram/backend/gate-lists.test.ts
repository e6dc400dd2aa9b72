import { verify } from '@contract/health-code/verify';
import { gateWorld, HOUR, START, stranger } from '../support/gate-world';

type World = ReturnType<typeof gateWorld>;

const judged = async ({ open, codeOf }: World, change = {}) =>
  verify(codeOf(change), (await open()).context()).reason;

/** Online once, now. */
async function filled(world: World): Promise<World> {
  await (await world.open()).update();
  return world;
}

describe('a gate without a network', () => {
  test('lets through what is green, from the lists it put by, after a restart', async () => {
    const world = await filled(gateWorld());
    world.state.online = false;
    world.state.time += 5 * HOUR;
    expect(await judged(world)).toBe('green');
  });

  test('stops what was revoked before it lost the network', async () => {
    const world = gateWorld();
    world.state.set = [{ index: 42, status: 1 }];
    await filled(world);
    world.state.online = false;
    expect(await judged(world)).toBe('revoked');
  });

  test('that was never online asks to connect', async () => {
    const world = gateWorld();
    world.state.online = false;
    expect(await judged(world)).toBe('trust-list-missing');
    expect((await world.open()).age()).toBeUndefined();
  });

  test('with lists older than 24 h trusts nobody silently, and says how old they are', async () => {
    const world = await filled(gateWorld());
    world.state.time += 25 * HOUR;
    const fresh = { issuedAt: world.state.time - HOUR, expiresAt: world.state.time + HOUR };
    expect(await judged(world, fresh)).toBe('status-stale');
    expect((await world.open()).age()).toBe(25 * HOUR);
  });

  test('that knew of no emergency does not say so for ever', async () => {
    const world = gateWorld();
    world.state.emergencies = [];
    await filled(world);
    expect(await judged(world)).toBe('no-emergency');
    world.state.time += 25 * HOUR;
    expect(await judged(world)).toBe('trust-list-missing');
  });
});

describe('lists', () => {
  test('are asked for again by their tag, and come anew when something changed', async () => {
    const world = gateWorld();
    const lists = await world.open();
    await lists.update();
    await lists.update();
    expect(world.asked.filter((each) => each.startsWith('330106'))).toEqual(['330106-0 any', '330106-0 []']);
    world.state.set = [{ index: 42, status: 3 }];
    await lists.update();
    expect(verify(world.codeOf(), lists.context()).reason).toBe('lowered-to-red');
  });

  test('that somebody else signed are not believed', async () => {
    const world = gateWorld();
    world.state.signer = stranger;
    await filled(world);
    expect(await judged(world)).toBe('status-missing');
  });

  test('are believed about themselves only, whatever their address', async () => {
    const world = gateWorld();
    world.state.statusLists = ['330106-1'];
    world.state.servedAs = '330106-1';
    await filled(world);
    expect(await judged(world, { status: { list: 1, index: 42 } })).toBe('status-missing');
  });

  test('of a key that is revoked since are dropped', async () => {
    const world = await filled(gateWorld());
    world.state.revokedAt = new Date(START).toISOString();
    const lists = await world.open();
    await lists.update();
    expect(lists.age()).toBeUndefined();
    expect(verify(world.codeOf(), lists.context()).reason).toBe('key-revoked');
  });

  test('that are named no more take no room', async () => {
    const world = await filled(gateWorld());
    expect([...world.storage.values.keys()]).toContain('gate/list/330106-0');
    world.state.statusLists = [];
    await filled(world);
    expect([...world.storage.values.keys()]).toEqual(['gate/trust']);
  });

  test('stay when the network fails, or the one among them does', async () => {
    const world = await filled(gateWorld());
    world.state.online = false;
    await expect((await world.open()).update()).rejects.toThrow('offline');
    expect(await judged(world)).toBe('green');
    world.state.online = true;
    world.state.statusLists = ['330106-0', '330106-9'];
    await expect((await world.open()).update()).rejects.toThrow('not-found');
    expect(await judged(world)).toBe('green');
  });

  test('of places beyond their end say nothing', async () => {
    const world = await filled(gateWorld());
    expect(await judged(world, { status: { list: 0, index: 1_000_000 } })).toBe('status-missing');
  });

  test('count by when they were signed, not by when they came', async () => {
    const world = gateWorld();
    world.state.listAge = 3 * HOUR;
    await filled(world);
    expect((await world.open()).age()).toBe(3 * HOUR);
    world.state.listAge = 25 * HOUR;
    world.state.set = [{ index: 1, status: 1 }];
    await filled(world);
    expect(await judged(world)).toBe('status-stale');
  });

  test('are fetched at once and then at least every four minutes while the page is open', async () => {
    jest.useFakeTimers();
    try {
      const world = gateWorld();
      const lists = await world.open();
      const stop = lists.follow();
      const rounds = () => world.asked.filter((each) => each.startsWith('GET')).length;
      await jest.advanceTimersByTimeAsync(0);
      expect(rounds()).toBe(1);
      await jest.advanceTimersByTimeAsync(240_000);
      expect(rounds()).toBe(2);
      await jest.advanceTimersByTimeAsync(240_000);
      expect(rounds()).toBe(3);
      stop();
      await jest.advanceTimersByTimeAsync(HOUR);
      expect(rounds()).toBe(3);
    } finally {
      jest.useRealTimers();
    }
  });
});
