import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type { Notice, OutputOf } from '../../../src/contract/api';
import { type Audience, isFor, type Reader } from '../../../src/contract/notice/audience';
import { countsTable } from '../../../src/contract/notice/counts-by-place';
import { isForAny } from '../../../src/contract/notice/places';
import type { Database } from '../../../src/backend/adapters/embedded/database';
import { describeOnEachDatabase } from '../../support/database';
import { addRegions } from '../../support/people';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, personaOf } from '../../support/world';

/** Two townships of two communities, of three grids of four buildings each, in a county that holds no one else's. */
const county = '330106';
const townships = ['330106981', '330106982'];
const communities = townships.flatMap((of) => [`${of}001`, `${of}002`]);
const three = (number: number): string => String(number).padStart(3, '0');
const grids = communities.flatMap((of) => [1, 2, 3].map((number) => of + three(number)));
const buildings = grids.flatMap((of) => [1, 2, 3, 4].map((number) => of + three(number)));
const doorsOf = 6;
const nodes = [...townships, ...communities, ...grids, ...buildings];
/** Where people live, unevenly: most in one township, hardly anybody in the last community. */
const settled = [...buildings.slice(0, 14), ...buildings.slice(0, 5), ...buildings.slice(24, 31), ...buildings.slice(36, 40)]; // prettier-ignore
/** Of the same county's neighbour: who lives there and follows a place here is counted in the whole alone. */
const elsewhere = '330108001001';

type Counts = OutputOf<'GET /v1/notices/:id/counts'>;

interface Someone {
  id: string;
  home: Reader | undefined;
  followed: string[];
  door: string | undefined;
  delivered: boolean;
  read: boolean;
  acknowledged: boolean;
}

/** The same people at every run, spread unevenly: some know no building, some follow a place, some have no home here. */
function population(): Someone[] {
  const [people = []] = fc.sample(
    fc.array(
      fc
        .record({
          building: fc.constantFrom(...settled),
          knows: fc.constantFrom('building', 'building', 'building', 'grid', 'community', 'nothing', 'away'),
          followed: fc.uniqueArray(fc.constantFrom(...communities, ...grids, ...buildings), { maxLength: 2 }),
          door: fc.option(fc.constantFrom('101', '102', '201', '202'), { nil: undefined }),
          came: fc.nat(9),
        })
        .map(({ building, knows, came, ...more }): Someone => {
          const grid = building.slice(0, 15);
          const homes: Record<string, Reader | undefined> = {
            building: { home: grid, building },
            grid: { home: grid },
            community: { home: building.slice(0, 12) },
            nothing: undefined,
            away: { home: elsewhere },
          };
          // Who acknowledged has opened it, and who opened it has it on their phone.
          const how = { delivered: came < 8, read: came < 5, acknowledged: came < 3 };
          return { id: randomUUID(), home: homes[knows], ...how, ...more };
        }),
      { minLength: 600, maxLength: 600 },
    ),
    { numRuns: 1, seed: 7 },
  );
  return people;
}

async function settle(database: Database, people: readonly Someone[]): Promise<void> {
  const { kysely } = database;
  await addRegions(database, Object.fromEntries([...grids, elsewhere].map((place) => [place, place])));
  await kysely
    .insertInto('building')
    .values(
      buildings.map((code) => ({ code, grid: code.slice(0, 15), name: `${Number(code.slice(15))} 幢` })),
    )
    .execute();
  await kysely
    .insertInto('address')
    .values(
      buildings.map((code) => ({
        id: code,
        text: code,
        other_names: [],
        building: code,
        doors: Array.from({ length: doorsOf }, (_, at) => String(at)),
        grid: code.slice(0, 15),
        lng: 120,
        lat: 30,
      })),
    )
    .execute();
  const since = new Date('2026-01-01T00:00:00.000Z');
  await kysely
    .insertInto('person')
    .values(
      people.map(({ id, home, door }) => ({
        id,
        name: 'x',
        confirmed: false,
        home_node: home?.home ?? null,
        home_building: home?.building ?? null,
        home_door: home?.building ? (door ?? null) : null,
        privacy_version: '1',
        privacy_agreed_at: since,
        created_at: since,
      })),
    )
    .execute();
  await kysely
    .insertInto('followed_place')
    .values(
      people.flatMap(({ id, followed }) =>
        followed
          .filter((node) => node.length < 18)
          .map((node) => ({ person_id: id, node, label: '老家', since })),
      ),
    )
    .execute();
}

const readersOf = ({ home, followed }: Someone): Reader[] => [
  ...(home ? [home] : []),
  ...followed.filter((node) => node.length < 18).map((node) => ({ home: node })),
];

