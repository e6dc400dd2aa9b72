import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    // Lets GiST compare ids without the extension btree_gist, which not every server has.
    `create type uuid_range as range (subtype = uuid)`,
    // What is arranged for a request now; what was arranged before stands in its timeline.
    `create table visit (
      request_id uuid primary key references service_request (id) on delete cascade,
      worker_id uuid not null references person (id) on delete cascade,
      offered jsonb not null,
      starts_at timestamptz,
      ends_at timestamptz,
      moves integer not null default 0,
      check ((starts_at is null) = (ends_at is null)),
      constraint visit_one_place_at_a_time exclude using gist (
        uuid_range(worker_id, worker_id, '[]') with &&,
        tstzrange(starts_at, ends_at) with &&
      ) where (starts_at is not null)
    )`,
    `create index visit_by_worker on visit (worker_id, starts_at)`,
    // The number somebody gave to be called back on this once.
    `create table callback_phone (
      request_id uuid primary key references service_request (id) on delete cascade,
      phone text not null
    )`,
    `alter table service_request_event add column slots jsonb, add column outcome text`,
  ])
    await sql.raw(statement).execute(db);
}
