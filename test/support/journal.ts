import type { DeletionJournal } from '../../src/backend/ports/deletion-journal';

/** For what deletes where no backup is ever read. */
export const noJournal: DeletionJournal = {
  note: () => undefined,
  since: () => [],
  keepBeside: () => undefined,
};
