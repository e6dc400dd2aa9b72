import { sql, type Kysely } from 'kysely';

const ddl = [
  // One row is one message that somebody said yes to.
  `create table nudge_grant (
    id uuid primary key,
    person_id uuid not null references person (id) on delete cascade,
    kind text not null check (kind in ('request', 'colour', 'notice')),
    request_id uuid references service_request (id) on delete cascade,
    template_id text not null,
    granted_at timestamptz not null,
    spent_on text,
    check ((kind = 'request') = (request_id is not null))
  )`,
  // What happened once is told once, however often it is tried.
  `create unique index nudge_grant_spent on nudge_grant (person_id, spent_on) where spent_on is not null`,
  `create index nudge_grant_waiting on nudge_grant (kind, request_id, person_id) where spent_on is null`,
  `create index nudge_grant_by_request on nudge_grant (request_id)`,
  // One for all processes; whoever has the lease fetches the next.
  `create table shared_token (
    name text primary key,
    sealed bytea,
    good_until timestamptz not null,
    leased_until timestamptz not null
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of ddl) await sql.raw(statement).execute(db);
}
