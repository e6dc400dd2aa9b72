import { builtInRules } from '@contract/health-rules/built-in';
import { checkRules } from '@contract/health-rules/check';
import type { HealthRule } from '@contract/health-rules/rule';
import { evaluate } from 'certlogic-js';

describe('the rules this software comes with', () => {
  it('are at least eight, and nothing is wrong with any', () => {
    expect(builtInRules.length).toBeGreaterThanOrEqual(8);
    expect(checkRules(builtInRules)).toEqual([]);
  });

  const examples = builtInRules.flatMap((rule) =>
    rule.Examples.map((example) => [rule.Identifier, example.name.en, rule, example] as const),
  );
  it.each(examples)('%s: %s', (_, __, rule, { data, passes }) => {
    expect(evaluate(rule.Logic as Parameters<typeof evaluate>[0], data)).toBe(passes);
  });
});

describe('a rule that is not fit to be signed', () => {
  const [red] = builtInRules;
  const yellow = builtInRules.find(({ Identifier }) => Identifier === 'LL-Y-0006');
  const stay = builtInRules.find(({ Identifier }) => Identifier === 'LL-Y-0007');
  if (!red || !yellow || !stay) throw new Error('the rules this test changes');
  const now = { plusTime: [{ var: 'now' }, 0, 'day'] };
  const over = (days: number) => ({
    'not-before': [now, { plusTime: [{ var: 'fact.since' }, days, 'day'] }],
  });
  const examples = (rule: HealthRule, logic: unknown) => ({ ...rule, Logic: logic, Examples: rule.Examples });

  it.each<[string, string, unknown]>([
    ['no list', 'not-a-list', { rules: [] }],
    ['no rule at all', 'not-a-list', []],
    ['text in one language only', 'shape', [{ ...yellow, Reason: { zh: '只有中文' } }]],
    ['no way back', 'shape', [{ ...yellow, WayBack: [] }]],
    ['a purple code', 'shape', [{ ...yellow, Colour: 'purple' }]],
    ['something beside', 'shape', [{ ...yellow, Weight: 3 }]],
    ['two of one name', 'identifier-twice', [yellow, yellow]],
    ['a red rule with a yellow name', 'identifier-colour', [{ ...yellow, Colour: 'red' }]],
    ['over before it begins', 'never-valid', [{ ...yellow, ValidTo: yellow.ValidFrom }]],
    ['another language', 'not-certlogic', [{ ...yellow, Logic: { or: [true, false] } }]],
    [
      'lists to reduce',
      'operator-not-allowed',
      [examples(yellow, { reduce: [{ var: 'helps' }, true, true] })],
    ],
    [
      'a clock of its own',
      'time-hidden',
      [examples(yellow, { before: [{ plusTime: [{ var: 'now' }, -4, 'day'] }, over(0)['not-before'][1]] })],
    ],
    ['a kind nobody knows', 'kind-unknown', [{ ...yellow, AffectedKind: 'bank-account' }]],
    ['a kind that helps', 'kind-helps', [{ ...yellow, AffectedKind: 'recovered' }]],
    ['what the fact does not hold', 'path-unknown', [examples(yellow, { '!': [{ var: 'fact.petition' }] })]],
    [
      'other facts against the person',
      'path-unknown',
      [examples(yellow, { '!': [{ var: 'helps.symptoms' }] })],
    ],
    [
      'a text about what is not there',
      'placeholder-unknown',
      [{ ...yellow, Reason: { zh: '{bank}', en: 'x' } }],
    ],
    [
      'a text that needs what may be left out',
      'placeholder-unknown',
      [{ ...stay, Reason: { zh: '你去过 {place}', en: 'x' } }],
    ],
    ['an example that comes out otherwise', 'example-differs', [{ ...yellow, Logic: over(9) }]],
    [
      'no example that fails',
      'examples-one-sided',
      [{ ...yellow, Examples: yellow.Examples.map((one) => ({ ...one, passes: true })) }],
    ],
    [
      'a number compared with nothing',
      'cannot-be-evaluated',
      [{ ...yellow, AffectedKind: 'symptoms', Logic: { '<': [{ var: 'fact.temperature' }, 373] } }],
    ],
    ['no end', 'no-end', [{ ...yellow, Logic: { if: [{ var: 'helps.negative-test' }, true, false] } }]],
    [
      'a negative test that harms',
      'help-worsens',
      [{ ...yellow, Logic: { if: [{ var: 'helps.negative-test' }, over(9), over(4)] } }],
    ],
    [
      'a level that harms by being lowered',
      'higher-level-helps',
      [{ ...stay, Logic: { if: [{ '>=': [{ var: 'fact.levelNow' }, 4] }, true, over(4)] } }],
    ],
  ])('%s: %s', (_, problem, rules) => {
    expect(checkRules(rules).map((each) => each.problem)).toContain(problem);
  });

  it('is named, and the sound one beside it is not', () => {
    expect(checkRules([red, { ...yellow, Colour: 'red' }])).toEqual([
      { rule: 'LL-Y-0006', problem: 'identifier-colour', about: 'red' },
    ]);
  });
});
