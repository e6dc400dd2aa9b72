import { likelyOneCause, type Matter } from '../../../src/contract/service-request/one-cause';

const at = (hours: number) => new Date(Date.UTC(2026, 10, 24) + hours * 3_600_000).toISOString();
const matter = (id: string, hours: number, more: Partial<Matter> = {}): Matter => ({
  id,
  category: 'stairs-light',
  node: '330106099001007',
  createdAt: at(hours),
  ...more,
});
const idsOf = (matters: Matter[], isPublic = () => true) =>
  likelyOneCause(matters, isPublic).map((group) => group.map(({ id }) => id));

describe('matters that look like one cause', () => {
  it('are of one category, in one grid, each within a day of the one before', () => {
    expect(idsOf([matter('b', 20), matter('a', 0), matter('c', 44), matter('late', 68.1)])).toEqual([
      ['a', 'b', 'c'],
    ]);
    expect(idsOf([matter('a', 0), matter('b', 1, { category: 'rubbish' })])).toEqual([]);
    expect(idsOf([matter('a', 0), matter('b', 1, { node: '330106099001008' })])).toEqual([]);
  });

  it('are never of a home or between people', () => {
    expect(idsOf([matter('a', 0), matter('b', 1)], () => false)).toEqual([]);
  });
});
