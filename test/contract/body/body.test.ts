import fc from 'fast-check';
import { CARD_OLD_AFTER, isOld, meetingAge } from '../../../src/contract/body/age';
import { type BodyKind, nearestOf } from '../../../src/contract/body/body';
import { type Card, checkCard } from '../../../src/contract/body/card';
import { keepsCard, mayBeSteward } from '../../../src/contract/body/steward';
import { roles } from '../../../src/contract/role';

const now = Date.parse('2026-11-29T02:00:00.000Z');
const hour = 60 * 60 * 1000;

describe('whom a place turns to', () => {
  const at = (kind: BodyKind, node: string, name = '') => ({ kind, node, name });

  it('is the nearest of each kind, and all of it that stand there', () => {
    const near = nearestOf([
      at('water', '330106'),
      at('residents-council', '330106099'),
      at('residents-council', '330106099001'),
      at('owners-committee', '330106099001007', '桂语苑'),
      at('owners-committee', '330106099001007', '湖畔里'),
      at('owners-committee', '330106099001', '社区的'),
    ]);
    expect(near.map(({ kind, node, name }) => [kind, node.length, name])).toEqual([
      ['residents-council', 12, ''],
      ['owners-committee', 15, '桂语苑'],
      ['owners-committee', 15, '湖畔里'],
      ['water', 6, ''],
    ]);
  });
});

describe('an old date is an old date', () => {
  it.each<[string, number | undefined, string]>([
    ['no meeting', undefined, 'none'],
    ['in an hour', now + hour, 'ahead'],
    ['this moment', now, 'was'],
    ['an hour ago', now - hour, 'was'],
    ['last year', now - 365 * 24 * hour, 'was'],
  ])('%s', (_, meetsAt, age) => expect(meetingAge(meetsAt, now)).toBe(age));

  it.each<[string, number, boolean]>([
    ['written today', now, false],
    ['half a year ago to the millisecond', now - CARD_OLD_AFTER, false],
    ['a millisecond before that', now - CARD_OLD_AFTER - 1, true],
  ])('a card %s', (_, touchedAt, old) => expect(isOld(touchedAt, now)).toBe(old));
});

describe('a card', () => {
  const card = (more: Partial<Card>): Card => ({ where: '议事厅', agenda: [], ...more });

  it.each<[string, Card, string[]]>([
    ['with an address', card({}), []],
    ['with a number', { call: '0571-5550-0180转8', agenda: [] }, []],
    ['with neither', { agenda: ['停车'] }, ['where unreachable']],
    ['with words for a number', card({ call: '问楼长' }), ['call not-a-number']],
    ['with a meeting ahead', card({ meetsAt: now + hour, meetsWhere: '二楼' }), []],
    ['with a meeting that is over', card({ meetsAt: now }), ['meetsAt past']],
    ['with a meeting years ahead', card({ meetsAt: now + 400 * 24 * hour }), ['meetsAt too-far']],
    ['with a place and no time', card({ meetsWhere: '二楼' }), ['meetsAt no-date']],
  ])('%s', (_, said, faults) =>
    expect(checkCard(said, now).map(({ field, reason }) => `${field} ${reason}`)).toEqual(faults),
  );

  it('may keep the meeting that was while the rest is mended', () =>
    expect(checkCard(card({ meetsAt: now - hour }), now, { meetsAt: now - hour })).toEqual([]));
});

describe('self-government stays outside the grid', () => {
  const grant = fc.record({
    role: fc.constantFrom(...roles),
    node: fc.constantFrom('33', '330106', '330106099001', '330106099001007', '330203001001'),
  });

  it('a worker or an officer of any place keeps no card, not even as its steward; anyone else only their own', () =>
    fc.assert(
      fc.property(fc.array(grant, { maxLength: 4 }), fc.boolean(), (grants, steward) => {
        const inTheGrid = grants.some(({ role }) => role !== 'checkpoint');
        expect(mayBeSteward(grants)).toBe(!inTheGrid);
        expect(keepsCard({ id: 'me', grants }, steward ? 'me' : 'another')).toBe(steward && !inTheGrid);
      }),
    ));
});
