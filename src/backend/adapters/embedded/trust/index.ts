import type { AlgorithmName } from '@contract/health-code/cose';
import type { CertificateKind } from '@contract/health-code/trust-list';
import type { Clock } from '../../../ports/clock';
import type { Trust, TrustedDeployment } from '../../../ports/trust';
import type { Unit } from '../database/unit';

/** Whom this county trusts beside itself, in the deployment's own database. */
export function createTrust(unit: Unit, clock: Clock): Trust {
  return {
    async signers() {
      const rows = await unit.db
        .selectFrom('trusted_signer')
        .selectAll()
        .orderBy('country')
        .orderBy('kid')
        .execute();
      return rows.map((row) => ({
        kid: row.kid,
        country: row.country,
        alg: row.alg as AlgorithmName,
        key: row.key,
        ...(row.uses ? { uses: row.uses as CertificateKind[] } : {}),
        notBefore: row.not_before.toISOString(),
        notAfter: row.not_after.toISOString(),
      }));
    },
    async deployments() {
      const rows = await unit.db
        .selectFrom('trusted_deployment')
        .select(['county', 'address', 'issuers'])
        .orderBy('county')
        .execute();
      return rows as TrustedDeployment[];
    },
    async addSigner({ kid, key, alg, country, uses, notBefore, notAfter }) {
      await unit.db
        .insertInto('trusted_signer')
        .values({
          kid,
          key,
          alg,
          country,
          uses: uses ?? null,
          not_before: new Date(notBefore),
          not_after: new Date(notAfter),
          added_at: clock.now(),
        })
        .onConflict((known) => known.doNothing())
        .execute();
    },
    async putDeployment({ county, address, issuers }) {
      const row = { address, issuers: JSON.stringify(issuers), added_at: clock.now() };
      await unit.db
        .insertInto('trusted_deployment')
        .values({ county, ...row })
        .onConflict((known) => known.column('county').doUpdateSet(row))
        .execute();
    },
    async remove(who) {
      const signers = await unit.db
        .deleteFrom('trusted_signer')
        .where('kid', '=', who)
        .returning('kid')
        .execute();
      const deployments = await unit.db
        .deleteFrom('trusted_deployment')
        .where('county', '=', who)
        .returning('county')
        .execute();
      return signers.length + deployments.length > 0;
    },
  };
}
