import fc from 'fast-check';
import { faultsOf } from '@contract/declaration/declaration';
import { dayAt } from '@contract/calendar-day';
import {
  answersOf,
  degreesOf,
  draftOf,
  emptyDraft,
  withSymptoms,
} from '../../../src/miniprogram/packages/health/declare/draft';
import { headOf } from '../../../src/miniprogram/packages/health/reason/words';

const today = dayAt(Date.now());

describe('a temperature as people type it', () => {
  it.each([
    ['38.2', 38.2],
    [' 38.2℃ ', 38.2],
    ['38，2', 38.2],
    ['38度', 38],
    ['38.26', 38.3],
    ['', undefined],
    ['发烧', undefined],
    ['20', undefined],
    ['100', undefined],
  ])('%s', (typed, degrees) => {
    expect(degreesOf(typed)).toBe(degrees);
  });
});

describe('a declaration being filled in', () => {
  it('is nothing to send until every question is answered', () => {
    expect(answersOf(emptyDraft)).toBeUndefined();
    expect(answersOf({ ...emptyDraft, symptoms: ['none'] })).toBeUndefined();
    expect(answersOf({ ...emptyDraft, symptoms: ['none'], contact: true })).toBeUndefined();
    expect(answersOf({ ...emptyDraft, symptoms: ['fever'], contact: false, onsetOn: today })).toBeUndefined();
    expect(answersOf({ ...emptyDraft, symptoms: ['cough'], contact: false })).toBeUndefined();
  });

  it('says well, or ill with everything that goes with it, and leaves out what does not', () => {
    const stale = { temperature: '38.2', onsetOn: today, contactOn: today };
    expect(answersOf({ ...emptyDraft, ...stale, symptoms: ['none'], contact: false })).toEqual({
      symptoms: [],
      contact: false,
    });
    expect(answersOf({ ...emptyDraft, ...stale, symptoms: ['fever'], contact: true })).toEqual({
      symptoms: ['fever'],
      temperature: 38.2,
      onsetOn: today,
      contact: true,
      contactOn: today,
    });
  });

  it('none and a symptom shut each other out, whichever came last', () => {
    const ill = withSymptoms(emptyDraft, ['fever']);
    const well = withSymptoms(ill, ['fever', 'none']);
    expect(well.symptoms).toEqual(['none']);
    expect(withSymptoms(well, ['none', 'cough']).symptoms).toEqual(['cough']);
  });

  it('whatever is sent has no fault for the server to find, and comes back as it was to be amended', () => {
    const days = fc.integer({ min: 0, max: 13 }).map((back) => dayAt(Date.now() - back * 86_400_000));
    const draft = fc.record({
      symptoms: fc.constantFrom(['none'] as const, ['fever'] as const, ['cough', 'fever'] as const),
      temperature: fc.double({ min: 34, max: 43, noNaN: true }).map((degrees) => degrees.toFixed(1)),
      onsetOn: fc.option(days, { nil: undefined }),
      contact: fc.option(fc.boolean(), { nil: undefined }),
      contactOn: fc.option(days, { nil: undefined }),
      places: fc.array(fc.record({ node: fc.constant('330108'), name: fc.constant('滨江区'), on: days }), {
        maxLength: 1,
      }),
    });
    fc.assert(
      fc.property(draft, (filled) => {
        const answers = answersOf(filled);
        if (!answers) return;
        expect(faultsOf(answers, Date.now())).toEqual([]);
        expect(answersOf(draftOf(answers, () => '滨江区'))).toEqual(answers);
      }),
    );
  });
});

describe('why, in one line and the rest', () => {
  it.each([
    ['你填了发热 38.2℃。退烧前，请先少去人多的地方。', '你填了发热 38.2℃', '退烧前，请先少去人多的地方。'],
    ['You reported 38.2 °C. Please avoid crowds.', 'You reported 38.2 °C', 'Please avoid crowds.'],
    ['你是密切接触者。', '你是密切接触者', ''],
  ])('%s', (reason, title, rest) => {
    expect(headOf(reason)).toEqual({ title, rest });
  });
});
