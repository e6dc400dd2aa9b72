import { sql, type Kysely } from 'kysely';

const ddl = [
  // One person, one key: an HMAC of the document's number. A birth date is kept while somebody is a minor.
  // Who was joined into another account leaves an id behind, so that the timelines it stands in stay true.
  `alter table person
    add column person_key bytea unique,
    add column born_on date,
    add column joined_into uuid references person (id) on delete cascade deferrable initially deferred`,
  `create index session_by_person on session (person_id)`,
  `create table family_relation (
    id uuid primary key,
    kind text not null check (kind in ('guardian','helper')),
    state text not null check (state in ('asked','active')),
    actor_id uuid not null references person (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,
    called_as text not null,
    may text[] not null default '{}',
    since timestamptz not null,
    ended_at timestamptz,
    check (actor_id <> person_id)
  )`,
  // Two phones at once make one relation.
  `create unique index family_relation_once on family_relation (kind, actor_id, person_id) where ended_at is null`,
  `create index family_relation_by_actor on family_relation (actor_id)`,
  `create index family_relation_by_person on family_relation (person_id)`,
  `create table family_ask (
    code_hash bytea primary key,
    actor_id uuid not null references person (id) on delete cascade,
    kind text not null check (kind in ('guardian','helper')),
    called_as text not null,
    expires_at timestamptz not null
  )`,
  `create table family_log (
    relation_id uuid not null references family_relation (id) on delete cascade,
    what text not null check (what in ('filed','read')),
    at timestamptz not null
  )`,
  `create index family_log_by_relation on family_log (relation_id, at desc)`,
  `create table confirmation_code (
    code_hash bytea primary key,
    person_id uuid not null references person (id) on delete cascade,
    relation_id uuid references family_relation (id) on delete cascade,
    expires_at timestamptz not null
  )`,
  `create table account_join (
    id uuid primary key,
    first_id uuid not null references person (id) on delete cascade,
    second_id uuid not null references person (id) on delete cascade,
    seen_by uuid references person (id) on delete set null,
    device text not null default '',
    asked_at timestamptz not null,
    answered_at timestamptz,
    joined boolean
  )`,
  `create unique index account_join_once on account_join (first_id, second_id) where answered_at is null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of ddl) await sql.raw(statement).execute(db);
}
