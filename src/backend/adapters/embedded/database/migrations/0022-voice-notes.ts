import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    `create table voice_note (
      id uuid primary key,
      owner_id uuid references person (id) on delete set null,
      type text not null,
      bytes integer not null,
      seconds integer not null check (seconds between 1 and 60),
      created_at timestamptz not null
    )`,
    `create index voice_note_by_owner on voice_note (owner_id)`,
    `alter table service_request_event add column voice_id uuid references voice_note (id)`,
    `create index service_request_event_by_voice on service_request_event (voice_id) where voice_id is not null`,
  ])
    await sql.raw(statement).execute(db);
}
