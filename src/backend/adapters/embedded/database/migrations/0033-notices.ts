import { sql, type Kysely } from 'kysely';

/**
 * A notice is a message that is never changed; messages of one event follow one another (Alert, Update, Cancel), and the
 * newest is the one without `superseded_at`. `seq` is given under a lock, so that who has seen up to one has seen all.
 */
const ddl = [
  `create sequence notice_seq`,
  `alter table notice
    add column event_id uuid,
    add column version integer not null default 1,
    add column references_id uuid references notice (id),
    add column superseded_at timestamptz,
    add column seq bigint,
    add column identifier text,
    add column urgency text not null default 'Unknown',
    add column certainty text not null default 'Unknown',
    add column onset timestamptz,
    add column web text,
    add column pinned boolean not null default false,
    add column acknowledge boolean not null default false,
    add column knock_at timestamptz,
    add column policy jsonb,
    add column attachments jsonb not null default '[]',
    add column source text,
    add column approved_by uuid references person (id) on delete set null,
    add column pinyin text not null default ''`,
  `update notice set event_id = notice.id, seq = numbered.nth
    from (select id, row_number() over (order by sent_at, id) as nth from notice) numbered
    where numbered.id = notice.id`,
  `select setval('notice_seq', greatest((select max(seq) from notice), 1), (select count(*) > 0 from notice))`,
  `alter table notice alter column event_id set not null, alter column seq set not null,
    add constraint notice_message unique (event_id, version)`,
  `create unique index notice_by_seq on notice (seq)`,
  `create unique index notice_newest on notice (event_id) where superseded_at is null`,
  `create index notice_by_author on notice (author_node text_pattern_ops, seq)`,
  `create unique index notice_by_source on notice (source, identifier) where source is not null`,

  `create table notice_draft (
    id uuid primary key,
    author_id uuid references person (id) on delete set null,
    node text not null references region (code),
    state text not null check (state in ('draft','awaiting','scheduled','published','discarded')),
    content jsonb not null,
    event_id uuid,
    seen_version integer,
    publish_at timestamptz,
    approved_by uuid references person (id) on delete set null,
    returned_because text,
    version integer not null,
    created_at timestamptz not null,
    changed_at timestamptz not null
  )`,
  `create index notice_draft_by_node on notice_draft (node text_pattern_ops, state)`,
  `create index notice_draft_due on notice_draft (publish_at) where state = 'scheduled'`,

  // Of the event, not of one message: who knows of it need not say so again after each correction.
  `create table notice_acknowledged (
    event_id uuid not null,
    person_id uuid not null references person (id) on delete cascade,
    by_id uuid references person (id) on delete set null,
    at timestamptz not null,
    primary key (event_id, person_id)
  )`,
  // How far somebody's phone has come: one number for each person, never a row for each notice.
  `create table notice_delivered (
    person_id uuid primary key references person (id) on delete cascade,
    seq bigint not null,
    at timestamptz not null
  )`,
  `create table followed_place (
    person_id uuid not null references person (id) on delete cascade,
    node text not null references region (code),
    label text not null,
    since timestamptz not null,
    primary key (person_id, node)
  )`,
  `create index followed_place_by_node on followed_place (node text_pattern_ops)`,
  `create table muted_category (
    person_id uuid not null references person (id) on delete cascade,
    category text not null,
    primary key (person_id, category)
  )`,
  // Optional, and in their own words: for the list of doors where somebody may knock.
  `alter table person add column home_door text`,
  `create table look_in_wish (
    person_id uuid primary key references person (id) on delete cascade,
    reasons text[] not null,
    at timestamptz not null
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of ddl) await sql.raw(statement).execute(db);
}
