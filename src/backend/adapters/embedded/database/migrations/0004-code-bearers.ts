import { sql, type Kysely } from 'kysely';

const ddl = [
  // A phone is a session: its owner knows it by what it calls itself and by the day it was last used.
  `alter table session
    add column device text not null default '',
    add column used_on date`,
  // Whose phone shows a code, so that a lost phone ends all it bears and an ended help ends what it lent. Paper has neither.
  `alter table code_spell
    alter column holder_key drop not null,
    add column id uuid not null default gen_random_uuid(),
    add column bearer_id uuid references person (id) on delete set null,
    add column session_id uuid references session (id) on delete set null,
    add column issued_at timestamptz`,
  `create unique index code_spell_by_id on code_spell (id)`,
  `create index code_spell_by_person on code_spell (person_id)`,
  `create index code_spell_by_session on code_spell (session_id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of ddl) await sql.raw(statement).execute(db);
}
