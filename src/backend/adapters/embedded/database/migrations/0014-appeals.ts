import { sql, type Kysely } from 'kysely';

const ddl = [
  `create table appeal (
    id uuid primary key,
    person_id uuid not null references person (id) on delete cascade,
    filed_by uuid references person (id) on delete set null,
    way text not null check (way in ('self','family','desk')),
    home text not null,
    node text not null,
    reason jsonb not null,
    state text not null,
    owner_id uuid references person (id) on delete set null,
    due_at timestamptz not null,
    warned boolean not null default false,
    version integer not null,
    filed_at timestamptz not null,
    changed_at timestamptz not null
  )`,
  `create index appeal_by_person on appeal (person_id, filed_at desc)`,
  `create index appeal_open on appeal (due_at) where state in ('filed','waiting','taken','asked')`,
  // One open appeal against one reason: two phones that send it at once do not make two.
  `create unique index appeal_once on appeal (person_id, (reason->>'rule'), (coalesce(reason->>'factId', '')))
    where state in ('filed','waiting','taken','asked')`,
  // Who acted is kept as an id alone: a timeline is not rewritten when an account goes.
  `create table appeal_event (
    appeal_id uuid not null references appeal (id) on delete cascade,
    seq integer not null,
    event text not null,
    role text not null,
    actor_id uuid,
    state text not null,
    node text not null,
    words text,
    remedy text,
    colour text,
    at timestamptz not null,
    primary key (appeal_id, seq)
  )`,
  `create trigger appeal_event_append_only before update on appeal_event
    for each row execute function refuse_edit()`,
  `create table appeal_photo (
    appeal_id uuid not null references appeal (id) on delete cascade,
    seq integer not null,
    photo_id uuid not null references photo (id) on delete cascade,
    position integer not null,
    primary key (appeal_id, seq, photo_id)
  )`,
  `create index appeal_photo_by_photo on appeal_photo (photo_id)`,
  // Evidence goes with its appeal, at once: a picture of somebody's papers does not lie about until loose photos are swept.
  `create function drop_evidence() returns trigger language plpgsql as '
    begin
      delete from photo where id = old.photo_id
        and not exists (select from appeal_photo where photo_id = old.photo_id)
        and not exists (select from service_request_photo where photo_id = old.photo_id);
      return null;
    end'`,
  `create trigger appeal_photo_drops_evidence after delete on appeal_photo
    for each row execute function drop_evidence()`,
  // Who hears appeals for a node, and when: every week (1 for Monday) or on one day.
  `create table duty_roster (
    node text not null,
    position integer not null,
    person_id uuid not null references person (id) on delete cascade,
    weekday integer check (weekday between 1 and 7),
    day date,
    from_clock text not null,
    until_clock text not null,
    primary key (node, position),
    check ((weekday is null) <> (day is null))
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of ddl) await sql.raw(statement).execute(db);
}
