import { sql, type Kysely } from 'kysely';

const ddl = [
  // A key's spell ends when its colour changes; back to the same colour is another spell. Verifiers read only what is not 0.
  `alter table code_spell add column current boolean not null default true`,
  `create index code_spell_set on code_spell (list, idx) where status <> 0`,
  // WeChat's periodic update speaks for a phone, and ends with its session.
  `alter table session add column periodic_hash bytea unique`,
  // Public parts and terms; the secrets lie in files beside ISSUER_KEY.
  `create table issuer_key (
    kid text primary key,
    county text not null,
    alg text not null,
    public_key bytea not null,
    made_at timestamptz,
    used_from timestamptz not null,
    revoked_at timestamptz
  )`,
  // Whom this county trusts beside itself, and the status lists of theirs that it passes on.
  `create table trusted_signer (
    kid text not null,
    key text not null,
    alg text not null,
    country text not null,
    uses text[],
    not_before timestamptz not null,
    not_after timestamptz not null,
    added_at timestamptz not null,
    primary key (kid, key)
  )`,
  `create table trusted_deployment (
    county text primary key,
    address text not null,
    issuers jsonb not null,
    added_at timestamptz not null
  )`,
  `create table passed_status_list (
    id text primary key,
    county text not null references trusted_deployment (county) on delete cascade,
    content bytea not null,
    etag text,
    issued_at timestamptz not null,
    fetched_at timestamptz not null
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of ddl) await sql.raw(statement).execute(db);
}
