import { sql, type Kysely } from 'kysely';

const ddl = [
  // The text is what was hashed, to the byte; jsonb would write it anew.
  `create table log_entry (
    seq bigint primary key,
    entry text not null,
    hash bytea not null,
    signature bytea not null
  )`,
  // What personal hashes were made of. It goes with the data it is about, the hash stays: hence no foreign key to either.
  `create table log_personal (
    seq bigint not null references log_entry (seq),
    name text not null,
    salt bytea not null,
    text text not null,
    emergency_id text,
    person_id uuid,
    primary key (seq, name)
  )`,
  `create index log_personal_emergency on log_personal (emergency_id)`,
  `create index log_personal_person on log_personal (person_id)`,
  // Not even this application changes what it has written. Who owns the database can take this away; the chain tells.
  `create function refuse_log_change() returns trigger language plpgsql as $$
    begin raise exception 'the audit log is append-only'; end $$`,
  `create trigger log_entry_append_only before update or delete on log_entry
    for each row execute function refuse_log_change()`,
  `create trigger log_entry_kept before truncate on log_entry
    for each statement execute function refuse_log_change()`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of ddl) await sql.raw(statement).execute(db);
}
