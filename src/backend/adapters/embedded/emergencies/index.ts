import type { EmergencyTerms } from '@contract/proposal/act';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { AuditLog } from '../../../ports/audit-log';
import type { Clock } from '../../../ports/clock';
import type { DeletionJournal } from '../../../ports/deletion-journal';
import type { Emergencies, Emergency } from '../../../ports/emergencies';
import type { Messenger } from '../../../ports/messenger';
import type { Unit } from '../database/unit';
import { createDeletion } from './deletion';
import type { EmergencyKeys } from './keys';
import { emergencyOf, renewalsOf } from './rows';

export interface EmergenciesDeps {
  unit: Unit;
  clock: Clock;
  /** Whose deployment this is. */
  county: string;
  auditLog: Pick<AuditLog, 'append' | 'forget'>;
  journal: DeletionJournal;
  keys: EmergencyKeys;
  messenger: Pick<Messenger, 'announce'>;
  /** Where photos lie. */
  filesDir: string;
  /** Has `deleteEnded` called soon, in this process or another. */
  deleteSoon(): Promise<void>;
  /** Has everybody's colour decided soon: levels of the map may stand from before. A tool that opens none needs it not. */
  decideSoon?(): Promise<void>;
}

/** Declared emergencies in the deployment's own database, one at a time. */
export function createEmergencies(deps: EmergenciesDeps): Emergencies {
  const { unit, clock, county, auditLog, messenger, deleteSoon } = deps;
  const deletion = createDeletion(deps);
  const all = () => unit.db.selectFrom('emergency').selectAll().where('county', '=', county);

  async function one(rows: Promise<Parameters<typeof emergencyOf>[0] | undefined>) {
    const row = await rows;
    return row && emergencyOf(row, await renewalsOf(unit, row.id));
  }
  const get = (id: string) => one(all().where('id', '=', id).executeTakeFirst());

  async function end(id: string, proposalId: string | null): Promise<void> {
    await unit.together(async () => {
      const now = clock.now();
      const ended = await unit.db
        .updateTable('emergency')
        .set({ ended_at: sql<Date>`least(ends_at, ${now})` })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .returning(['county', 'ended_at'])
        .executeTakeFirst();
      if (!ended) return;
      await auditLog.append({
        act: proposalId === null ? 'emergency-ran-out' : 'emergency-ended',
        node: ended.county,
        body: { emergencyId: id, endedAt: ended.ended_at?.toISOString() ?? null, proposalId },
      });
      await messenger.announce({ type: 'emergency', id });
      await deleteSoon();
    });
  }

  return {
    get,
    inForce: () =>
      one(all().where('ended_at', 'is', null).where('ends_at', '>', clock.now()).executeTakeFirst()),
    present: () => one(all().where('deleted_at', 'is', null).executeTakeFirst()),
    last: () =>
      one(
        all()
          .where(sql<boolean>`(ended_at is not null or ends_at <= ${clock.now()})`)
          .orderBy('opened_at', 'desc')
          .limit(1)
          .executeTakeFirst(),
      ),
    open: (of, terms, proposalId) =>
      unit.together(async () => {
        const id = randomUUID();
        await unit.db
          .insertInto('emergency')
          .values({ id, county: of, opened_at: clock.now(), ...columnsOf(terms) })
          .execute();
        await auditLog.append({
          act: 'emergency-opened',
          node: of,
          body: { emergencyId: id, ...terms, proposalId },
        });
        await messenger.announce({ type: 'emergency', id });
        await deps.decideSoon?.();
        const opened = await get(id);
        if (!opened) throw new RangeError('no such emergency');
        return opened;
      }),
    renew: (id, terms, proposalId) =>
      unit.together(async () => {
        const renewed = await unit.db
          .updateTable('emergency')
          .set(columnsOf(terms))
          .where('id', '=', id)
          .where('ended_at', 'is', null)
          .where('ends_at', '>', clock.now())
          .returning('county')
          .executeTakeFirst();
        if (!renewed) throw new RangeError('no emergency in force');
        const renewal = { emergency_id: id, at: clock.now(), ends_at: new Date(terms.endsAt) };
        await unit.db
          .insertInto('emergency_renewal')
          .values(renewal)
          .onConflict((again) => again.columns(['emergency_id', 'at']).doUpdateSet(renewal))
          .execute();
        await auditLog.append({
          act: 'emergency-renewed',
          node: renewed.county,
          body: { emergencyId: id, ...terms, proposalId },
        });
        await messenger.announce({ type: 'emergency', id });
      }),
    end,
    async deleteEnded() {
      const over = await all().where('ended_at', 'is', null).where('ends_at', '<=', clock.now()).execute();
      for (const { id } of over) await end(id, null);
      const ended = await all().where('ended_at', 'is not', null).where('deleted_at', 'is', null).execute();
      const gone: Emergency[] = [];
      for (const { id } of ended) {
        await deletion.run(id);
        const emergency = await get(id);
        if (emergency?.record) gone.push(emergency);
      }
      return gone;
    },
  };
}

const columnsOf = ({ level, legalBasis, gateKinds, endsAt }: EmergencyTerms) => ({
  level,
  legal_basis: JSON.stringify(legalBasis),
  gate_kinds: [...gateKinds],
  ends_at: new Date(endsAt),
});
