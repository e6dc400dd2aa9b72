import { sql, type Kysely } from 'kysely';

const ddl = [
  // Nothing personal: it outlives all that it brought.
  `create table emergency (
    id uuid primary key,
    county text not null,
    level text not null,
    legal_basis jsonb not null,
    gate_kinds text[] not null,
    opened_at timestamptz not null,
    ends_at timestamptz not null,
    ended_at timestamptz,
    counts jsonb not null default '{}',
    deleted_at timestamptz
  )`,
  // One at a time, and another only when nothing is left of the last.
  `create unique index emergency_there on emergency (county) where deleted_at is null`,
  `create table emergency_renewal (
    emergency_id uuid not null references emergency (id) on delete cascade,
    at timestamptz not null,
    ends_at timestamptz not null,
    primary key (emergency_id, at)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of ddl) await sql.raw(statement).execute(db);
}
