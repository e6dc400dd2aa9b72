import fc from 'fast-check';
import type { Audience } from '../../../src/contract/notice/audience';
import {
  chosenOf,
  isBarred,
  isChosen,
  isPartly,
  namesTogether,
  shortNames,
  toggled,
} from '../../../src/contract/notice/choosing';

const community = '330106001002';
const grids = [`${community}007`, `${community}008`];
const buildings = grids.flatMap((grid) => ['003', '004', '012'].map((number) => grid + number));
const nodes = ['330106', '330106001', community, ...grids, ...buildings];
/** What any number of taps can lead to. */
const tapped = fc
  .array(fc.constantFrom(...nodes), { maxLength: 12 })
  .map((taps) =>
    taps.reduce<Audience>(
      (audience, node) => (isBarred(audience, node) ? audience : toggled(audience, node)),
      { include: [], except: [] },
    ),
  );
const node = fc.constantFrom(...nodes);

describe('choosing to whom, tap by tap', () => {
  it('a tap turns it on or off, a second one back; no building elsewhere changes', () => {
    fc.assert(
      fc.property(tapped, node, (audience, at) => {
        fc.pre(!isBarred(audience, at));
        const once = toggled(audience, at);
        expect(isChosen(once, at)).toBe(!isChosen(audience, at));
        expect(isChosen(toggled(once, at), at)).toBe(isChosen(audience, at));
        for (const building of buildings.filter((code) => !code.startsWith(at)))
          expect(isChosen(once, building)).toBe(isChosen(audience, building));
        for (const building of buildings.filter((code) => code.startsWith(at)))
          expect(isChosen(once, building)).toBe(isChosen(once, at));
      }),
    );
  });

  it('says nothing twice: no node within another, no exception outside or doubled', () => {
    fc.assert(
      fc.property(tapped, ({ include, except }) => {
        const within = (list: readonly string[]) =>
          list.filter((one) => list.some((other) => other !== one && one.startsWith(other)));
        expect(within(except)).toEqual([]);
        expect(within(include)).toEqual([]);
        expect(except.filter((one) => !include.some((other) => one.startsWith(other)))).toEqual([]);
        expect([new Set(include).size, new Set(except).size]).toEqual([include.length, except.length]);
      }),
    );
  });

  it('is read out whole: from its lines the same buildings follow', () => {
    fc.assert(
      fc.property(tapped, (audience) => {
        const lines = chosenOf(audience);
        const read: Audience = {
          include: lines.flatMap((line) => ('buildings' in line ? line.buildings : [line.node])),
          except: lines.flatMap((line) => ('buildings' in line ? [] : line.except)),
        };
        for (const building of buildings) expect(isChosen(read, building)).toBe(isChosen(audience, building));
        expect(new Set(lines.map((line) => line.node)).size).toBe(lines.length);
      }),
    );
  });

  it('as drawn: three buildings of one grid, and another but for one building', () => {
    const taps = [buildings[0], buildings[1], grids[1], `${grids[1]}012`] as string[];
    const audience = taps.reduce(toggled, { include: [], except: [] });
    expect(chosenOf(audience)).toEqual([
      { node: grids[0], buildings: [buildings[0], buildings[1]] },
      { node: grids[1], except: [`${grids[1]}012`] },
    ]);
    expect([isPartly(audience, grids[0] as string), isPartly(audience, grids[1] as string)]).toEqual([
      true,
      true,
    ]);
    expect([isPartly(audience, community), isPartly(audience, buildings[0] as string)]).toEqual([
      true,
      false,
    ]);
  });

  it.each([
    [['3 幢', '4 幢', '5 幢'], '3、4、5 幢'],
    [['12 幢'], '12 幢'],
    [['3 幢', '4 号楼'], '3 幢、4 号楼'],
    [['幼儿园', '3 幢'], '幼儿园、3 幢'],
    [['3', '4'], '3、4'],
    [[], ''],
  ])('%j are called %s', (names, together) => expect(namesTogether(names, '、')).toBe(together));

  it('leaves the estate out where a grid has but one', () => {
    const one = ['桂语苑 3 幢', '桂语苑 4 幢'];
    expect(shortNames(one, one)).toEqual(['3 幢', '4 幢']);
    expect(shortNames(one, [...one, '枕溪里 1 幢'])).toEqual(one);
  });
});
