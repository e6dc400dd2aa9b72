import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    // The limit that passed, the first time one did: a later limit overwrites due_at, and figures ask long afterwards.
    `alter table service_request
      add column overdue_at timestamptz,
      add column rating text check (rating in ('satisfied', 'fair', 'unsatisfied')),
      add column rated_at timestamptz`,
    // A queue asks for what is open, among years of what is closed. The adapter writes the same words.
    `create index service_request_open on service_request (node text_pattern_ops, created_at desc)
      where state not in ('closed', 'referred', 'withdrawn')`,
  ])
    await sql.raw(statement).execute(db);
}
