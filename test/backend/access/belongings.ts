import type { Ports } from '../../../src/backend/ports';
import { drawnPhoto } from '../../support/photos';
import { community, personaOf, west, type WorldRole } from '../../support/world';

/** Things of the resident's, made anew for every try, so that no try sees what another did. */
export interface Belongings {
  resident: string;
  persona: string;
  /** Theirs, and part of nothing. */
  freePhoto: string;
  requestPhoto: string;
  /** Filed by them to their grid, version 1. */
  request: string;
  /** Published for their grid. */
  notice: string;
  /** The content of a photo. */
  picture: Buffer;
}

export async function belongings(
  { fileStore, requestDesk, noticeSource }: Ports,
  people: Record<WorldRole, string>,
): Promise<Belongings> {
  const { resident, officer } = people;
  const picture = await drawnPhoto(8, 8);
  const photo = async (): Promise<string> => {
    const stored = await fileStore.put(resident, picture);
    if (!stored.ok) throw new Error(stored.failure);
    return stored.value.id;
  };
  const [freePhoto, requestPhoto] = [await photo(), await photo()];
  const request = await requestDesk.file({
    category: 'rubbish',
    catalogueVersion: '1',
    filerId: resident,
    node: west,
    answers: { what: ['bulky'], since: 'days' },
    words: '只给办这件事的人看',
    photos: [requestPhoto],
    place: { text: '桂语苑 1 幢' },
  });
  const notice = await noticeSource.publish({
    msgType: 'Alert',
    severity: 'Minor',
    category: 'Other',
    info: [{ language: 'zh', headline: '只给第 1 网格', description: '' }],
    authorId: officer,
    authorNode: community,
    audience: { include: [west], except: [] },
    expiresAt: null,
  });
  return {
    resident,
    persona: personaOf('resident'),
    freePhoto,
    requestPhoto,
    request: request.id,
    notice: notice.id,
    picture,
  };
}
