import { sql, type Kysely } from 'kysely';

const ddl = [
  // Every alert of another system that was taken, also where nothing of it is shown: it is taken once, and what refers to it finds it.
  `create table cap_message (
    key text primary key,
    sender text not null,
    identifier text not null,
    sent timestamptz not null,
    msg_type text not null,
    origin text not null,
    signed boolean not null,
    refers_to text[] not null,
    event_id uuid,
    kept_because text,
    taken_at timestamptz not null
  )`,
  `create index cap_message_by_reference on cap_message using gin (refers_to)`,
  // What was none, with why; whoever looks after the feed reads it.
  `create table cap_quarantine (
    id uuid primary key,
    origin text not null,
    digest bytea not null unique,
    reasons text[] not null,
    content bytea not null,
    taken_at timestamptz not null
  )`,
  // Feeds for anybody look for what still stands among all that ever was.
  `create index notice_in_force on notice (expires_at) where superseded_at is null`,
  // How far a feed is read, entry by entry.
  `create table warning_entry (
    feed text not null,
    entry bytea not null,
    attempts integer not null,
    next_at timestamptz,
    seen_at timestamptz not null,
    primary key (feed, entry)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of ddl) await sql.raw(statement).execute(db);
}
