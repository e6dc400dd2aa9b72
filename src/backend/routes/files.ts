import { mayApprove } from '@contract/notice/approval';
import { mayRead } from '@contract/notice/access';
import { outcomeOf } from '@contract/service-request/duplicates';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { StoredPhoto } from '../ports/file-store';
import type { DeskRequestWithTimeline } from '../ports/request-desk';
import type { Person } from '../ports/store';
import type { StoredVoiceNote } from '../ports/voice-notes';
import { appealAccess } from './appeal-access';
import { appealHearing } from './appeal-hearing';
import type { AppealPorts } from './appeals';
import { complaintAccess } from './complaint-access';
import { waysOf } from './notice-view';
import { onBehalf } from './on-behalf';

/** Said by the team to all who joined. */
const isForAll = ({ timeline }: DeskRequestWithTimeline, fileId: string): boolean =>
  outcomeOf(timeline).some(
    ({ step, withWords }) => withWords && [...step.photos, step.voice?.id].includes(fileId),
  );

const refusals = { unsupported: 'unsupported-media', unreadable: 'photo-unreadable' } as const;
const voiceRefusals = { unreadable: 'voice-unreadable', 'too-long': 'voice-too-long' } as const;

export function fileRoutes(
  ports: AppealPorts &
    Pick<
      Ports,
      | 'complaints'
      | 'noticeDrafts'
      | 'noticeReaders'
      | 'noticeSource'
      | 'pdfs'
      | 'requestDesk'
      | 'requestJoins'
      | 'voiceNotes'
    >,
): Handlers<'POST /v1/files' | 'GET /v1/files/:id'> {
  const { appeals, complaints, fileStore, readingLog, requestDesk, requestJoins, voiceNotes } = ports;
  const { noticeDrafts, noticeReaders, noticeSource, pdfs } = ports;
  const { relationFor } = onBehalf(ports);
  const { roleOf } = complaintAccess(ports);
  const { relationTo } = appealAccess(ports, appealHearing(ports));

  /** Its owner, and those who have to do with what it is part of. */
  async function maySee(photo: StoredPhoto, person: Person): Promise<boolean> {
    if (photo.ownerId === person.id) return true;
    if (await isInRequest(photo.id, await fileStore.requestsWith(photo.id), person, 'photo')) return true;
    const contested = await Promise.all((await appeals.withPhoto(photo.id)).map((id) => appeals.get(id)));
    for (const appeal of contested)
      if (appeal && (await relationTo(appeal, person, 'read', 'photo'))) return true;
    return (await goesWithNotice(photo.id, person)) || mayAnswer(photo.id, person);
  }

  /** With a notice as it stands now, for whoever may read it; before it is out, for who could approve it. */
  async function goesWithNotice(fileId: string, person: Person): Promise<boolean> {
    const [notices, drafts] = await Promise.all([
      noticeSource.withFile(fileId),
      noticeDrafts.withFile(fileId),
    ]);
    if (notices.length === 0 && drafts.length === 0) return false;
    const readers = (await waysOf(noticeReaders, person)).map(({ reader }) => reader);
    return (
      notices.some(({ audience }) => mayRead(audience, { readers, grants: person.grants })) ||
      drafts.some(
        ({ state, authorId, node }) =>
          state !== 'draft' && mayApprove({ authorId: authorId ?? '', node }, person),
      )
    );
  }

  async function isInRequest(
    fileId: string,
    ids: readonly string[],
    person: Person,
    what: 'photo' | 'voice_note',
  ) {
    for (const request of await Promise.all(ids.map((id) => requestDesk.get(id)))) {
      if (!request) continue;
      if ((await relationFor(request, person, 'read', what)) !== 'none') return true;
      if (isForAll(request, fileId) && (await requestJoins.has(request.id, person.id))) return true;
    }
    return false;
  }

  const mayHear = async ({ id, ownerId }: StoredVoiceNote, person: Person): Promise<boolean> =>
    ownerId === person.id || isInRequest(id, await voiceNotes.requestsWith(id), person, 'voice_note');

  /** Officers see the photo of what they have to answer. */
  async function mayAnswer(photoId: string, person: Person): Promise<boolean> {
    const complaint = await complaints.withPhoto(photoId);
    if (!complaint || (await roleOf(complaint, person)) !== 'officer') return false;
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
      const note = await voiceNotes.put(person.id, file);
      if (note.ok) {
        const { id, type, bytes, seconds } = note.value;
        return { id, type, bytes, seconds };
      }
      if (note.failure !== 'unsupported') throw new Refusal(voiceRefusals[note.failure]);
      const pdf = await pdfs.put(person.id, file);
      if (pdf.ok) return { id: pdf.value.id, type: 'application/pdf', bytes: pdf.value.bytes };
      if (pdf.failure === 'unreadable') throw new Refusal('pdf-unreadable');
      const stored = await fileStore.put(person.id, file);
      if (!stored.ok) throw new Refusal(refusals[stored.failure]);
      const { id, type, bytes, width, height } = stored.value;
      return { id, type, bytes, width, height };
    },
    'GET /v1/files/:id': async ({ caller: { person }, params }) => {
      const photo = await fileStore.describe(params.id);
      if (photo) return shown(photo, (await maySee(photo, person)) && (await fileStore.read(photo.id)));
      const pdf = await pdfs.describe(params.id);
      if (pdf) {
        const may = pdf.ownerId === person.id || (await goesWithNotice(pdf.id, person));
        return shown({ type: 'application/pdf' }, may && (await pdfs.read(pdf.id)));
      }
      const note = await voiceNotes.describe(params.id);
      return shown(note, note && (await mayHear(note, person)) && (await voiceNotes.read(note.id)));
    },
  };
}

/** To whom it does not exist, and where its file has gone, it is not there. */
function shown(file: { type: string } | undefined, content: Buffer | false | undefined) {
  if (!file || !content) throw new Refusal('not-found');
  return { type: file.type, content };
}
