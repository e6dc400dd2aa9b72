import { sql, type Kysely } from 'kysely';

const ddl = [
  `create table venue (
    id uuid primary key,
    name text not null,
    node text not null references region (code),
    created_at timestamptz not null
  )`,
  `create index venue_by_node on venue (node text_pattern_ops)`,
  // Withdrawn ones stay, so that it can be told who published what.
  `create table exposure_notice (
    id uuid primary key,
    venue_id uuid not null references venue (id),
    from_at timestamptz not null,
    until_at timestamptz not null,
    advice jsonb not null,
    publisher_id uuid references person (id) on delete set null,
    published_at timestamptz not null,
    withdrawn_at timestamptz
  )`,
  `create index exposure_notice_by_end on exposure_notice (until_at)`,
  `create table checkpoint (
    id uuid primary key,
    name text not null,
    node text not null references region (code),
    desk_phone text not null,
    created_at timestamptz not null
  )`,
  `create index checkpoint_by_node on checkpoint (node text_pattern_ops)`,
  `create table set_up_code (
    code_hash bytea primary key,
    checkpoint_id uuid not null references checkpoint (id),
    expires_at timestamptz not null
  )`,
  // A phone is a session: with it ends what it was, while what it counted stays.
  `create table checkpoint_duty (
    id uuid primary key,
    checkpoint_id uuid not null references checkpoint (id),
    person_id uuid not null references person (id) on delete cascade,
    session_id uuid references session (id) on delete set null,
    started_at timestamptz not null,
    ends_at timestamptz not null,
    unique (session_id, checkpoint_id)
  )`,
  `create index checkpoint_duty_by_checkpoint on checkpoint_duty (checkpoint_id)`,
  `create table checkpoint_count (
    duty_id uuid not null references checkpoint_duty (id) on delete cascade,
    hour timestamptz not null,
    pass integer not null,
    ask integer not null,
    stop integer not null,
    primary key (duty_id, hour)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of ddl) await sql.raw(statement).execute(db);
}