describeOnEachDatabase('how many a notice reaches, beside a count of everybody one by one', (open) => {
  let app: TestApp;
  let officer: CallEndpoint;
  const people = population();
  beforeAll(async () => {
    const database = await open();
    app = await startTestApp({ database });
    await addWorld(database);
    await settle(database, people);
    officer = await app.as(personaOf('county-officer'));
  });
  afterAll(() => app.close());

  const audiences: Audience[] = fc.sample(
    fc.record({
      include: fc.uniqueArray(fc.constantFrom(...nodes), { minLength: 1, maxLength: 4 }),
      except: fc.uniqueArray(fc.constantFrom(...nodes.slice(2)), { maxLength: 3 }),
    }),
    { numRuns: 40, seed: 11 },
  );
  const few = (count: number): number | null => (count < 5 ? null : count);

  it('before it goes out: people, those who gave no building, homes where nobody gave the address', async () => {
    expect(audiences.length).toBe(40);
    for (const audience of audiences) {
      const meant = people.filter((one) => isForAny(audience, readersOf(one)));
      const maybe = meant.filter(
        ({ home }) =>
          home !== undefined &&
          home.building === undefined &&
          audience.include.some((node) => node.startsWith(home.home)) &&
          !audience.include.some((node) => home.home.startsWith(node)),
      );
      const here = buildings.filter((code) => isFor(audience, { home: code.slice(0, 15), building: code }));
      const known = new Set(
        people
          .filter(({ home }) => home?.building !== undefined && here.includes(home.building))
          .map(({ id, home, door }) => `${home?.building} ${door ?? id}`),
      );
      const doors = here.length * doorsOf;
      const { body } = await officer<OutputOf<'POST /v1/notice-audiences'>>('POST /v1/notice-audiences', {
        body: { audience, severity: 'Minor' },
      });
      expect({ audience, ...body }).toMatchObject({
        audience,
        people: few(meant.length),
        maybe: few(maybe.length),
        homesWithout: doors === 0 ? null : Math.max(0, doors - known.size),
        from: { node: county },
        needsApproval: false,
      });
    }
  });

  it('afterwards: audience, on their phone, opened, acknowledged, level by level; what is few is hidden as the contract says', async () => {
    const { kysely } = app.database;
    const said = new Map<number, number>();
    for (const audience of audiences.slice(0, 15)) {
      const published = await officer<Notice>('POST /v1/notices', {
        body: {
          severity: 'Minor',
          category: 'Other',
          info: [{ language: 'zh', headline: 'x', description: '' }],
          audience,
          acknowledge: true,
        },
      });
      const { id } = published.body;
      const rows = await kysely
        .selectFrom('notice')
        .select(['id', 'seq'])
        .where('event_id', '=', id)
        .execute();
      const [{ id: message, seq }] = rows as [{ id: string; seq: string }];
      const at = app.clock.now();
      const those = (part: 'delivered' | 'read' | 'acknowledged') =>
        people.filter((one) => one[part]).map((one) => one.id);
      await kysely.deleteFrom('notice_delivered').execute();
      await kysely
        .insertInto('notice_delivered')
        .values(those('delivered').map((person_id) => ({ person_id, seq, at })))
        .execute();
      await kysely
        .insertInto('notice_read')
        .values(those('read').map((person_id) => ({ person_id, notice_id: message, read_at: at })))
        .execute();
      await kysely
        .insertInto('notice_acknowledged')
        .values(those('acknowledged').map((person_id) => ({ person_id, event_id: id, by_id: person_id, at })))
        .execute();
      const meant = people.filter((one) => isForAny(audience, readersOf(one)));
      const brute = (place: string) => {
        const there = meant.filter(({ home }) => (home?.home ?? '').startsWith(place));
        return {
          audience: there.length,
          delivered: there.filter((one) => one.delivered).length,
          opened: there.filter((one) => one.read).length,
          acknowledged: there.filter((one) => one.acknowledged).length,
        };
      };
      const byCommunity = new Map(
        [...communities, elsewhere].flatMap((place) =>
          brute(place).audience > 0 ? [[place, brute(place)]] : [],
        ),
      );
      const homeless = meant.filter(({ home }) => !home);
      if (homeless.length > 0)
        byCommunity.set('', {
          audience: homeless.length,
          delivered: homeless.filter((one) => one.delivered).length,
          opened: homeless.filter((one) => one.read).length,
          acknowledged: homeless.filter((one) => one.acknowledged).length,
        });
      const counts = (under?: string) =>
        officer<Counts>('GET /v1/notices/:id/counts', {
          params: { id },
          query: under === undefined ? {} : { under },
        });
      const look = async (under?: string): Promise<void> => {
        const { body } = await counts(under);
        const expected = countsTable(byCommunity, county, under);
        expect({ audience, under, total: body.total }).toMatchObject({
          audience,
          under,
          total: expected?.total,
        });
        expect(body.places.map(({ name: _, node, hasBelow, ...shown }) => ({ node, hasBelow, counts: shown }))).toEqual(expected?.rows); // prettier-ignore
        expect(body.at?.node).toBe(under);
        for (const { node, ...shown } of [{ node: under ?? '', ...body.total }, ...body.places])
          for (const [column, count] of Object.entries(brute(node))) {
            const told = shown[column as keyof ReturnType<typeof brute>];
            if (told !== null) expect([node, column, told]).toEqual([node, column, count]);
          }
        for (const { node, hasBelow, opened } of body.places) {
          if (opened !== null) said.set(node.length, (said.get(node.length) ?? 0) + 1);
          if (hasBelow) await look(node);
          else expect((await counts(node)).status).toBe(404);
        }
      };
      await look();
    }
    // Not everything was too few to be said, of townships and of communities.
    expect([said.get(9), said.get(12)].every((times) => (times ?? 0) > 5)).toBe(true);
  });
});
