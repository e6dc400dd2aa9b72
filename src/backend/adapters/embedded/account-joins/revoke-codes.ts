import type { CodeRegistry } from '../../../ports/code-registry';
import type { Unit } from '../database/unit';

/** Every code of an account, wherever it is: its own phones, those of others who show it, paper. */
export async function revokeCodes(
  unit: Unit,
  codeRegistry: Pick<CodeRegistry, 'revokeBorne' | 'revokePhone' | 'papersOf' | 'revokePaper'>,
  personId: string,
): Promise<void> {
  const sessions = await unit.db
    .selectFrom('session')
    .select('id')
    .where('person_id', '=', personId)
    .execute();
  for (const { id } of sessions) await codeRegistry.revokePhone(id);
  const acting = await unit.db
    .selectFrom('family_relation')
    .select('actor_id')
    .where('person_id', '=', personId)
    .execute();
  for (const { actor_id: actorId } of acting) await codeRegistry.revokeBorne(personId, actorId);
  for (const { id } of await codeRegistry.papersOf(personId)) await codeRegistry.revokePaper(id);
}
