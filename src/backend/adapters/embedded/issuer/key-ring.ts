import { encodeBase64url } from '@contract/health-code/base64url';
import type { CredentialSigner } from '@contract/health-code/credential';
import {
  keyInUse,
  type KeyTerm,
  PUBLISHED_AHEAD,
  publishedTerm,
  publishedUntil,
} from '@contract/health-code/issuer-keys';
import type { TrustedIssuer } from '@contract/health-code/trust-list';
import { fail, ok, type Result } from '@contract/result';
import { sql } from 'kysely';
import { sign } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Clock } from '../../../ports/clock';
import type { KeyRing, KeyState, KeyUse } from '../../../ports/key-ring';
import type { Database } from '../database';
import {
  KeyFileFault,
  laterKeyFile,
  makeLaterKey,
  openKeyFile,
  readKeyFile,
  type SigningKey,
} from './key-file';

const CHANNEL = 'linli_issuer_key';

type OwnKey = KeyTerm & { publicKey: Uint8Array };

/** `kid` and `sign` are those of the key in use at the moment; they throw where its file is missing. */
export interface OpenKeyRing extends KeyRing, CredentialSigner {
  /** Grows whenever a key is made or a term changes. */
  readonly changes: number;
  /** As in the trust list. */
  published(): TrustedIssuer[];
  close(): Promise<void>;
}

/**
 * Secrets are files beside ISSUER_KEY, terms are rows: every process that shares both signs with the same key, and is
 * told of a change at once.
 * @throws KeyFileFault
 */
export async function openKeyRing(
  database: Database,
  clock: Clock,
  county: string,
  issuerKeyFile: string,
): Promise<OpenKeyRing> {
  const { unit } = database;
  const first = openKeyFile(issuerKeyFile);
  const secrets = new Map<string, SigningKey>([[encodeBase64url(first.kid), first]]);
  /** What is committed, as last told. */
  let known: readonly OwnKey[] = [];

  const insert = (key: SigningKey, madeAt: Date | null, usedFrom: Date) =>
    unit.db
      .insertInto('issuer_key')
      .values({
        kid: encodeBase64url(key.kid),
        county,
        alg: 'EdDSA',
        public_key: Buffer.from(key.publicKey),
        made_at: madeAt,
        used_from: usedFrom,
      })
      .onConflict((there) => there.column('kid').doNothing())
      .execute();

  async function read(): Promise<OwnKey[]> {
    const rows = await unit.db
      .selectFrom('issuer_key')
      .select(['kid', 'public_key', 'made_at', 'used_from', 'revoked_at'])
      .where('county', '=', county)
      .orderBy('used_from')
      .execute();
    for (const { kid } of rows) if (!secrets.has(kid)) readSecret(kid);
    return rows.map((row) => ({
      kid: row.kid,
      publicKey: new Uint8Array(row.public_key),
      ...(row.made_at ? { madeAt: row.made_at.getTime() } : {}),
      usedFrom: row.used_from.getTime(),
      ...(row.revoked_at ? { revokedAt: row.revoked_at.getTime() } : {}),
    }));
  }

  /** It may lie in another deployment's folder, from whose backup this one was restored: such a key never signs here. */
  function readSecret(kid: string): void {
    const path = laterKeyFile(issuerKeyFile, kid);
    if (!existsSync(path)) return;
    const key = readKeyFile(path);
    if (encodeBase64url(key.kid) === kid) secrets.set(kid, key);
  }

  const now = (): number => clock.now().getTime();
  let changes = 0;
  const reload = async (): Promise<void> => {
    known = await read();
    changes += 1;
  };

  function current(): SigningKey {
    const kid = keyInUse(known, now())?.kid ?? 'in use';
    const key = secrets.get(kid);
    if (!key) throw new KeyFileFault(`the file of the issuer key ${kid} is not beside ISSUER_KEY`);
    return key;
  }

  function stateOf(key: OwnKey, keys: readonly OwnKey[]): KeyState {
    const until = publishedUntil(key, keys);
    return {
      kid: key.kid,
      use: useOf(key, keys, now()),
      usedFrom: new Date(key.usedFrom),
      ...(until === undefined ? {} : { publishedUntil: new Date(until) }),
      secretMissing: !secrets.has(key.kid),
    };
  }

  /** One at a time among all processes, each on what the last has left; all of them are told. */
  async function change<F extends string>(
    work: (keys: OwnKey[]) => Promise<Result<string, F>>,
  ): Promise<Result<KeyState, F>> {
    const changed = await unit.together(async () => {
      await sql`select pg_advisory_xact_lock(hashtextextended('issuer keys', 0))`.execute(unit.db);
      const done = await work(await read());
      if (done.ok) await database.notify(CHANNEL, county);
      return done;
    });
    await reload();
    if (!changed.ok) return changed;
    const key = known.find(({ kid }) => kid === changed.value);
    if (!key) throw new RangeError('no such key');
    return ok(stateOf(key, known));
  }

  async function add(usedFrom: Date): Promise<string> {
    const key = makeLaterKey(issuerKeyFile);
    await insert(key, clock.now(), usedFrom);
    return encodeBase64url(key.kid);
  }

  await insert(first, null, clock.now());
  await reload();
  const heard = (): void => void reload().catch(() => undefined);
  const unlisten = await database.listen(CHANNEL, heard, heard);

  return {
    get kid() {
      return current().kid;
    },
    sign: (message) => new Uint8Array(sign(null, message, current().secret)),
    get changes() {
      return changes;
    },
    published: () =>
      known.flatMap((key) => {
        const term = publishedTerm(key, known, now());
        return term
          ? [{ kid: key.kid, county, alg: 'EdDSA' as const, key: encodeBase64url(key.publicKey), ...term }]
          : [];
      }),
    async list() {
      await reload();
      return known.map((key) => stateOf(key, known));
    },
    rotate: () =>
      change(async (keys) => {
        if (keys.some((key) => useOf(key, keys, now()) === 'waiting')) return fail('waiting');
        return ok(await add(new Date(now() + PUBLISHED_AHEAD)));
      }),
    revoke: (kid) =>
      change(async (keys) => {
        const key = keys.find((each) => each.kid === kid);
        if (!key) return fail('unknown');
        if (key.revokedAt !== undefined) return fail('revoked');
        await setKey(kid, { revoked_at: clock.now() });
        if (useOf(key, keys, now()) !== 'in-use') return ok(kid);
        const next = keys.find((each) => useOf(each, keys, now()) === 'waiting' && secrets.has(each.kid));
        if (next) await setKey(next.kid, { used_from: clock.now() });
        else await add(clock.now());
        return ok(kid);
      }),
    close: unlisten,
  };

  function setKey(kid: string, terms: { revoked_at: Date } | { used_from: Date }) {
    return unit.db.updateTable('issuer_key').set(terms).where('kid', '=', kid).execute();
  }
}

function useOf(key: OwnKey, keys: readonly OwnKey[], at: number): KeyUse {
  if (key.revokedAt !== undefined) return 'revoked';
  if (key.usedFrom > at) return 'waiting';
  return key.kid === keyInUse(keys, at)?.kid ? 'in-use' : 'retired';
}
