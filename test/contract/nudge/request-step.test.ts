import { nudgedEvents, type NudgedStep, stepToTell } from '../../../src/contract/nudge/request-step';
import {
  requestEvents,
  type RequestEvent,
  type RequestState,
} from '../../../src/contract/service-request/lifecycle';

const start = Date.parse('2026-11-24T02:00:00.000Z');
const minute = 60_000;

/** `accept>accepted by worker`, a minute apart. */
function timelineOf(...steps: string[]): NudgedStep[] {
  return steps.map((step, at) => {
    const [, event, state, actor] = /^([\w-]+)>(\w+)(?: by (\w+))?$/.exec(step) ?? [];
    return {
      seq: at + 1,
      event: event as RequestEvent,
      role: requestEvents[event as RequestEvent],
      state: state as RequestState,
      actorId: actor ?? null,
      at: new Date(start + at * minute),
    };
  });
}
const told = (
  timeline: NudgedStep[],
  { to = 'filer', sees = 'all' as 'all' | 'outcome', now = start + 10 * minute } = {},
) => stepToTell(timeline, { personId: to, sees, now: new Date(now) })?.event;

const filed = 'submit>submitted by filer';
const taken = 'accept>accepted by worker';

describe('the step of a request that somebody is nudged about', () => {
  it.each<[string, string[], RequestEvent | undefined]>([
    ['nothing happened yet', [filed], undefined],
    ['it was taken', [filed, taken], 'accept'],
    ['it was taken and started', [filed, taken, 'start>in_progress by worker'], 'accept'],
    ['two things happened at once', [filed, taken, 'ask>waiting by worker'], 'ask'],
    ['it went up by itself', [filed, 'escalate>submitted'], 'escalate'],
    ['they acted since', [filed, taken, 'urge>accepted by filer'], undefined],
    ['somebody else acted for them since', [filed, taken, 'add>accepted by daughter'], 'accept'],
    ['it closed by itself', [filed, taken, 'resolve>resolved by worker', 'time-out>closed'], 'time-out'],
  ])('when %s', (_, steps, event) => expect(told(timelineOf(...steps))).toBe(event));

  it('is never one’s own', () => {
    expect(told(timelineOf('submit>submitted by filer', 'accept>accepted by filer'))).toBeUndefined();
    expect(
      Object.keys(nudgedEvents).filter((event) => requestEvents[event as RequestEvent] === 'filer'),
    ).toEqual([]);
  });

  it('is the outcome only, to who joined', () => {
    const asked = timelineOf(filed, taken, 'reply>accepted by worker');
    expect(told(asked, { to: 'neighbour' })).toBe('reply');
    expect(told(asked, { to: 'neighbour', sees: 'outcome' })).toBe('accept');
  });

  it('is no news after a day', () => {
    const taking = timelineOf(filed, taken);
    const day = 24 * 60 * minute;
    expect(told(taking, { now: start + minute + day - 1 })).toBe('accept');
    expect(told(taking, { now: start + minute + day })).toBeUndefined();
  });

  it('has a name in five Han characters at most', () => {
    for (const { zh } of Object.values(nudgedEvents)) expect(zh).toMatch(/^\p{Script=Han}{2,5}$/u);
  });
});
