import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    `alter table service_request
      add column anonymous boolean not null default false,
      add column filed_by uuid references person (id) on delete set null,
      add column behalf jsonb,
      add column spot_cell text,
      add column spot_lng double precision,
      add column spot_lat double precision,
      add column spot_name text`,
    `create index service_request_by_who_filed on service_request (filed_by, created_at desc)
      where filed_by is not null`,
    // What lies near is in a few cells: read in order of time, without looking at what is older or of another kind.
    `create index service_request_by_spot on service_request (category, spot_cell, created_at)
      where spot_cell is not null`,
    `alter table service_request_event add column for_all boolean not null default false`,
    `create table service_request_follower (
      request_id uuid not null references service_request (id) on delete cascade,
      person_id uuid not null references person (id) on delete cascade,
      joined_at timestamptz not null,
      primary key (request_id, person_id)
    )`,
    `create index service_request_follower_by_person on service_request_follower (person_id, joined_at desc)`,
    // Addresses are found by how they sound as well: whole syllables, and their first letters.
    `alter table address
      add column pinyin text not null default '',
      add column initials text not null default ''`,
  ])
    await sql.raw(statement).execute(db);
}
