import { sql, type Kysely } from 'kysely';

const ddl = [
  // Earlier sets stay: a colour of then is to be understood.
  `create table health_rule_set (
    proposal_id uuid primary key,
    rules jsonb not null,
    in_force_from timestamptz not null
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of ddl) await sql.raw(statement).execute(db);
}
