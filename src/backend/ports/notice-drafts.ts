import type { Content } from '@contract/notice/content';
import type { DraftState } from '@contract/notice/draft';
import type { Result } from '@contract/result';

export interface NoticeDraft {
  id: string;
  /** Null once they closed their account. */
  authorId: string | null;
  /** Where it is published from. */
  node: string;
  state: DraftState;
  content: Content;
  /** What it follows, and the version its author had before them. */
  follows?: { eventId: string; seenVersion: number };
  /** Not before. */
  publishAt: Date | null;
  approvedBy: string | null;
  returnedBecause: string | null;
  /** Grows with every change: two who act at once are told. */
  version: number;
  changedAt: Date;
}

/** What authors have written and not yet sent. */
export interface NoticeDrafts {
  add(draft: Pick<NoticeDraft, 'content' | 'node' | 'follows'> & { authorId: string }): Promise<NoticeDraft>;
  get(id: string): Promise<NoticeDraft | undefined>;
  /** `changed-meanwhile`: it is no longer at that version. */
  change(
    id: string,
    version: number,
    change: Partial<
      Pick<NoticeDraft, 'content' | 'node' | 'state' | 'publishAt' | 'approvedBy' | 'returnedBecause'>
    >,
  ): Promise<Result<NoticeDraft, 'changed-meanwhile'>>;
  /** Not yet over: somebody's own, and those handed in under some nodes. */
  open(authorId: string, nodes: readonly string[]): Promise<NoticeDraft[]>;
  /** Not yet over, with a file. */
  withFile(fileId: string): Promise<NoticeDraft[]>;
  /** Those whose time has come. */
  due(now: Date): Promise<NoticeDraft[]>;
}
