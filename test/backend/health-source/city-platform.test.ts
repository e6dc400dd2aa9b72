import { createCityPlatform } from '../../../src/backend/adapters/city-platform';
import {
  type Behave,
  busy,
  cut,
  cutAmidst,
  elsewhere,
  halfSilent,
  html,
  json,
  type Loopback,
  silent,
  startLoopback,
} from '../../support/loopback';
import { movedClock } from '../../support/moved-clock';
import { samplesOf } from '../../support/samples';

const samples = samplesOf('connect.md');
const { personKey } = samples['facts-asked'] as { personKey: string };
const person = { id: 'somebody', personKey };
const [first, second] = (samples['facts'] as { facts: [Record<string, unknown>, Record<string, unknown>] })
  .facts;
const saying = (...facts: object[]): Behave => json(200, { facts });
const good = json(200, samples['facts']);
const unavailable = { ok: false, failure: 'unavailable' };

describe('a city’s platform over HTTP', () => {
  let platform: Loopback;
  const faults: string[] = [];
  beforeAll(async () => {
    platform = await startLoopback();
  });
  afterAll(() => platform.close());
  beforeEach(() => {
    platform.asked.length = 0;
    faults.length = 0;
  });
  afterEach(() => expect(faults.join()).not.toMatch(/9f2c4e|open-barley|positive|疾控|close-contact/));

  const source = (patience = {}, url = platform.address) =>
    createCityPlatform(
      { name: 'city', url, token: 'open-barley' },
      {
        clock: movedClock(),
        onFault: (what) => faults.push(what),
        patience: { timeoutMs: 300, firstPauseMs: 1, ...patience },
      },
    );
  const ask = (...behaviours: Behave[]) => {
    platform.behave(...behaviours);
    return source().factsOf(person);
  };

  test('is asked by person key alone, in the body, with the token; its facts come with an end', async () => {
    expect(await ask(good)).toEqual({
      ok: true,
      value: [
        { ...first, source: 'city', expiresAt: '2026-12-07T01:20:00.000Z' },
        {
          id: second['id'],
          kind: 'stay',
          values: second['values'],
          from: second['from'],
          since: second['since'],
          source: 'city',
          expiresAt: '2026-12-01T00:00:00Z',
        },
      ],
    });
    expect(platform.asked).toMatchObject([
      { method: 'POST', path: '/facts', headers: { authorization: 'Bearer open-barley' } },
    ]);
    expect(JSON.parse(platform.asked[0]?.body ?? '')).toEqual({ personKey });
    expect(faults).toEqual([]);
  });

  test('knows nothing of whom nobody has confirmed, and is not asked about them', async () => {
    platform.behave(good);
    expect(await source().factsOf({ id: 'somebody', personKey: null })).toEqual({ ok: true, value: [] });
    expect(platform.asked).toEqual([]);
  });

  test.each<[string, Behave[]]>([
    ['busy once', [busy, good]],
    ['cut off', [cut, good]],
    ['cut off amidst its answer', [cutAmidst, good]],
  ])('is asked again when it was %s', async (_, behaviours) => {
    expect(await ask(...behaviours)).toMatchObject({
      ok: true,
      value: [{ kind: 'positive-test' }, { kind: 'stay' }],
    });
    expect(platform.asked).toHaveLength(2);
    expect(faults).toEqual([]);
  });

  test.each<[string, Behave, number, string]>([
    ['always broken', json(500, {}), 2, 'answered 500'],
    ['always cut off', cut, 2, 'cannot be reached'],
    ['always cut off amidst its answer', cutAmidst, 2, 'was cut off'],
    ['silent', silent, 1, 'did not answer in time'],
    ['silent amidst its answer', halfSilent, 1, 'did not answer in time'],
    ['refusing the token', json(401, {}), 1, 'answered 401'],
    ['asked too often', json(429, {}), 1, 'answered 429'],
    ['sending us elsewhere', elsewhere, 2, 'cannot be reached'],
    ['without JSON', html, 1, 'answered no JSON'],
    ['null', json(200, null), 1, 'answered without facts'],
    ['of another shape', json(200, [first]), 1, 'answered without facts'],
    [
      'with a fact of another shape',
      saying(first, { ...second, since: 'yesterday' }),
      1,
      'answered without facts',
    ],
    ['saying one id twice', saying(first, { ...second, id: first['id'] }), 1, 'answered without facts'],
    [
      'saying too much',
      saying(...Array.from({ length: 201 }, (_, id) => ({ ...first, id: String(id) }))),
      1,
      'answered without facts',
    ],
    ['huge', json(200, { facts: [], filler: 'x'.repeat(262_144) }), 1, 'answered more than 262144 bytes'],
  ])('says nothing when it is %s, and the operator is told why', async (_, behave, times, fault) => {
    expect(await ask(behave)).toEqual(unavailable);
    expect(platform.asked).toHaveLength(times);
    expect(faults).toEqual([`health source city ${fault}`]);
  });

  test('says nothing when nobody listens', async () => {
    expect(await source({ retries: 0 }, 'http://127.0.0.1:9').factsOf(person)).toEqual(unavailable);
  });

  test.each<[string, object, string[]]>([
    ['of an unknown kind', { kind: 'mood' }, ['kind-unknown']],
    ['with a value that does not fit', { values: { method: 'by eye' } }, ['value-invalid']],
    ['without a value it needs', { values: {} }, ['value-missing']],
    ['that is still to come', { since: '2026-11-30T00:00:00Z' }, ['since-invalid']],
    ['that is over', { since: '2025-11-30T00:00:00Z' }, []],
  ])('a fact %s is left out, the others count', async (_, change, told) => {
    expect(await ask(saying({ ...first, ...change }, second))).toMatchObject({
      ok: true,
      value: [{ kind: 'stay' }],
    });
    expect(faults).toEqual(told.map((why) => `health source city says what cannot be taken: ${why}`));
  });

  test('that fails again and again is left alone for a while', async () => {
    const city = source({ retries: 0, breakAfter: 3 });
    platform.behave(busy);
    for (let times = 0; times < 3; times += 1) expect(await city.factsOf(person)).toEqual(unavailable);
    platform.behave(good);
    expect(await city.factsOf(person)).toEqual(unavailable);
    expect(platform.asked).toHaveLength(3);
    expect(faults).toContain('health source city left alone for 30 s');
  });

  test('that was left alone is trusted again once it answers', async () => {
    const city = source({ retries: 0, breakAfter: 1, restMs: 1 });
    platform.behave(busy);
    expect(await city.factsOf(person)).toEqual(unavailable);
    platform.behave(good);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await city.factsOf(person)).toMatchObject({ ok: true });
    expect(await city.factsOf(person)).toMatchObject({ ok: true });
  });

  describe('its feed of changes', () => {
    test('is asked from a cursor on', async () => {
      platform.behave(json(200, samples['changes']));
      const { after } = samples['changes-asked'] as { after: string };
      expect(await source().changes?.(after)).toEqual({ ok: true, value: samples['changes'] });
      expect(platform.asked).toMatchObject([{ path: '/changes', body: JSON.stringify({ after }) }]);
    });

    test('says that it does not know a cursor', async () => {
      platform.behave(json(200, samples['changes-forgotten']));
      expect(await source().changes?.('c-1')).toEqual({ ok: false, failure: 'cursor-unknown' });
    });

    test.each([
      ['keys that are none', { personKeys: ['110101199003070000'], cursor: 'c', more: false }],
      ['no cursor', { personKeys: [], more: false }],
    ])('with %s is none', async (_, answer) => {
      platform.behave(json(200, answer));
      expect(await source().changes?.(null)).toEqual(unavailable);
      expect(faults).toEqual(['health source city answered without changes']);
    });
  });
});
