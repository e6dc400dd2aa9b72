import { readStatusList, type StatusList, statusListId } from '@contract/health-code/status-list';
import type { StatusAnswer, StatusRef } from '@contract/health-code/verify';
import type { TrustList } from '@contract/health-code/trust-list';
import { fail, ok, type Result } from '@contract/result';
import { nodeVerifiers } from '../../../health-code-crypto';
import type { Clock } from '../../../ports/clock';
import type { Trust, TrustedDeployment } from '../../../ports/trust';
import type { Unit } from '../database/unit';
import { download } from './download';

/** Lists a county can have: the format has room for no more. */
const MAX_LISTS = 4096;

export interface PassedOn {
  ids(): Promise<string[]>;
  token(id: string): Promise<Buffer | undefined>;
  statusOf(ref: StatusRef): Promise<StatusAnswer>;
  fetchAll(): Promise<string[]>;
}

/** Status lists of other deployments, kept as they were signed. */
export function passedOnLists(unit: Unit, trust: Trust, clock: Clock): PassedOn {
  /** Unpacking a list costs more than asking for its date. */
  const read = new Map<string, { issuedAt: number; list: StatusList }>();

  const row = (id: string) =>
    unit.db
      .selectFrom('passed_status_list')
      .select(['content', 'etag', 'issued_at'])
      .where('id', '=', id)
      .executeTakeFirst();

  async function listOf(id: string): Promise<StatusList | undefined> {
    const found = await unit.db
      .selectFrom('passed_status_list')
      .select('issued_at')
      .where('id', '=', id)
      .executeTakeFirst();
    if (!found) return undefined;
    const known = read.get(id);
    if (known?.issuedAt === found.issued_at.getTime()) return known.list;
    const deployment = (await trust.deployments()).find(({ county }) => id.startsWith(`${county}-`));
    const content = (await row(id))?.content;
    const list = deployment && content && readStatusList(content, trustIn(deployment), nodeVerifiers);
    if (!list?.ok) return undefined;
    read.set(id, { issuedAt: list.value.issuedAt, list: list.value });
    return list.value;
  }

  /** `missing`: there is no such list. Otherwise a line that says what is wrong. */
  async function fetchList(deployment: TrustedDeployment, number: number): Promise<Result<true, string>> {
    const id = statusListId(deployment.county, number);
    const last = await row(id);
    const answer = await download(`${deployment.address}/v1/status-lists/${id}`, last?.etag ?? undefined);
    if (!answer.ok) return fail(answer.failure);
    if (answer.value === 'unchanged') return ok(true);
    const { content, etag } = answer.value;
    const list = readStatusList(content, trustIn(deployment), nodeVerifiers);
    if (!list.ok) return fail(list.failure);
    if (list.value.county !== deployment.county || list.value.list !== number) return fail('another list');
    const issuedAt = new Date(list.value.issuedAt);
    // An older one would undo what was revoked since.
    if (last && issuedAt < last.issued_at) return fail('older than the last');
    const kept = {
      content: Buffer.from(content),
      etag: etag ?? null,
      issued_at: issuedAt,
      fetched_at: clock.now(),
    };
    await unit.db
      .insertInto('passed_status_list')
      .values({ id, county: deployment.county, ...kept })
      .onConflict((there) => there.column('id').doUpdateSet(kept))
      .execute();
    return ok(true);
  }

  return {
    async ids() {
      const rows = await unit.db.selectFrom('passed_status_list').select('id').orderBy('id').execute();
      return rows.map(({ id }) => id);
    },
    token: async (id) => (await row(id))?.content,
    async statusOf({ county, list, index }) {
      const found = await listOf(statusListId(county, list));
      const value = found?.valueAt(index);
      if (!found || value === undefined) return 'missing';
      const now = clock.now().getTime();
      if (found.expiresAt !== undefined && now >= found.expiresAt) return 'stale';
      return { value, age: Math.max(0, now - found.issuedAt) };
    },
    async fetchAll() {
      const faults: string[] = [];
      for (const deployment of await trust.deployments()) {
        for (let number = 0; number < MAX_LISTS; number += 1) {
          const fetched = await fetchList(deployment, number);
          if (fetched.ok) continue;
          // Its lists are numbered without a gap: the first that is missing ends them.
          if (fetched.failure !== 'missing' || number === 0)
            faults.push(`${statusListId(deployment.county, number)}: ${fetched.failure}`);
          break;
        }
      }
      return faults;
    },
  };
}

/** A deployment's lists are believed by its own keys alone. */
const trustIn = ({ county, issuers }: TrustedDeployment): TrustList => ({
  // It names all its keys: one that is not here is a stranger's, not a newer one.
  publishedAt: '9999-12-31T00:00:00.000Z',
  issuers: issuers.map((issuer) => ({ ...issuer, county })),
  emergencies: [],
});
