import type { Appeal, AppealSummary, InputOf } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import type { Database } from '../../../src/backend/adapters/embedded/database';
import { addOfficials } from '../../support/officials';
import { addPerson, confirmPeople } from '../../support/people';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, community, personaOf, roles, west, type WorldRole } from '../../support/world';

type Step = InputOf<'POST /v1/appeals/:id/events'>['body'];
type Filing = InputOf<'POST /v1/appeals'>['body'];

export const city = '3301';
export const county = '330106';
/** Officers beside those of the world: two more of the community, one of the city. */
export const bench = ['second', 'third', 'city'] as const;
export type Judge = (typeof bench)[number] | WorldRole;

export interface Appellant {
  id: string;
  call: CallEndpoint;
}

/** A community whose officers are on duty day and night, where facts come by two of them, and people appeal. */
export interface Court {
  app: TestApp;
  ids: Record<Judge, string>;
  by: Record<Judge, CallEndpoint>;
  /** Somebody who lives in the west grid, new in every test. */
  someone(name?: string, home?: string): Promise<Appellant>;
  /** A positive test of theirs, entered by the officer and signed by the second. @returns its id */
  accuse(personId: string): Promise<string>;
  onDuty(node: string, ...who: Judge[]): Promise<void>;
}

export async function openCourt(database: Database): Promise<Court> {
  const app = await startTestApp({ database });
  const world = await addWorld(database);
  const officials = await addOfficials(database, world);
  const third = await addPerson(database, personaOf('third' as WorldRole), {
    name: '郑敏',
    home: west,
    grants: [{ role: 'officer', node: community }],
  });
  await confirmPeople(database, [third]);
  const ids: Record<Judge, string> = {
    ...world,
    second: officials['officer-2'],
    third,
    city: officials['city-officer'],
  };
  const persona = { second: 'officer-2', third: 'third', city: 'city-officer' } as const;
  const by = {} as Record<Judge, CallEndpoint>;
  for (const role of roles) by[role] = await app.as(personaOf(role));
  for (const judge of bench) by[judge] = await app.as(`world:${persona[judge]}`);
  const { dutyRoster, facts, proposals, store } = app.ports;
  const person = async (id: string) => {
    const found = await store.people.get(id);
    if (!found) throw new Error('nobody');
    return found;
  };
  let count = 0;
  const court: Court = {
    app,
    ids,
    by,
    async someone(name = '林秀珍', home = west) {
      const persona = `appellant-${(count += 1)}`;
      const id = await addPerson(database, persona, { name, home });
      return { id, call: await app.as(persona) };
    },
    async accuse(personId) {
      const fact = {
        kind: 'positive-test',
        values: { method: 'antigen' },
        from: { zh: '社区卫生站', en: 'Community clinic' },
        since: app.clock.now().toISOString(),
      };
      const proposed = await proposals.propose(
        { kind: 'fact', personId, fact },
        await person(ids.officer),
        '卫生站的检测单',
      );
      if (!proposed.ok) throw new Error(proposed.failure);
      const signed = await proposals.sign(proposed.value.id, await person(ids.second));
      if (!signed.ok || signed.value.state !== 'applied') throw new Error('not signed');
      const [entered] = await facts.of(personId);
      return entered?.id ?? '';
    },
    onDuty: (node, ...who) =>
      dutyRoster.write(
        node,
        who.flatMap((role) =>
          [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
            node,
            personId: ids[role],
            on: { weekday },
            from: '00:00',
            until: '00:00',
          })),
        ),
        ids['county-officer'],
      ),
  };
  await court.onDuty(community, 'officer', 'second', 'third');
  await court.onDuty(county, 'county-officer');
  await court.onDuty(city, 'city');
  return court;
}

export const file = <T = Appeal>(as: CallEndpoint, body: Filing = { words: '我没有做过检测' }) =>
  as<T>('POST /v1/appeals', { body });
export const see = <T = Appeal>(as: CallEndpoint, { id }: { id: string }) =>
  as<T>('GET /v1/appeals/:id', { params: { id } });
export const queue = async (as: CallEndpoint): Promise<string[]> =>
  (await as<AppealSummary[]>('GET /v1/appeals', { query: { scope: 'desk' } })).body.map(({ id }) => id);

/** @throws where it is refused */
export async function done(
  as: CallEndpoint,
  { id, version }: Appeal,
  step: Omit<Step, 'version'>,
): Promise<Appeal> {
  const { status, body } = await as<Appeal & Problem>('POST /v1/appeals/:id/events', {
    params: { id },
    body: { version, ...step },
  });
  if (status !== 201) throw new Error(`${step.event}: ${body.code} ${body.detail ?? ''}`);
  return body;
}

export async function refused(as: CallEndpoint, { id, version }: Appeal, step: Omit<Step, 'version'>) {
  const { status, body } = await as<Problem>('POST /v1/appeals/:id/events', {
    params: { id },
    body: { version, ...step },
  });
  return [status, body.code, body.detail ?? body.fields?.[0]?.pointer];
}
