import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import {
  requestEvents,
  requestStates,
  transition,
  type RequestEvent,
  type RequestRole,
  type RequestState,
} from '../../../src/contract/service-request/lifecycle';
import type { Database } from '../../../src/backend/adapters/embedded/database';
import { migrate } from '../../../src/backend/adapters/embedded/database/migrate';
import { createRequestDesk } from '../../../src/backend/adapters/embedded/request-desk';
import type { DeskEvent } from '../../../src/backend/ports/request-desk';
import { describeOnEachDatabase } from '../../support/database';
import { movedClock } from '../../support/moved-clock';
import { addPerson, addRegions } from '../../support/people';

const node = '330106001002007';
const events = Object.keys(requestEvents) as RequestEvent[];
const roles: RequestRole[] = ['filer', 'handler', 'system'];
const triples = requestStates.flatMap((before) =>
  events.flatMap((event) => roles.map((role) => ({ before, event, role }))),
);
const inContract = ({ before, event, role }: (typeof triples)[number]) => {
  const outcome = transition(before, event, role);
  return outcome.ok ? outcome.next : null;
};

describeOnEachDatabase('the database and the life of a request', (open) => {
  let database: Database;
  let filerId: string;
  beforeAll(async () => {
    database = await open();
    await addRegions(database, { [node]: '第 7 网格' });
    filerId = await addPerson(database, 'lan');
  });
  const desk = () => createRequestDesk(database.unit, movedClock(), () => Promise.resolve(undefined));
  const file = () =>
    desk().file({
      category: 'rubbish',
      catalogueVersion: '1',
      filerId,
      node,
      answers: {},
      words: '',
      photos: [],
      place: { text: '' },
    });
  const step = (event: RequestEvent, role: RequestRole, state: RequestState): DeskEvent => ({
    event,
    role,
    state,
    actorId: null,
    photos: [],
  });

  it('says of every state, event and role what the table says', async () => {
    const { rows } = await sql<{ next: string | null }>`
      select request_next(before, event, role) as next
      from jsonb_to_recordset(${JSON.stringify(triples)}::jsonb) as t(before text, event text, role text)`.execute(
      database.kysely,
    );
    expect(triples.map((triple, at) => ({ ...triple, next: rows[at]?.next }))).toEqual(
      triples.map((triple) => ({ ...triple, next: inContract(triple) })),
    );
  });

  it('refuses a step that the table refuses, whoever writes it, and leaves all as it was', async () => {
    const filed = await file();
    // What is refused in this state, said to leave it as it is; what is allowed, said to lead elsewhere.
    const wrong = events.flatMap((event) =>
      roles.map((role) => {
        const next = inContract({ before: 'submitted', event, role });
        return step(event, role, next === null ? 'submitted' : next === 'closed' ? 'resolved' : 'closed');
      }),
    );
    for (const one of wrong) await expect(desk().append(filed.id, 1, one, null)).rejects.toThrow(/no step/);
    expect(await desk().get(filed.id)).toEqual(filed);
  });

  it('takes no step that stands beside its request, and no life that begins in the middle', async () => {
    const { id } = await file();
    const put = (requestId: string, seq: number, event: string, role: string, state: string) =>
      sql`insert into service_request_event (request_id, seq, event, role, state, at)
        values (${requestId}, ${seq}, ${event}, ${role}, ${state}, now())`.execute(database.kysely);
    await expect(put(id, 2, 'accept', 'handler', 'accepted')).rejects.toThrow(/does not stand where/);
    await expect(put(randomUUID(), 1, 'accept', 'handler', 'accepted')).rejects.toThrow(/no step/);
  });

  it('learns the table anew at a start, when the contract has grown', async () => {
    await sql`create or replace function request_next(before text, event text, role text) returns text
      language sql immutable as 'select null::text'`.execute(database.kysely);
    await expect(file()).rejects.toThrow(/no step/);
    await migrate(database.kysely);
    expect((await file()).state).toBe('submitted');
  });
});
