import type { RequestSummary } from '@contract/api';
import { isFound } from '../../../../src/miniprogram/packages/desk/queue/found';

const request = {
  categoryName: { zh: '垃圾没清', en: 'Rubbish left' },
  placeText: '桂语苑 5 幢 2 单元',
  words: '床垫堵着门',
  number: '7-0012',
  ownerMaskedName: null,
} as RequestSummary;

describe('what is typed above the queue finds a matter', () => {
  test.each([
    ['', true],
    ['垃圾', true],
    ['rubbish', true],
    ['5 幢', true],
    ['床垫', true],
    ['0012', true],
    ['垃圾 床垫', true],
    ['垃圾 沙发', false],
    ['王', false],
  ])('%j: %s', (typed, found) => {
    expect(isFound(request, typed)).toBe(found);
  });

  test('by who has it', () => {
    expect(isFound({ ...request, ownerMaskedName: '王*军' }, '王')).toBe(true);
  });
});
