import { complaintRole } from '@contract/complaint/complaint';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { StoredPhoto } from '../ports/file-store';
import type { Person } from '../ports/store';
import { appealAccess } from './appeal-access';
import { appealHearing } from './appeal-hearing';
import type { AppealPorts } from './appeals';
import { onBehalf } from './on-behalf';

const refusals = { unsupported: 'unsupported-media', unreadable: 'photo-unreadable' } as const;

export function fileRoutes(
  ports: AppealPorts & Pick<Ports, 'complaints' | 'requestDesk'>,
): Handlers<'POST /v1/files' | 'GET /v1/files/:id'> {
  const { appeals, complaints, fileStore, readingLog, requestDesk } = ports;
  const { relationFor } = onBehalf(ports);
  const { relationTo } = appealAccess(ports, appealHearing(ports));

  /** Its owner, and those who have to do with what it is part of. */
  async function maySee(photo: StoredPhoto, person: Person): Promise<boolean> {
    if (photo.ownerId === person.id) return true;
    const requests = await Promise.all(
      (await fileStore.requestsWith(photo.id)).map((id) => requestDesk.get(id)),
    );
    for (const request of requests)
      if (request && (await relationFor(request, person, 'read', 'photo')) !== 'none') return true;
    const contested = await Promise.all((await appeals.withPhoto(photo.id)).map((id) => appeals.get(id)));
    for (const appeal of contested)
      if (appeal && (await relationTo(appeal, person, 'read', 'photo'))) return true;
    return mayAnswer(photo.id, person);
  }

  /** The county's officers see the photo of what they have to answer. */
  async function mayAnswer(photoId: string, person: Person): Promise<boolean> {
    const complaint = await complaints.withPhoto(photoId);
    if (!complaint || complaintRole(complaint, person) !== 'officer') return false;
    await readingLog.note({
      subjectId: complaint.filerId,
      readerId: person.id,
      role: 'officer',
      what: 'photo',
    });
    return true;
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
