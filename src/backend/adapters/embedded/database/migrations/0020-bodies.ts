import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    // Whom a place turns to beside the grid. What stands here is published: a body's, never a person's.
    `create table body (
      id uuid primary key,
      node text not null references region (code),
      kind text not null,
      name text not null,
      call text,
      address text,
      hours text,
      meets_at timestamptz,
      meets_where text,
      agenda text[] not null,
      kept_by_itself boolean not null,
      touched_at timestamptz not null,
      unique (node, kind, name)
    )`,
    `create table body_invitation (
      code_hash bytea primary key,
      body_id uuid not null references body (id) on delete cascade,
      expires_at timestamptz not null
    )`,
    `create table body_steward (
      body_id uuid primary key references body (id) on delete cascade,
      person_id uuid not null references person (id) on delete cascade,
      since timestamptz not null
    )`,
    `create index body_steward_by_person on body_steward (person_id)`,
  ])
    await sql.raw(statement).execute(db);
}
