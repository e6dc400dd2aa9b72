import { sql, type Kysely } from 'kysely';

const ddl = [
  // What an official wants done about colours, and who has signed it.
  `create table proposal (
    id uuid primary key,
    kind text not null,
    act jsonb not null,
    subject_id uuid references person (id) on delete cascade,
    node text not null,
    reason text not null,
    proposed_by uuid references person (id) on delete set null,
    proposed_node text not null,
    state text not null,
    worsens integer not null,
    counted text[] not null,
    needs_level_above boolean not null,
    filed_at timestamptz not null,
    decided_at timestamptz,
    refused_by uuid references person (id) on delete set null,
    refusal text
  )`,
  `create index proposal_by_node on proposal (node text_pattern_ops, filed_at)`,
  `create index proposal_by_proposer on proposal (proposed_by)`,
  `create index proposal_counted on proposal using gin (counted)`,
  `create table proposal_signature (
    proposal_id uuid not null references proposal (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,
    node text not null,
    at timestamptz not null,
    primary key (proposal_id, person_id)
  )`,
  `create index proposal_signature_by_person on proposal_signature (person_id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of ddl) await sql.raw(statement).execute(db);
}
