import { nodeOfPoint } from '../../../src/contract/service-request/place';

const seventh = { code: '330106001002007', rings: [] };
const eighth = { code: '330106001002008', rings: [] };
const community = '330106001002';
const home = '330106001009001';

describe('who a matter at a point goes to', () => {
  const inside = { kind: 'inside', grid: seventh } as const;
  const between = { kind: 'near-boundary', candidates: [seventh, eighth] } as const;
  const nowhere = { kind: 'unknown' } as const;
  const refused = (failure: string) => ({ ok: false, failure });
  const goes = (value: string) => ({ ok: true, value });

  it.each([
    ['inside a grid', inside, undefined, undefined, goes(seventh.code)],
    ['inside a grid, another one named', inside, eighth.code, home, goes(seventh.code)],
    ['near a boundary, nothing said', between, undefined, home, refused('grid-ambiguous')],
    ['near a boundary, one of them chosen', between, eighth.code, home, goes(eighth.code)],
    ['near a boundary, "not sure"', between, community, home, goes(community)],
    ['near a boundary, a third named', between, home, home, refused('grid-ambiguous')],
    ['on no grid', nowhere, undefined, home, goes('330106001009')],
    ['on no grid, one named', nowhere, seventh.code, home, goes(community)],
    ['on no grid, no home', nowhere, undefined, undefined, refused('region-unknown')],
    ['on no grid, only a county named', nowhere, '330106', undefined, refused('region-unknown')],
  ] as const)('%s', (_, located, chosen, at, outcome) => {
    const { kind } = located;
    const copy = kind === 'near-boundary' ? { kind, candidates: [...located.candidates] } : located;
    expect(nodeOfPoint(copy as Parameters<typeof nodeOfPoint>[0], chosen, at)).toEqual(outcome);
  });
});
