import { sql, type Kysely } from 'kysely';

const ddl = [
  `create table risk_level (
    id uuid primary key,
    node text not null references region (code),
    level text not null,
    reason jsonb not null,
    indicators jsonb not null,
    proposal_id uuid not null,
    since timestamptz not null,
    ended_at timestamptz
  )`,
  `create unique index risk_level_in_force on risk_level (node) where ended_at is null`,
  `create index risk_level_by_node on risk_level (node text_pattern_ops, since)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of ddl) await sql.raw(statement).execute(db);
}
