import { join } from 'node:path';
import { createBackup } from '../../src/backend/adapters/embedded/backup';
import type { Unit } from '../../src/backend/adapters/embedded/database/unit';
import { createDeletionJournal } from '../../src/backend/adapters/embedded/deletion-journal';
import { createEmergencyKeys } from '../../src/backend/adapters/embedded/emergencies/keys';
import type { Backup } from '../../src/backend/ports/backup';
import type { Clock } from '../../src/backend/ports/clock';
import { movedClock } from './moved-clock';

/** Backups of a deployment whose keys, photos and journal lie in one folder. */
export function testBackup(
  unit: Unit,
  folder: string,
  clock: Clock = movedClock(),
  closeAccount: (personId: string) => Promise<void> = () => Promise.resolve(),
): Backup {
  return createBackup({
    unit,
    clock,
    closeAccount,
    filesDir: join(folder, 'files'),
    backupKeyFile: join(folder, 'backup-key'),
    keys: createEmergencyKeys(join(folder, 'keys')),
    journal: createDeletionJournal(join(folder, 'deletions.jsonl'), clock),
  });
}
