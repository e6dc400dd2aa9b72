import { sql, type Kysely } from 'kysely';

/** The tables of the house. Codes are text: ancestors are prefixes, and `text_pattern_ops` finds them. */
const ddl = `
create table region (
  code text primary key,
  name text not null,
  level text not null check (level in ('province','city','county','township','community','grid')),
  parent text
);
create index region_by_parent on region (parent);
create index region_by_prefix on region (code text_pattern_ops);

create table grid_shape (
  code text primary key references region (code),
  about text not null default '',
  rings jsonb not null,
  outline polygon not null
);
create index grid_shape_by_box on grid_shape using gist (box(outline));

create table building (
  code text primary key,
  grid text not null references region (code),
  name text not null
);

create table address (
  id text primary key,
  text text not null,
  other_names text[] not null default '{}',
  building text references building (code),
  doors text[] not null default '{}',
  grid text not null references region (code),
  lng double precision,
  lat double precision
);
create index address_by_grid on address (grid text_pattern_ops);

create table person (
  id uuid primary key,
  name text,
  confirmed boolean not null default false,
  home_node text references region (code),
  home_building text references building (code),
  language text,
  privacy_version text,
  privacy_agreed_at timestamptz,
  created_at timestamptz not null
);

create table identity (
  provider text not null,
  subject text not null,
  person_id uuid not null references person (id) on delete cascade,
  primary key (provider, subject)
);

create table role_grant (
  person_id uuid not null references person (id) on delete cascade,
  role text not null check (role in ('worker','officer','checkpoint')),
  node text not null references region (code),
  granted_at timestamptz not null,
  primary key (person_id, role, node)
);
create index role_grant_by_node on role_grant (node text_pattern_ops);

create table staff (
  staff_number text primary key,
  person_id uuid not null unique references person (id) on delete cascade,
  work_phone text not null,
  hours text not null
);

create table invitation (
  code_hash bytea primary key,
  person_id uuid not null references person (id) on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references person (id) on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_by_expiry on session (expires_at);

create table idempotency_key (
  person_id uuid not null references person (id) on delete cascade,
  key text not null,
  fingerprint text not null,
  status integer not null,
  body jsonb,
  created_at timestamptz not null,
  primary key (person_id, key)
);
create index idempotency_key_by_age on idempotency_key (created_at);

create table code_spell (
  list integer not null,
  idx integer not null,
  person_id uuid references person (id) on delete set null,
  holder_key bytea not null,
  colour text not null,
  status smallint not null default 0,
  expires_at timestamptz not null,
  primary key (list, idx)
);
create index code_spell_by_key on code_spell (holder_key);

create table photo (
  id uuid primary key,
  owner_id uuid not null references person (id) on delete cascade,
  type text not null,
  bytes integer not null,
  width integer not null,
  height integer not null,
  created_at timestamptz not null
);

create table service_request (
  id uuid primary key,
  number text not null unique,
  category text not null,
  catalogue_version text not null,
  filer_id uuid not null references person (id),
  node text not null references region (code),
  state text not null,
  owner_id uuid references person (id),
  answers jsonb not null,
  words text not null,
  place jsonb not null,
  version integer not null,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index service_request_by_filer on service_request (filer_id, created_at desc);
create index service_request_by_node on service_request (node text_pattern_ops, created_at desc);

create table service_request_event (
  request_id uuid not null references service_request (id) on delete cascade,
  seq integer not null,
  event text not null,
  role text not null,
  actor_id uuid references person (id),
  state text not null,
  words text,
  destination text,
  at timestamptz not null,
  primary key (request_id, seq)
);

-- The timeline is append-only: nothing is edited away. (Deleting is left to retention.)
create function refuse_edit() returns trigger language plpgsql as 'begin raise exception ''append-only''; end';

create trigger service_request_event_append_only before update on service_request_event
  for each row execute function refuse_edit();

create table service_request_photo (
  request_id uuid not null references service_request (id) on delete cascade,
  seq integer not null,
  photo_id uuid not null references photo (id),
  position integer not null,
  primary key (request_id, seq, photo_id)
);
create index service_request_photo_by_photo on service_request_photo (photo_id);

create table notice (
  id uuid primary key,
  msg_type text not null,
  severity text not null,
  category text not null,
  info jsonb not null,
  author_id uuid not null references person (id),
  author_node text not null references region (code),
  include text[] not null,
  include_grids text[] not null,
  except_nodes text[] not null,
  sent_at timestamptz not null,
  expires_at timestamptz
);
create index notice_by_audience on notice using gin (include);
create index notice_by_building_grid on notice using gin (include_grids);

create table notice_read (
  notice_id uuid not null references notice (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  read_at timestamptz not null,
  primary key (notice_id, person_id)
);

create table deployment (
  name text primary key,
  value text not null
);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  // One statement at a time: a prepared statement holds no more.
  for (const statement of ddl.split(/;\s*\n\n|;\n(?=create)/)) await sql.raw(statement).execute(db);
}
