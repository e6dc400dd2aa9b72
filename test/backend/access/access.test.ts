import { endpoints } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { describeOnEachDatabase } from '../../support/database';
import { pathsOf } from '../../support/paths';
import { confirmPeople } from '../../support/people';
import { startTestApp, type TestApp } from '../../support/server';
import { addWorld, type WorldRole } from '../../support/world';
import { belongings, type Belongings, requestWords } from './belongings';
import type { Using } from './on-demand';
import { readByFamily, reads } from './reads';
import { columns, table, type Column, type Line } from './table';

/** What is no endpoint of the contract and open to anyone, each for a reason of its own. */
const outside = [
  '/healthz', // for a supervisor: up or not
  '/readyz',
  '/openapi.json', // the contract itself
  '/docs', // the same, to be read
  '/docs*',
  '/open311', // a standard of its own: its own tests try strangers
  '/cap', // standards of their own, open to anybody: what hangs on the board is public
  '/notices/feed',
  '/v1/live', // says who it is in its first message; its own tests try strangers
];

describe('the table of who may do what', () => {
  it('has every endpoint of the contract, and nothing else', () => {
    expect([...new Set(table.map(({ endpoint }) => endpoint))].sort()).toEqual(Object.keys(endpoints).sort());
  });

  it('says for each of its lines what every role gets', () => {
    for (const { endpoint, expected } of table)
      expect([endpoint, expected.length]).toEqual([endpoint, columns.length]);
  });

  it('has a look noted of every route that reads another’s record, and of no other', () => {
    for (const [endpoint, whose] of Object.entries(reads)) {
      const lines = table.filter((line) => line.endpoint === endpoint);
      const noted =
        lines.some((line) => line.noted.length > 0) || readByFamily.some((one) => one === endpoint);
      expect([endpoint, noted]).toEqual([endpoint, whose === 'others']);
    }
  });

  it('agrees with what the contract promises', () => {
    for (const { endpoint, expected } of table) {
      const { callers } = endpoints[endpoint];
      const forAnyone = (callers as readonly string[]).includes('anyone');
      expect([endpoint, expected[0] === '401']).toEqual([endpoint, !forAnyone]);
    }
  });
});

describeOnEachDatabase('who may do what', (open) => {
  let app: TestApp;
  let people: Record<WorldRole, string>;
  beforeAll(async () => {
    app = await startTestApp({ database: await open() });
    people = await addWorld(app.database);
    await confirmPeople(app.database, [people.worker, people.officer, people['county-officer']]);
  });
  afterAll(() => app.close());

  it('is asked of every route there is', () => {
    const paths = pathsOf(app.server.printRoutes({ commonPrefix: false }));
    const known = [...new Set(Object.keys(endpoints).map((name) => name.split(' ')[1] ?? ''))];
    expect(paths).toEqual(expect.arrayContaining(known));
    const strange = paths.filter(
      (path) =>
        !known.includes(path) && !outside.some((each) => path === each || path.startsWith(`${each}/`)),
    );
    expect(strange).toEqual([]);
  });

  /** A session of its own for every try: signing out is one of them. */
  async function as(column: Column) {
    if (column === 'nobody') return app.call;
    return app.withToken((await app.ports.store.sessions.open(people[column])).token);
  }

  /** Lists show the newest first: what is tried now stands on their first page. */
  function anew() {
    app.clock.forward(1000);
    return belongings(app.ports, people);
  }

  async function tried({ endpoint, call, shows }: Line, column: Column, using: Using<Belongings>) {
    const id = shows && (await using(shows.id));
    const said = await using(call);
    await app.database.kysely.deleteFrom('reading_log').execute();
    const answer = await (await as(column))<Problem | undefined>(endpoint, said);
    const text = answer.raw.toString('utf8');
    const noted = (await app.ports.readingLog.of(people.resident)).length > 0;
    const tells = [people.resident, requestWords].some((mark) => text.includes(mark));
    return { status: answer.status, code: answer.body?.code, shown: id && text.includes(id), noted, tells };
  }

  it.each(table.map((line) => [line.endpoint, line.what, line] as const))('%s: %s', async (_, __, line) => {
    const answers = [];
    // Reading changes nothing for the next who tries.
    const unchanged = line.endpoint.startsWith('GET ') ? await anew() : undefined;
    for (const column of columns)
      answers.push([column, await tried(line, column, unchanged ?? (await anew()))] as const);
    expect(answers.map(([column, { status }]) => `${column} ${status < 300 ? '2xx' : status}`)).toEqual(
      columns.map((column, index) => `${column} ${line.expected[index]}`),
    );
    for (const [column, { status, code, shown, noted, tells }] of answers) {
      expect([column, noted]).toEqual([column, line.noted.includes(column)]);
      // Whatever it is, an answer that has the resident's id, name or words in it was a look at their record.
      if (tells && column !== 'resident') expect([column, 'tells', noted]).toEqual([column, 'tells', true]);
      if (status === 401) expect([column, code]).toEqual([column, 'sign-in-required']);
      if (line.shows) expect([column, shown]).toEqual([column, line.shows.to.includes(column)]);
    }
  });

  it('knows no session that was not opened here', async () => {
    for (const token of ['', 'x', 'A'.repeat(43)]) {
      const { status } = await app.withToken(token)('GET /v1/me');
      expect(status).toBe(401);
    }
  });
});
