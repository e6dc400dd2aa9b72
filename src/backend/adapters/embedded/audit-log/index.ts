import { GENESIS, lineOf } from '@contract/audit/entry';
import { encodeBase64url } from '@contract/health-code/base64url';
import type { CredentialSigner } from '@contract/health-code/credential';
import type { AuditLog, LogEntry, LogHead } from '../../../ports/audit-log';
import type { Clock } from '../../../ports/clock';
import type { Unit } from '../database/unit';
import { sql } from 'kysely';
import { chained, type ChainedRow } from './chained';

/** So many rows a statement. */
const BATCH = 1000;

/** The log in the deployment's own database, signed with the key in use. */
export function createAuditLog(unit: Unit, clock: Clock, signer: CredentialSigner): AuditLog {
  /** What a transaction has still to write, by its connection. */
  const waiting = new WeakMap<object, LogEntry[]>();

  const last = () =>
    unit.db
      .selectFrom('log_entry')
      .select(['seq', 'hash'])
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();

  /** One after the other among all processes: each entry is chained to what is committed before it. */
  async function write(entries: readonly LogEntry[]): Promise<void> {
    await sql`select pg_advisory_xact_lock(hashtextextended('audit log', 0))`.execute(unit.db);
    const before = await last();
    let seq = before ? Number(before.seq) : 0;
    let hash: Uint8Array = before?.hash ?? GENESIS;
    const rows: ChainedRow[] = [];
    for (const entry of entries) {
      const row = chained(entry, { seq: (seq += 1), at: clock.now(), before: hash, signer });
      hash = row.entry.hash;
      rows.push(row);
    }
    for (let start = 0; start < rows.length; start += BATCH) {
      const batch = rows.slice(start, start + BATCH);
      await unit.db
        .insertInto('log_entry')
        .values(batch.map(({ entry }) => entry))
        .execute();
      const texts = batch.flatMap(({ personal }) => personal);
      if (texts.length > 0) await unit.db.insertInto('log_personal').values(texts).execute();
    }
  }

  return {
    append: (entry) =>
      unit.together(async () => {
        const queue = waiting.get(unit.db);
        if (queue) return void queue.push(entry);
        const entries = [entry];
        const transaction = unit.db;
        waiting.set(transaction, entries);
        await unit.atEnd(() => {
          waiting.delete(transaction);
          return write(entries);
        });
      }),
    async head() {
      const row = await last();
      return row && headOf(row);
    },
    async holds({ seq, hash }) {
      const row = await unit.db
        .selectFrom('log_entry')
        .select('hash')
        .where('seq', '=', String(seq))
        .executeTakeFirst();
      return row?.hash.toString('hex') === hash;
    },
    async lines(after, limit, { withPersonal }) {
      const entries = await unit.db
        .selectFrom('log_entry')
        .select(['seq', 'entry', 'hash', 'signature'])
        .where('seq', '>', String(after))
        .orderBy('seq')
        .limit(limit)
        .execute();
      const texts = withPersonal ? await textsOf(entries.map(({ seq }) => seq)) : new Map<string, never>();
      return entries.map(({ seq, entry, hash, signature }) => {
        const personal = texts.get(seq);
        return lineOf(entry, {
          hash: hash.toString('hex'),
          ...(personal ? { personal } : {}),
          signature: encodeBase64url(signature),
        });
      });
    },
    async keys() {
      const rows = await unit.db
        .selectFrom('issuer_key')
        .select(['kid', 'public_key'])
        .orderBy('used_from')
        .execute();
      return rows.map(({ kid, public_key: key }) => ({ kid, key: new Uint8Array(key) }));
    },
    async forget(whose) {
      const [column, id] =
        'emergencyId' in whose
          ? (['emergency_id', whose.emergencyId] as const)
          : (['person_id', whose.personId] as const);
      await unit.db.deleteFrom('log_personal').where(column, '=', id).execute();
    },
  };

  async function textsOf(seqs: readonly string[]) {
    const texts = new Map<string, Record<string, { salt: string; text: string }>>();
    if (seqs.length === 0) return texts;
    const rows = await unit.db
      .selectFrom('log_personal')
      .select(['seq', 'name', 'salt', 'text'])
      .where('seq', 'in', [...seqs])
      .execute();
    for (const { seq, name, salt, text } of rows)
      texts.set(seq, { ...texts.get(seq), [name]: { salt: encodeBase64url(salt), text } });
    return texts;
  }
}

const headOf = ({ seq, hash }: { seq: string; hash: Buffer }): LogHead => ({
  seq: Number(seq),
  hash: hash.toString('hex'),
});
