import { relationTo } from '@contract/service-request/access';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { StoredPhoto } from '../ports/file-store';
import type { Person } from '../ports/store';

const refusals = { unsupported: 'unsupported-media', unreadable: 'photo-unreadable' } as const;

export function fileRoutes({
  fileStore,
  requestDesk,
}: Pick<Ports, 'fileStore' | 'requestDesk'>): Handlers<'POST /v1/files' | 'GET /v1/files/:id'> {
  /** Its owner, and those who have to do with a request it is part of. */
  async function maySee(photo: StoredPhoto, person: Person): Promise<boolean> {
    if (photo.ownerId === person.id) return true;
    const requests = await Promise.all(
      (await fileStore.requestsWith(photo.id)).map((id) => requestDesk.get(id)),
    );
    const viewer = { personId: person.id, grants: person.grants };
    return requests.some((request) => request && relationTo(request, viewer) !== 'none');
  }

  return {
    'POST /v1/files': async ({ caller: { person }, file }) => {
      const stored = await fileStore.put(person.id, file);
      if (!stored.ok) throw new Refusal(refusals[stored.failure]);
      const { id, type, bytes, width, height } = stored.value;
      return { id, type, bytes, width, height };
    },
    'GET /v1/files/:id': async ({ caller: { person }, params }) => {
      const photo = await fileStore.describe(params.id);
      const content = photo && (await maySee(photo, person)) ? await fileStore.read(photo.id) : undefined;
      if (!photo || !content) throw new Refusal('not-found');
      return { type: photo.type, content };
    },
  };
}
