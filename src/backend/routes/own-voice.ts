import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { Spoken } from '../ports/request-desk';
import type { Person } from '../ports/store';

/** What somebody says in a matter is a voice note of their own. */
export async function ownVoice(
  voiceNotes: Ports['voiceNotes'],
  id: string | undefined,
  person: Pick<Person, 'id'>,
): Promise<Spoken | undefined> {
  if (id === undefined) return undefined;
  const note = await voiceNotes.describe(id);
  if (note?.ownerId !== person.id)
    throw new Refusal('voice-unknown', { fields: [{ pointer: '/voice', reason: 'unknown' }] });
  return { id, seconds: note.seconds, type: note.type };
}
