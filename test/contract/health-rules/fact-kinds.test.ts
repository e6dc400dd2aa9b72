import { checkFact, type FactFault } from '@contract/health-rules/check-fact';
import { isComplete } from '@contract/health-rules/fact-kind';
import { factKinds } from '@contract/health-rules/fact-kinds';

const now = Date.UTC(2026, 10, 24, 6);
const ago = (hours: number): string => new Date(now - hours * 3_600_000).toISOString();
type Entered = Parameters<typeof checkFact>[0];
const fever: Entered = {
  kind: 'symptoms',
  values: { fever: true, temperature: 38.2 },
  source: 'declaration',
  since: ago(3),
};

describe('what may be known of a person', () => {
  it('says of each kind what it is for, on what ground and until when', () => {
    expect(factKinds.filter((kind) => !isComplete(kind))).toEqual([]);
    expect(new Set(factKinds.map(({ kind }) => kind)).size).toBe(factKinds.length);
  });

  it('is taken with the day it will be deleted', () => {
    expect(checkFact(fever, now)).toEqual({ ok: true, value: { expiresAt: ago(3 - 14 * 24) } });
  });

  it.each<[string, FactFault, Partial<Entered>]>([
    ['a kind that is not in the registry', 'kind-unknown', { kind: 'bank-account' }],
    ['what the resident may not say', 'source-not-allowed', { kind: 'recovered', values: {} }],
    ['less than it must hold', 'value-missing', { values: { temperature: 38.2 } }],
    ['more than it may hold', 'value-unknown', { values: { fever: true, phone: '1' } }],
    ['a word for yes', 'value-invalid', { values: { fever: 'yes' } }],
    ['a temperature nobody has', 'value-invalid', { values: { fever: true, temperature: 99 } }],
    ['more decimals than there are', 'value-invalid', { values: { fever: true, temperature: 38.25 } }],
    ['a test nobody makes', 'value-invalid', { kind: 'positive-test', values: { method: 'guess' } }],
    ['an inherited name', 'value-invalid', { kind: 'positive-test', values: { method: 'toString' } }],
    ['a place that is no code', 'value-invalid', { kind: 'stay', values: { node: 'home' } }],
    ['a name without letters', 'value-invalid', { kind: 'stay', values: { node: '330108', place: ' ' } }],
    [
      'an isolation without end',
      'value-invalid',
      { kind: 'isolation', source: 'official', values: { place: 'home', endsAt: ago(-30 * 24) } },
    ],
    ['a beginning to come', 'since-invalid', { since: ago(-2) }],
    ['a beginning that is no instant', 'since-invalid', { since: 'yesterday' }],
    ['what would be deleted at once', 'over-already', { since: ago(15 * 24) }],
  ])('refuses %s: %s', (_, failure, more) => {
    expect(checkFact({ ...fever, ...more }, now)).toEqual({ ok: false, failure });
  });

  it.each(['purpose', 'legalBasis', 'retentionDays', 'title', 'direction', 'sources', 'fields'] as const)(
    'refuses a kind without %s, wherever the registry comes from',
    (left) => {
      const kinds = factKinds.map((kind) => ({ ...kind, [left]: undefined }));
      expect(checkFact(fever, now, kinds)).toEqual({ ok: false, failure: 'kind-incomplete' });
    },
  );

  it('refuses a kind kept for ever, or that hides what rules see', () => {
    const with_ = (more: object) => checkFact(fever, now, [{ ...factKinds[0], ...more }]);
    expect(with_({ retentionDays: 4000 })).toMatchObject({ failure: 'kind-incomplete' });
    expect(with_({ purpose: { zh: '用处', en: ' ' } })).toMatchObject({ failure: 'kind-incomplete' });
    expect(with_({ fields: { since: { title: { zh: '从', en: 'Since' }, type: 'yes-no' } } })).toMatchObject({
      failure: 'kind-incomplete',
    });
  });
});
