import { sql, type Kysely } from 'kysely';

const ddl = [
  // Gone with the request it is about: without it nobody could say whom it concerns.
  `alter table complaint
    add column request_id uuid references service_request (id) on delete cascade,
    add column node text references region (code),
    add column escalated boolean not null default false`,
  `alter table complaint drop constraint complaint_kind_check`,
  `alter table complaint add constraint complaint_kind_check
    check (kind in ('complaint','suggestion','correction','handling'))`,
  `alter table complaint add constraint complaint_handling_check
    check ((kind = 'handling') = (request_id is not null) and (request_id is null) = (node is null))`,
  `create index complaint_by_node on complaint (node text_pattern_ops, answer_by)`,
  `create index complaint_by_request on complaint (request_id)`,
  `alter table complaint_event drop constraint complaint_event_event_check`,
  `alter table complaint_event add constraint complaint_event_event_check
    check (event in ('file','add','answer','settle','escalate'))`,
  `alter table complaint_event drop constraint complaint_event_role_check`,
  `alter table complaint_event add constraint complaint_event_role_check
    check (role in ('filer','officer','system'))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of ddl) await sql.raw(statement).execute(db);
}
