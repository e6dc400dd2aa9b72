import { createJudge } from '../../../src/miniprogram/packages/checkpoint/judge';
import { createDisplay } from '../../../src/miniprogram/packages/checkpoint/shown';
import { gateWorld } from '../support/gate-world';

const minutes = 60_000;

/** A gate with lists of now. */
async function gate() {
  const world = gateWorld();
  const lists = await world.open();
  await lists.update();
  return { ...world, judge: createJudge(lists, world.now) };
}

describe('one checkpoint, scanning', () => {
  test('a screenshot is asked about, then stopped', async () => {
    const { state, codeOf, judge } = await gate();
    const picture = codeOf({}, state.time - 4 * minutes);
    expect(judge(picture)).toMatchObject({ result: 'ask', reason: 'proof-not-now', stepsOff: 8 });
    state.time += 31_000;
    expect(judge(picture)).toMatchObject({ result: 'stop', reason: 'same-proof-again' });
  });

  test('a slow phone is asked about, then known for one', async () => {
    const { state, codeOf, judge } = await gate();
    expect(judge(codeOf({}, state.time - 4 * minutes)).reason).toBe('proof-not-now');
    state.time += 31_000;
    expect(judge(codeOf({}, state.time - 4 * minutes))).toMatchObject({
      result: 'ask',
      reason: 'holder-clock-off',
      stepsOff: 8,
    });
  });

  test('the same live code is let through again, with how long ago', async () => {
    const { state, codeOf, judge } = await gate();
    expect(judge(codeOf())).toMatchObject({ result: 'pass' });
    state.time += 5000;
    expect(judge(codeOf())).toMatchObject({ result: 'pass', shownSecondsAgo: 5 });
  });

  test('on a device whose clock was set wrong after the last measuring, three in a row tell', async () => {
    const { state, codeOf, judge } = await gate();
    state.skew = 10 * minutes;
    const reasons = ['张*兰', '李*', '王*军'].map((maskedName) => judge(codeOf({ maskedName })).reason);
    expect(reasons).toEqual(['proof-not-now', 'proof-not-now', 'own-clock-suspect']);
  });

  test('remembers nothing on the phone', async () => {
    const { codeOf, judge, storage } = await gate();
    const before = [...storage.values];
    judge(codeOf());
    expect([...storage.values]).toEqual(before);
  });

  test('whatever is scanned, it says something', async () => {
    const { judge } = await gate();
    for (const text of ['', 'LL1:', 'LK1:ABCD', 'https://example.com', 'LL1:' + 'A'.repeat(400)])
      expect(judge(text).result).toBe('ask');
  });
});

test('what is shown is one result at a time, and none once wiped', () => {
  const display = createDisplay(() => 7);
  let told = 0;
  display.subscribe(() => (told += 1));
  display.show({ result: 'pass', reason: 'green', act: 'let-through', maskedName: '张*兰' }, 'one');
  display.show({ result: 'stop', act: 'keep-distance' }, 'two');
  expect(display.current()).toEqual({
    verdict: { result: 'stop', act: 'keep-distance' },
    code: 'two',
    at: 7,
  });
  display.wipe();
  display.wipe();
  expect(display.current()).toBeUndefined();
  expect(told).toBe(3);
});
