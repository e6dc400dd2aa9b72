import { sql, type Kysely } from 'kysely';

const ddl = [
  // To whom it was handed over.
  `alter table service_request_event
    add column next_owner uuid references person (id) on delete set null,
    add column next_node text`,
  // Who is forgotten is forgotten as the next owner too.
  `create or replace function refuse_edit_but_forgetting() returns trigger language plpgsql as $body$
  declare forgotten jsonb := '{}';
  begin
    if new.actor_id is null then forgotten := forgotten || '{"actor_id": null}'; end if;
    if to_jsonb(new) ? 'next_owner' and to_jsonb(new)->>'next_owner' is null then
      forgotten := forgotten || '{"next_owner": null}';
    end if;
    if to_jsonb(new) = to_jsonb(old) || forgotten then return new; end if;
    raise exception 'append-only';
  end $body$`,
  // What the table of the contract refuses the database refuses too: request_next is written from it at every start.
  `create function request_step() returns trigger language plpgsql as $body$
  declare
    before text := '';
    now_at record;
  begin
    if new.seq > 1 then
      select state into before from service_request_event where request_id = new.request_id and seq = new.seq - 1;
      select state, version into now_at from service_request where id = new.request_id;
      if now_at.state is distinct from new.state or now_at.version is distinct from new.seq then
        raise exception 'the request does not stand where its timeline does' using errcode = 'check_violation';
      end if;
    end if;
    if request_next(before, new.event, new.role) is distinct from new.state then
      raise exception 'no step: % + % by % to %', before, new.event, new.role, new.state using errcode = 'check_violation';
    end if;
    return new;
  end $body$`,
  `create trigger service_request_step before insert on service_request_event
    for each row execute function request_step()`,
  `alter table service_request add column urged integer not null default 0`,
  `update service_request set urged =
    (select count(*) from service_request_event where request_id = service_request.id and event = 'urge')`,
  `create table absence (
    person_id uuid primary key references person (id) on delete cascade,
    until_at timestamptz not null,
    stand_in uuid not null references person (id) on delete cascade
  )`,
  `create index absence_by_stand_in on absence (stand_in)`,
  `create table reply_phrase (
    person_id uuid not null references person (id) on delete cascade,
    position integer not null,
    text text not null,
    primary key (person_id, position)
  )`,
  // The queue: what is open, by its clock.
  `create index service_request_queue on service_request (node text_pattern_ops, due_at) where due_at is not null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of ddl) await sql.raw(statement).execute(db);
}
