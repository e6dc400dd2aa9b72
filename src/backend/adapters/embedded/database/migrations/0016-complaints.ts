import { sql, type Kysely } from 'kysely';

const ddl = [
  `create table complaint (
    id uuid primary key,
    filer_id uuid not null references person (id) on delete cascade,
    county text not null references region (code),
    kind text not null check (kind in ('complaint','suggestion','correction')),
    state text not null check (state in ('waiting','answered','settled')),
    answer_by timestamptz,
    photo_id uuid references photo (id) on delete set null,
    version integer not null,
    created_at timestamptz not null,
    changed_at timestamptz not null
  )`,
  `create index complaint_by_filer on complaint (filer_id, created_at desc)`,
  `create index complaint_by_county on complaint (county text_pattern_ops, answer_by)`,
  `create index complaint_by_photo on complaint (photo_id)`,
  `create table complaint_event (
    complaint_id uuid not null references complaint (id) on delete cascade,
    seq integer not null,
    event text not null check (event in ('file','add','answer','settle')),
    role text not null check (role in ('filer','officer')),
    actor_id uuid references person (id) on delete set null,
    words text,
    at timestamptz not null,
    primary key (complaint_id, seq)
  )`,
  `create trigger complaint_event_append_only before update on complaint_event
    for each row execute function refuse_edit_but_forgetting()`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of ddl) await sql.raw(statement).execute(db);
}
