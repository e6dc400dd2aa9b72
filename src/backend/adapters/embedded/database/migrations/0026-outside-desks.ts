import { sql, type Kysely } from 'kysely';

const ddl = [
  // Written with the filing: what the resident was told, that a desk outside handles it, comes true whatever happens next.
  `create table outside_matter (
    request_id uuid primary key references service_request (id) on delete cascade,
    desk text not null,
    service_code text not null,
    state text not null check (state in ('to-send','in-doubt','sent','finished','returned','unreached','unconfirmed','ended')),
    reference text,
    outside_number text,
    attempts integer not null default 0,
    sent_at timestamptz,
    next_at timestamptz not null,
    created_at timestamptz not null
  )`,
  `create index outside_matter_by_turn on outside_matter (next_at) where state in ('to-send','in-doubt','sent')`,
  `create table outside_step (
    request_id uuid not null references outside_matter (request_id) on delete cascade,
    step_id text not null,
    kind text not null,
    at timestamptz not null,
    heard_at timestamptz not null,
    primary key (request_id, step_id)
  )`,
  // Which desk took a step of the timeline, where nobody of the team did.
  `alter table service_request_event add column desk text`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of ddl) await sql.raw(statement).execute(db);
}
