import { randomUUID } from 'node:crypto';
import { isSelfGoverning } from '@contract/body/body';
import { INVITATION_LASTS } from '@contract/body/steward';
import type { ImportedContact } from '../../../import/rows';
import type { Bodies, Body, ContactChanges } from '../../../ports/bodies';
import type { Clock } from '../../../ports/clock';
import type { Unit } from '../database/unit';
import { bodyColumns, bodyOf, cardColumns } from './row';

export async function putContacts(
  unit: Unit,
  clock: Clock,
  invite: Bodies['invite'],
  contacts: readonly ImportedContact[],
): Promise<ContactChanges> {
  const close = (id: string, from: Date | null) =>
    unit.db.updateTable('body').set({ closed_from: from }).where('id', '=', id).execute();
  const done: ContactChanges = { added: 0, changed: 0, unchanged: 0, theirOwn: 0, invitations: [] };
  for (const contact of contacts) {
    const { node, kind, name, closedFrom, ...card } = contact;
    const now = clock.now();
    const row = await unit.db
      .selectFrom('body')
      .select(bodyColumns)
      .select('body.closed_from')
      .where('node', '=', node)
      .where('kind', '=', kind)
      .where('name', '=', name)
      .executeTakeFirst();
    if (closedFrom !== undefined) {
      // Whoever keeps its card: that it is no more is the county's to say. All else of it stays as it was.
      if (!row || row.closed_from?.getTime() === closedFrom) {
        done.unchanged += 1;
        continue;
      }
      await close(row.id, new Date(closedFrom));
      done.changed += 1;
      continue;
    }
    if (!row) {
      const id = randomUUID();
      const kept = { kept_by_itself: false, touched_at: now };
      await unit.db
        .insertInto('body')
        .values({ id, node, kind, name, ...cardColumns(card), ...kept })
        .execute();
      done.added += 1;
      if (isSelfGoverning(kind)) {
        const code = await invite(id, new Date(now.getTime() + INVITATION_LASTS));
        done.invitations.push({ kind, node, name, code });
      }
      continue;
    }
    const known = bodyOf(row);
    const isBack = row.closed_from !== null;
    if (isBack) await close(known.id, null);
    if (known.keptByItself) {
      done.theirOwn += 1;
      continue;
    }
    // What the list says again it confirms.
    await unit.db
      .updateTable('body')
      .set({ ...cardColumns(card), touched_at: now })
      .where('id', '=', known.id)
      .execute();
    if (!isBack && saysTheSame(known, contact)) done.unchanged += 1;
    else done.changed += 1;
  }
  return done;
}

const saysTheSame = (known: Body, listed: ImportedContact): boolean =>
  (['call', 'where', 'hours', 'meetsAt', 'meetsWhere'] as const).every((key) => known[key] === listed[key]) &&
  known.agenda.join('\n') === listed.agenda.join('\n');
