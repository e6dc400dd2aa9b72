import fc from 'fast-check';
import {
  checkAnswers,
  dangersOf,
  type Answer,
  type Attribute,
  type GridCategory,
} from '../../../src/contract/service-request/category';
import { standsForWords } from '../../../src/contract/service-request/voice';
import { catalogue } from '../../../src/contract/service-request/catalogue';

const text = { zh: '问', en: 'Question' };
const choices = ['a', 'b'].map((key) => ({ key, name: text }));
const asking = (...attributes: Attribute[]): GridCategory => ({
  kind: 'grid',
  code: 'test',
  name: text,
  hint: text,
  group: 'stairs',
  words: [],
  source: { title: { zh: '测试', en: 'A test' } },
  attributes,
  place: 'none',
  scope: 'public',
  anonymous: false,
  photos: 0,
  accept: { hours: 1 },
  resolve: { days: 1 },
});
const question = (datatype: Attribute['datatype'], required = true): Attribute => ({
  code: 'q',
  datatype,
  required,
  text,
  ...(datatype.endsWith('list') ? { choices } : {}),
});

const cases: [Attribute['datatype'], Answer, string | undefined][] = [
  ['string', '楼道', undefined],
  ['string', '', 'missing'],
  ['string', 3, 'wrong-type'],
  ['string', 'x'.repeat(4001), 'too-long'],
  ['text', 'x'.repeat(4000), undefined],
  ['number', 3, undefined],
  ['number', 0, undefined],
  ['number', Infinity, 'wrong-type'],
  ['number', '3', 'wrong-type'],
  ['datetime', '2026-11-24', undefined],
  ['datetime', '2026-11-24T08:00:00+08:00', undefined],
  ['datetime', '2026-11-24T00:00:00.000Z', undefined],
  ['datetime', '2026-13-40T99:00Z', 'wrong-type'],
  ['datetime', '2026-11-24 and more', 'wrong-type'],
  ['datetime', 'tomorrow', 'wrong-type'],
  ['singlevaluelist', 'a', undefined],
  ['singlevaluelist', 'c', 'unknown-choice'],
  ['singlevaluelist', ['a'], 'wrong-type'],
  ['multivaluelist', ['a', 'b'], undefined],
  ['multivaluelist', [], 'missing'],
  ['multivaluelist', ['a', 'c'], 'unknown-choice'],
  ['multivaluelist', 'a', 'wrong-type'],
];

describe('answers to a category’s own questions', () => {
  it.each(cases)('%s %j → %s', (datatype, answer, reason) => {
    expect(checkAnswers(asking(question(datatype)), { q: answer })).toEqual(
      reason ? [{ code: 'q', reason }] : [],
    );
  });

  it('may leave out what is not asked for, and nothing else', () => {
    expect(checkAnswers(asking(question('string', false)), {})).toEqual([]);
    expect(checkAnswers(asking(question('string')), {})).toEqual([{ code: 'q', reason: 'missing' }]);
  });

  it.each([
    ['string', 'words', undefined],
    ['text', 'words', undefined],
    ['number', 'a figure', 'missing'],
    ['datetime', 'a day', 'missing'],
    ['singlevaluelist', 'a choice', 'missing'],
    ['multivaluelist', 'choices', 'missing'],
  ] as const)('%s: what is spoken stands for %s → %s', (datatype, _, reason) => {
    const faults = reason ? [{ code: 'q', reason }] : [];
    expect(checkAnswers(asking(question(datatype)), {}, { spoken: true })).toEqual(faults);
  });

  it('are looked at all the same where something is spoken', () => {
    const answers = { q: 'x'.repeat(4001), other: 'x' };
    expect(checkAnswers(asking(question('text')), answers, { spoken: true })).toEqual([
      { code: 'other', reason: 'unknown-question' },
      { code: 'q', reason: 'too-long' },
    ]);
  });

  it.each([
    ['with a name', {}, true],
    ['without a name', { anonymous: true }, false],
    ['handled by a system outside', { handledBy: { name: text } }, false],
  ])('may be spoken instead: %s → %s', (_, matter, stands) => {
    expect(standsForWords(matter)).toBe(stands);
  });

  it('answers no question that was not asked', () => {
    expect(checkAnswers(asking(), { other: 'x' })).toEqual([{ code: 'other', reason: 'unknown-question' }]);
  });

  const gridCategories = catalogue.categories.filter((category) => category.kind === 'grid');

  /** Answers as the form of a category can give them. */
  const answering = (category: GridCategory) =>
    fc.record(
      Object.fromEntries(
        category.attributes.map((attribute): [string, fc.Arbitrary<Answer>] => {
          const keys = (attribute.choices ?? []).map((choice) => choice.key);
          switch (attribute.datatype) {
            case 'singlevaluelist':
              return [attribute.code, fc.constantFrom(...keys)];
            case 'multivaluelist':
              return [attribute.code, fc.subarray(keys, { minLength: 1 })];
            case 'number':
              return [attribute.code, fc.integer({ min: 1, max: 20 })];
            case 'datetime':
              return [
                attribute.code,
                fc
                  .date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
                  .map((day) => day.toISOString()),
              ];
            case 'string':
            case 'text':
              return [attribute.code, fc.string({ minLength: 1, maxLength: 50 })];
          }
        }),
      ),
    );

  it.each(gridCategories.map((category) => [category.code, category] as const))(
    'what the form of %s offers is taken, and a danger chosen is always said',
    (_, category) => {
      fc.assert(
        fc.property(answering(category), (answers) => {
          expect(checkAnswers(category, answers)).toEqual([]);
          const chosen = new Set(Object.values(answers).flat());
          const dangerous = category.attributes
            .flatMap((attribute) => attribute.choices ?? [])
            .filter((choice) => choice.danger && chosen.has(choice.key));
          expect(dangersOf(category, answers)).toEqual(dangerous.map((choice) => choice.danger));
        }),
        { numRuns: 50 },
      );
    },
  );

  it('never throws, whatever is sent', () => {
    const anything = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.double(), fc.array(fc.string())));
    fc.assert(
      fc.property(fc.constantFrom(...gridCategories), anything, (category, answers) => {
        const known = new Set(category.attributes.map((attribute) => attribute.code));
        const faults = checkAnswers(category, answers);
        for (const code of Object.keys(answers).filter((each) => !known.has(each)))
          expect(faults).toContainEqual({ code, reason: 'unknown-question' });
        dangersOf(category, answers);
      }),
    );
  });
});
