import { type Connect, goLive } from '../../../src/miniprogram/backend/live';

describe('the live socket of a phone', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function start() {
    const hellos: unknown[] = [];
    let on: Parameters<Connect>[1] | undefined;
    const heard: string[] = [];
    const live = goLive({
      connect: (_, listeners) => {
        on = listeners;
        return { send: (text) => hellos.push(JSON.parse(text)), close: () => undefined };
      },
      url: 'ws://here',
      token: () => 't',
      onReady: () => heard.push('ready'),
      onMessage: ({ type }) => heard.push(type),
      random: () => 0.5,
    });
    const say = (message: object) => on?.message(JSON.stringify(message));
    const breaks = (): void => {
      on?.closed();
      jest.advanceTimersByTime(1000);
      on?.open();
    };
    on?.open();
    return { live, hellos, heard, say, breaks };
  }

  it('names the last notice it heard of when it comes back', () => {
    const { live, hellos, heard, say, breaks } = start();
    say({ type: 'ready' });
    say({ type: 'notice', id: 'a', cursor: 7 });
    say({ type: 'notice', id: 'b', cursor: 9 });
    breaks();
    expect(hellos).toEqual([
      { type: 'hello', token: 't' },
      { type: 'hello', token: 't', after: 9 },
    ]);
    expect([heard, live.connected()]).toEqual([['ready', 'notice', 'notice'], false]);
    live.stop();
  });

  it('counts what was read through the API, and never goes back', () => {
    const { live, hellos, say, breaks } = start();
    say({ type: 'ready' });
    live.seen(12);
    live.seen(5);
    say({ type: 'notice', id: 'late', cursor: 11 });
    breaks();
    expect(hellos[1]).toEqual({ type: 'hello', token: 't', after: 12 });
    live.stop();
  });
});
