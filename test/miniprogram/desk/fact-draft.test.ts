import { checkFact } from '@contract/health-rules/check-fact';
import {
  type Draft,
  enteredFact,
  nothingTyped,
  officialKinds,
} from '../../../src/miniprogram/packages/desk/fact/draft';

const now = Date.UTC(2026, 10, 24, 2);
const isolation: Draft = {
  kind: 'isolation',
  values: { place: 'home', endsAt: 7 },
  on: '2026-11-23',
  zh: ' 西湖区疾控中心 ',
  en: 'District disease control centre',
  reason: '流调名单第 3 份',
};

test('an end goes with the day it is counted from', () => {
  const endOf = (draft: Draft) => enteredFact(draft, now)?.fact.values['endsAt'];
  expect(endOf(isolation)).toBe('2026-11-29T16:00:00.000Z');
  expect(endOf({ ...isolation, on: '2026-11-20' })).toBe('2026-11-26T16:00:00.000Z');
});

test.each([
  ['yesterday, to its end', '2026-11-23', '2026-11-23T15:59:59.999Z'],
  ['today, no later than now', '2026-11-24', '2026-11-24T02:00:00.000Z'],
])('a stay counts from the last moment there: %s', (_, on, since) => {
  const stay: Draft = { ...isolation, kind: 'stay', values: { node: '330106001002' }, on };
  const entered = enteredFact(stay, now);
  expect(entered?.fact.since).toBe(since);
  expect(entered && checkFact({ ...entered.fact, source: 'official' }, now).ok).toBe(true);
});

test('what is whole is what the server takes; with anything missing it is not sent', () => {
  const entered = enteredFact(isolation, now);
  expect(entered?.fact.from.zh).toBe('西湖区疾控中心');
  expect(entered && checkFact({ ...entered.fact, source: 'official' }, now).ok).toBe(true);
  const { endsAt: _, ...without } = isolation.values;
  for (const part of [
    { on: undefined },
    { zh: ' ' },
    { reason: '' },
    { values: without },
    { kind: undefined },
  ])
    expect(enteredFact({ ...isolation, ...part }, now)).toBeUndefined();
});

test.each(officialKinds.map(({ kind }) => kind))(
  'nothing but the day and its words is asked of %s unless it must',
  (kind) => {
    const draft = { ...nothingTyped, ...isolation, kind, values: {} };
    const required = Object.values(officialKinds.find((one) => one.kind === kind)?.fields ?? {}).some(
      (field) => field.required === true,
    );
    expect(enteredFact(draft, now) === undefined).toBe(required);
  },
);
