import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    // Another system that files requests: what it files belongs to an account of its own, behind which nobody stands.
    `create table api_key (
      id uuid primary key,
      name text not null,
      key_hash bytea not null unique,
      person_id uuid not null unique references person (id),
      created_at timestamptz not null,
      revoked_at timestamptz
    )`,
    `create unique index api_key_by_name on api_key (name) where revoked_at is null`,
    `alter table service_request add column media_url text`,
    // What of a request anybody may see beside its category, state, times and street: 'words', 'link' or the id of a photo.
    `create table request_release (
      request_id uuid not null references service_request (id) on delete cascade,
      part text not null,
      by_id uuid references person (id) on delete set null,
      at timestamptz not null,
      primary key (request_id, part)
    )`,
    `create index request_release_by_part on request_release (part)`,
    `create index service_request_by_age on service_request (created_at)`,
    `create index service_request_by_change on service_request (changed_at)`,
  ])
    await sql.raw(statement).execute(db);
}
