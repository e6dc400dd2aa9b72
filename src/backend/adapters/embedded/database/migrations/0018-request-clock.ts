import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    // Follows from the timeline; kept so that what is due is found without reading every timeline.
    `alter table service_request
      add column waits_for text,
      add column due_at timestamptz,
      add column warn_at timestamptz,
      add column stands_until timestamptz,
      add column due_provisional boolean not null default false,
      add column warned boolean not null default false,
      add column escalated_to text`,
    `create index service_request_by_warning on service_request (warn_at) where not warned`,
    `create index service_request_by_due on service_request (due_at) where due_at is not null`,
  ])
    await sql.raw(statement).execute(db);
}
