import type { EmergencyTerms } from '@contract/proposal/act';
import type { Selectable } from 'kysely';
import type { Emergency } from '../../../ports/emergencies';
import type { Schema } from '../database/schema';
import type { Unit } from '../database/unit';

export async function renewalsOf(unit: Unit, id: string): Promise<Emergency['renewals']> {
  const rows = await unit.db
    .selectFrom('emergency_renewal')
    .select(['at', 'ends_at'])
    .where('emergency_id', '=', id)
    .orderBy('at')
    .execute();
  return rows.map(({ at, ends_at }) => ({ at, endsAt: ends_at.toISOString() }));
}

export function emergencyOf(
  row: Selectable<Schema['emergency']>,
  renewals: Emergency['renewals'],
): Emergency {
  return {
    id: row.id,
    county: row.county,
    terms: {
      level: row.level as EmergencyTerms['level'],
      legalBasis: row.legal_basis,
      gateKinds: row.gate_kinds,
      endsAt: row.ends_at.toISOString(),
    },
    openedAt: row.opened_at,
    renewals,
    endedAt: row.ended_at,
    record: row.deleted_at && { counts: row.counts, deletedAt: row.deleted_at },
  };
}
