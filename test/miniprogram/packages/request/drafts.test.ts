import {
  draftFor,
  emptyDraft,
  filesOf,
  keyOf,
  listDrafts,
  newDraftId,
} from '../../../../src/miniprogram/packages/request/drafts';
import { memoryStorage } from '../../support/storage';

const minute = 60_000;

describe('drafts', () => {
  async function phone() {
    const storage = memoryStorage();
    const rubbish = newDraftId('rubbish', 1 * minute);
    const stairs = newDraftId('stairs-clutter', 2 * minute);
    const again = newDraftId('stairs-clutter', 3 * minute);
    const voice = { file: 'self/voice/1', seconds: 12 };
    await storage.set(keyOf(rubbish), { ...emptyDraft, words: '旧沙发', keptAt: 9 * minute, voice });
    await storage.set(keyOf(stairs), { ...emptyDraft, photos: ['self/photo/1'], keptAt: 4 * minute });
    await storage.set(keyOf(again), { ...emptyDraft, words: '门口', keptAt: 5 * minute });
    await storage.set('outbox', []);
    return { storage, rubbish, stairs, again };
  }

  it('are listed with photos and voice note, the one written last first', async () => {
    const { storage, rubbish, stairs, again } = await phone();
    const drafts = await listDrafts(storage);
    expect(drafts.map(({ id, category }) => [id, category])).toEqual([
      [rubbish, 'rubbish'],
      [again, 'stairs-clutter'],
      [stairs, 'stairs-clutter'],
    ]);
    expect(drafts.map(({ draft }) => filesOf(draft))).toEqual([['self/voice/1'], [], ['self/photo/1']]);
  });

  it('are gone on with: the one chosen, else the last of the category, else a new one', async () => {
    const { storage, stairs, again } = await phone();
    const open = (category: string, asked?: string) => draftFor(storage, category, asked, 7 * minute);
    expect((await open('stairs-clutter', stairs)).draft.photos).toEqual(['self/photo/1']);
    expect((await open('stairs-clutter')).id).toBe(again);
    expect(await open('home-visit')).toEqual({ id: newDraftId('home-visit', 7 * minute), draft: emptyDraft });
  });

  it('of one that is gone is begun anew under its name', async () => {
    const { storage } = await phone();
    expect(await draftFor(storage, 'rubbish', 'rubbish~gone', 0)).toEqual({
      id: 'rubbish~gone',
      draft: emptyDraft,
    });
  });
});
