import { readFeed, type FeedElement } from '@contract/cap/feed';
import { fewestNodes, geocodeOf, nodeOfCode, placeOfArea } from '@contract/cap/place';
import { contains, type Position, type Ring } from '@contract/region/geometry';
import { areasMeet } from '@contract/region/meeting';
import fc from 'fast-check';
import { areaOf } from './alerts';

describe('a code of the tree in an alert', () => {
  it.each([
    ['330000', '33'],
    ['330100', '3301'],
    ['330106', '330106'],
    ['330106000', '330106'],
    ['330106109', '330106109'],
    ['330000000000', '33'],
    ['330106109051', '330106109051'],
    ['330106109051001', '330106109051001'],
    ['330106109051001002', '330106109051001002'],
    // A province whose second part is missing but not its third: nothing is cut out of the middle.
    ['460400100', '460400100'],
    [' 330106 ', '330106'],
  ])('%s is %s', (code, node) => {
    expect(nodeOfCode(code)).toBe(node);
  });

  it.each(['', '33010', '000000', '3301060000000', 'MTZ014', '33010a'])('%p is none', (code) => {
    expect(nodeOfCode(code)).toBeUndefined();
  });

  it.each(['33', '3301', '330106', '330106109', '330106109051', '330106109051001', '330106109051001002'])(
    '%s is found again as it is written',
    (node) => {
      expect(placeOfArea(areaOf({ geocodes: [geocodeOf(node)] })).nodes).toEqual([node]);
    },
  );

  it.each(['GB/T 2260', 'GB/T 2260-2007', 'gb/t2260', 'GB/T 10114—2003', '行政区划代码', '国家行政区划代码'])(
    'is known by the name %s',
    (valueName) => {
      expect(placeOfArea(areaOf({ geocodes: [{ valueName, value: '330100' }] })).nodes).toEqual(['3301']);
    },
  );

  it.each(['FIPS6', 'SAME', 'UGC', 'profile:CAP-CP:Location:0.3'])(
    'of %s is another system’s',
    (valueName) => {
      expect(placeOfArea(areaOf({ geocodes: [{ valueName, value: '030049' }] })).nodes).toEqual([]);
    },
  );
});

describe('where an area lies', () => {
  const polygon = '30,120 30,121 31,121 30,120';

  it('is what its codes say, where it has any of ours', () => {
    const geocodes = [{ valueName: 'GB/T 2260', value: '330106' }];
    expect(placeOfArea(areaOf({ geocodes, polygons: [polygon] }))).toEqual({
      nodes: ['330106'],
      outlines: [],
    });
  });

  it('is otherwise its outlines, circles too', () => {
    const { nodes, outlines } = placeOfArea(areaOf({ polygons: [polygon, ''], circles: ['30.28,120.10 1'] }));
    expect([nodes, outlines.length]).toEqual([[], 2]);
    const circle = [outlines[1] as Ring];
    expect(contains(circle, { lng: 120.1, lat: 30.2889 })).toBe(true);
    expect(contains(circle, { lng: 120.1, lat: 30.2891 })).toBe(false);
    expect(contains(circle, { lng: 120.11, lat: 30.28 })).toBe(true);
    expect(contains(circle, { lng: 120.111, lat: 30.28 })).toBe(false);
  });

  it('is something even where a circle has no width', () => {
    const { outlines } = placeOfArea(areaOf({ circles: ['30.28,120.10 0'] }));
    expect(contains([outlines[0] as Ring], { lng: 120.1, lat: 30.28 })).toBe(true);
  });
});

describe('two areas', () => {
  const box = (west: number, south: number, east: number, north: number): Ring => [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];

  it.each<[string, Ring, Ring, boolean]>([
    ['cross', box(0, 0, 2, 2), box(1, 1, 3, 3), true],
    ['cross without a corner in each other', box(0, 1, 3, 2), box(1, 0, 2, 3), true],
    ['touch', box(0, 0, 1, 1), box(1, 0, 2, 1), true],
    ['touch at a corner', box(0, 0, 1, 1), box(1, 1, 2, 2), true],
    ['one in the other', box(0, 0, 9, 9), box(4, 4, 5, 5), true],
    ['the other in the one', box(4, 4, 5, 5), box(0, 0, 9, 9), true],
    ['the same', box(0, 0, 1, 1), box(0, 0, 1, 1), true],
    ['apart', box(0, 0, 1, 1), box(2, 0, 3, 1), false],
    [
      'apart, though their boxes meet',
      [
        [0, 0],
        [4, 0],
        [0, 4],
        [0, 0],
      ],
      box(3, 3, 4, 4),
      false,
    ],
  ])('%s', (_what, one, other, meet) => {
    expect([areasMeet([one], other), areasMeet([other], one)]).toEqual([meet, meet]);
  });

  it('do not meet where one lies in a hole of the other', () => {
    expect(areasMeet([box(0, 0, 9, 9), box(2, 2, 7, 7)], box(4, 4, 5, 5))).toBe(false);
  });

  it('meet wherever a point lies in both', () => {
    const corner = fc.integer({ min: 0, max: 12 });
    const triangle = fc
      .tuple(...Array.from({ length: 3 }, () => fc.tuple(corner, corner)))
      .map((corners) => [...corners, corners[0]] as Position[]);
    fc.assert(
      fc.property(triangle, triangle, (one, other) => {
        const meets = areasMeet([one], other);
        expect(areasMeet([other], one)).toBe(meets);
        for (let lng = 0.23; lng < 12; lng += 0.5)
          for (let lat = 0.27; lat < 12; lat += 0.5)
            if (contains([one], { lng, lat }) && contains([other], { lng, lat })) expect(meets).toBe(true);
      }),
    );
  });
});

