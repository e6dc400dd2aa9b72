import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    `create table pdf (
      id uuid primary key,
      owner_id uuid references person (id) on delete set null,
      bytes integer not null,
      created_at timestamptz not null
    )`,
    `create index pdf_by_owner on pdf (owner_id)`,
    // Who asks for a file is answered by the notices it goes with.
    `create index notice_by_file on notice using gin (attachments jsonb_path_ops) where superseded_at is null`,
    `create index notice_draft_by_file on notice_draft using gin ((content -> 'attachments') jsonb_path_ops)`,
  ])
    await sql.raw(statement).execute(db);
}
