import { sql, type Kysely } from 'kysely';

const ddl = [
  // What people say of their own health; its facts come and go with it.
  `create table declaration (
    id uuid primary key,
    person_id uuid not null references person (id) on delete cascade,
    declared_by uuid references person (id) on delete set null,
    answers jsonb not null,
    filed_at timestamptz not null,
    amended_at timestamptz,
    expires_at timestamptz not null
  )`,
  `create index declaration_by_person on declaration (person_id)`,
  // Of a person, or waiting for whoever is confirmed with a person key.
  `create table fact (
    id uuid primary key,
    person_id uuid references person (id) on delete cascade,
    person_key bytea,
    kind text not null,
    "values" jsonb not null,
    source text not null,
    from_whom jsonb not null,
    since timestamptz not null,
    expires_at timestamptz not null,
    entered_at timestamptz not null,
    declaration_id uuid references declaration (id) on delete cascade,
    proposal_id uuid,
    origin text,
    origin_id text,
    check ((person_id is null) <> (person_key is null)),
    unique (person_id, origin, origin_id)
  )`,
  `create index fact_by_key on fact (person_key) where person_key is not null`,
  `create index fact_by_declaration on fact (declaration_id) where declaration_id is not null`,
  `create index fact_by_end on fact (expires_at)`,
  `create index fact_by_place on fact (("values" ->> 'node') text_pattern_ops) where person_id is not null`,
  // When a source outside last said something of a person: what is kept of it stands since then.
  `create table source_heard (
    person_id uuid not null references person (id) on delete cascade,
    origin text not null,
    heard_at timestamptz not null,
    primary key (person_id, origin)
  )`,
  // As last decided. Whoever has no row has always been green. Why is never written down: it follows from what is known.
  `create table person_colour (
    person_id uuid primary key references person (id) on delete cascade,
    colour text not null,
    since timestamptz not null,
    recheck_at timestamptz
  )`,
  `create index person_colour_due on person_colour (recheck_at) where recheck_at is not null`,
  // Those of whom nothing is known turn with their home: one row for all who live there.
  `create table home_recheck (node text primary key references region (code) on delete cascade, recheck_at timestamptz not null)`,
  `create table colour_change (
    batch_id uuid not null,
    person_id uuid not null references person (id) on delete cascade,
    was text not null,
    colour text not null,
    at timestamptz not null,
    primary key (batch_id, person_id)
  )`,
  `create index colour_change_by_person on colour_change (person_id, at)`,
  `create index person_by_home on person (home_node text_pattern_ops)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of ddl) await sql.raw(statement).execute(db);
}