describe('the fewest nodes for some grids', () => {
  // Two townships: 101 with two communities, 102 with one.
  const communities = ['330106101001', '330106101002', '330106102001'];
  const drawn = communities.flatMap((community) => [`${community}001`, `${community}002`]);
  const nodes = (meant: string[], of = drawn, all = communities) => fewestNodes(of, new Set(meant), all);

  it.each<[string, string[], string[]]>([
    ['none', [], []],
    ['one grid', ['330106101001001'], ['330106101001001']],
    ['both grids of a community', ['330106101001001', '330106101001002'], ['330106101001']],
    ['a township', drawn.slice(0, 4), ['330106101']],
    ['a township and a grid', drawn.slice(0, 5), ['330106101', '330106102001001']],
    ['the county', drawn, ['330106']],
  ])('%s', (_what, meant, fewest) => {
    expect(nodes(meant)).toEqual(fewest);
  });

  it('leave a township in its parts where a community of it has no grid drawn', () => {
    expect(nodes(drawn, drawn, [...communities, '330106101003'])).toEqual([
      '330106101001',
      '330106101002',
      '330106102',
    ]);
  });

  it('mean all these grids, and of the drawn ones no other', () => {
    fc.assert(
      fc.property(fc.subarray(drawn), (meant) => {
        const found = nodes(meant);
        expect(drawn.filter((grid) => found.some((node) => grid.startsWith(node)))).toEqual(meant);
      }),
    );
  });
});

describe('a feed', () => {
  const element = (name: string, text = '', attributes = {}, children: FeedElement[] = []): FeedElement => ({
    name,
    text,
    attributes,
    children,
  });
  const link = (attributes: Record<string, string>) => element('link', '', attributes);

  it('of Atom names alerts by their type, or by what an entry stands for', () => {
    const entry = (...children: FeedElement[]) =>
      element('entry', '', {}, [element('id', 'a1'), element('updated', 't1'), ...children]);
    const feed = element('feed', '', {}, [
      link({ rel: 'self', href: '/feed' }),
      entry(link({ href: '/page' }), link({ rel: 'enclosure', href: '/a.cap', type: 'application/cap+xml' })),
      entry(link({ rel: 'self', href: '/self' }), link({ rel: 'alternate', href: ' /b.cap ' })),
      entry(link({ rel: 'self', href: '/self' })),
      entry(),
    ]);
    expect(readFeed(feed)).toEqual([
      { key: 'a1\nt1\n/a.cap', link: '/a.cap' },
      { key: 'a1\nt1\n/b.cap', link: '/b.cap' },
    ]);
  });

  it('of RSS names them by link or enclosure', () => {
    const item = (...children: FeedElement[]) => element('item', '', {}, children);
    const items = [
      item(element('guid', 'g'), element('pubDate', 'd'), element('link', ' http://x/a.cap\n')),
      item(
        element('link', '/page'),
        element('enclosure', '', { url: '/b.cap', type: 'application/cap+xml; charset=utf-8' }),
      ),
      item(element('title', 'nothing')),
    ];
    const entries = [
      { key: 'g\nd\nhttp://x/a.cap', link: 'http://x/a.cap' },
      { key: '\n\n/b.cap', link: '/b.cap' },
    ];
    expect(readFeed(element('rss', '', {}, [element('channel', '', {}, items)]))).toEqual(entries);
    expect(readFeed(element('RDF', '', {}, items))).toEqual(entries);
  });

  it('is nothing else', () => {
    expect(readFeed(element('html'))).toBeUndefined();
    expect(readFeed(element('rss'))).toBeUndefined();
  });
});
