import { sql, type Kysely } from 'kysely';

const ddl = [
  // Who looked at whose record. It outlives the reader's account, not that of whom it is about.
  `create table reading_log (
    subject_id uuid not null references person (id) on delete cascade,
    reader_id uuid references person (id) on delete set null,
    role text not null check (role in ('worker','officer','checkpoint','family')),
    what text not null,
    at timestamptz not null
  )`,
  `create index reading_log_by_subject on reading_log (subject_id, at desc)`,
  // What somebody said yes to beside the privacy text, and when they took it back. A new yes is a new row.
  `create table consent (
    id uuid primary key,
    person_id uuid not null references person (id) on delete cascade,
    kind text not null check (kind in ('health','location')),
    version text not null,
    given_at timestamptz not null,
    withdrawn_at timestamptz
  )`,
  `create unique index consent_once on consent (person_id, kind) where withdrawn_at is null`,
  // Somebody wants to leave and something stands against it for now.
  `create table account_closing (
    person_id uuid primary key references person (id) on delete cascade,
    asked_at timestamptz not null,
    answer_by timestamptz not null
  )`,
  // An account that is closed takes its requests along. What is other people's stays, and no longer says who it was.
  `alter table service_request
    drop constraint service_request_filer_id_fkey,
    drop constraint service_request_owner_id_fkey,
    add constraint service_request_filer_id_fkey
      foreign key (filer_id) references person (id) on delete cascade,
    add constraint service_request_owner_id_fkey
      foreign key (owner_id) references person (id) on delete set null`,
  `alter table service_request_event
    drop constraint service_request_event_actor_id_fkey,
    add constraint service_request_event_actor_id_fkey
      foreign key (actor_id) references person (id) on delete set null`,
  `alter table photo
    alter column owner_id drop not null,
    drop constraint photo_owner_id_fkey,
    add constraint photo_owner_id_fkey foreign key (owner_id) references person (id) on delete set null`,
  `alter table notice
    alter column author_id drop not null,
    drop constraint notice_author_id_fkey,
    add constraint notice_author_id_fkey foreign key (author_id) references person (id) on delete set null`,
  // Nothing is edited away from a timeline; that somebody is forgotten is no edit.
  `create function refuse_edit_but_forgetting() returns trigger language plpgsql as $body$ begin
    if new.actor_id is null and (to_jsonb(new) - 'actor_id') = (to_jsonb(old) - 'actor_id') then return new; end if;
    raise exception 'append-only';
  end $body$`,
  `drop trigger service_request_event_append_only on service_request_event`,
  `create trigger service_request_event_append_only before update on service_request_event
    for each row execute function refuse_edit_but_forgetting()`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of ddl) await sql.raw(statement).execute(db);
}
