import type { TrustList } from '@contract/health-code/trust-list';
import type { AuditLog } from '../../../ports/audit-log';
import type { Clock } from '../../../ports/clock';
import type { Emergencies } from '../../../ports/emergencies';
import type { Issuer } from '../../../ports/issuer';
import type { StatusLists } from '../../../ports/status-lists';
import type { Trust } from '../../../ports/trust';
import type { OpenKeyRing } from './key-ring';

/** What a list says is looked up again after this (ms). */
const LOOKED_UP_AFTER = 1000;
/** A list that says the same is dated anew after this (ms), so that a verifier that goes offline has a young one. */
const DATED_ANEW_AFTER = 600_000;

/** Signs for one county; publishes whose signatures count. */
export function createIssuer(
  county: string,
  ring: OpenKeyRing,
  trust: Trust,
  statusLists: StatusLists,
  emergencies: Pick<Emergencies, 'inForce'>,
  clock: Clock,
  log: Pick<AuditLog, 'head'>,
): Issuer {
  let last: { list: TrustList; lookedUpAt: number; keyChanges: number } | undefined;

  async function lookUp(now: number): Promise<TrustList> {
    const deployments = await trust.deployments();
    const declared = await emergencies.inForce();
    const head = await log.head();
    const list = {
      publishedAt: new Date(now).toISOString(),
      issuers: [
        ...ring.published(),
        ...deployments.flatMap(({ county: other, issuers }) =>
          issuers.map((issuer) => ({ ...issuer, county: other })),
        ),
      ],
      emergencies: declared
        ? [{ county, since: declared.openedAt.toISOString(), until: declared.terms.endsAt }]
        : [],
      statusLists: await statusLists.ids(),
      signers: await trust.signers(),
      ...(head ? { log: head } : {}),
    };
    // The same object while it says the same: verifiers and caches need not read it again.
    const isSame = last && saysOf(last.list) === saysOf(list);
    const isYoung = last && now - Date.parse(last.list.publishedAt) < DATED_ANEW_AFTER;
    return last && isSame && isYoung ? last.list : list;
  }

  return {
    county,
    get kid() {
      return ring.kid;
    },
    sign: (message) => ring.sign(message),
    async trustList() {
      const now = clock.now().getTime();
      const { changes: keyChanges } = ring;
      if (last?.keyChanges === keyChanges && now - last.lookedUpAt < LOOKED_UP_AFTER) return last.list;
      const list = await lookUp(now);
      last = { list, lookedUpAt: now, keyChanges };
      return list;
    },
  };
}

/** A log that has grown is no reason for every verifier to read the list again: its head goes with the next one. */
const saysOf = ({ publishedAt: _, log: __, ...says }: TrustList): string => JSON.stringify(says);
