import { missingInAppeal, reasonStands, reviewUntil } from '../../../src/contract/appeal/answer';
import type { ColourReason } from '../../../src/contract/health-rules/decision';

const reason = (rule: string, factId?: string): ColourReason => ({
  rule,
  version: '1.0.0',
  colour: 'yellow',
  reason: { zh: '', en: '' },
  source: 'official',
  from: { zh: '', en: '' },
  ...(factId ? { factId } : {}),
  since: '2026-11-24T00:00:00.000Z',
  until: '2026-11-30T00:00:00.000Z',
  wayBack: [],
});

describe('an appeal decided afresh', () => {
  it.each([
    ['nothing is left', [], false],
    ['the same rule on the same fact', [reason('LL-Y-0001', 'a')], true],
    ['the same rule on another fact', [reason('LL-Y-0001', 'b')], false],
    ['another rule on the same fact', [reason('LL-Y-0002', 'a')], false],
    ['it stands beside a graver one', [reason('LL-R-0001'), reason('LL-Y-0001', 'a')], true],
  ])('%s', (_, reasons, stands) => {
    expect(reasonStands(reason('LL-Y-0001', 'a'), { reasons })).toBe(stands);
  });
});

describe('what an appeal must say', () => {
  it.each([
    ['an appeal: words', 'file', { words: '我没去过', photos: [] }, undefined],
    ['an appeal: or a photo', 'file', { photos: ['x'] }, undefined],
    ['an appeal: not nothing', 'file', { words: '  ', photos: [] }, 'words'],
    ['evidence: not nothing', 'add', { photos: [] }, 'words'],
    ['a refusal: why', 'refuse', { photos: ['x'] }, 'words'],
    ['a question: what', 'ask', { photos: [] }, 'words'],
    ['a grant: why', 'grant', { photos: [], remedy: 'fact-removal' }, 'words'],
    ['a grant: and what is done', 'grant', { words: '填错了人', photos: [] }, 'remedy'],
    ['a grant with both', 'grant', { words: '填错了人', photos: [], remedy: 'fact-removal' }, undefined],
    ['taking it: nothing', 'take', { photos: [] }, undefined],
    ['withdrawing it: nothing', 'withdraw', { photos: [] }, undefined],
  ] as const)('%s', (_, event, content, missing) => {
    expect(missingInAppeal(event, content)).toBe(missing);
  });
});

test('a refusal can go to administrative reconsideration for sixty days, counted in China', () => {
  expect(reviewUntil(Date.parse('2026-11-24T15:59:00.000Z'))).toBe('2027-01-23');
  expect(reviewUntil(Date.parse('2026-11-24T16:00:00.000Z'))).toBe('2027-01-24');
});
