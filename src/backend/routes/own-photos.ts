import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { Person } from '../ports/store';

/** What somebody adds to a matter are photos of their own. */
export async function ownPhotos(
  fileStore: Ports['fileStore'],
  ids: readonly string[] = [],
  person: Pick<Person, 'id'>,
): Promise<string[]> {
  for (const [index, id] of ids.entries()) {
    const photo = await fileStore.describe(id);
    if (photo?.ownerId !== person.id)
      throw new Refusal('photo-unknown', { fields: [{ pointer: `/photos/${index}`, reason: 'unknown' }] });
  }
  return [...ids];
}
