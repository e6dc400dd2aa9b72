import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openSecretFile } from '../secret-file';

export class EmergencyKeyFault extends Error {}

/**
 * Keys that what an emergency brings is held under in backups: files of this deployment, never in a backup themselves.
 * With the key goes everything that any copy of a backup still holds of that emergency.
 */
export interface EmergencyKeys {
  /** Made at its first use. @throws EmergencyKeyFault for a file that others can read, or that holds no such key */
  of(emergencyId: string): Buffer;
  /** Undefined once it is destroyed, and where it never was. */
  find(emergencyId: string): Buffer | undefined;
  destroy(emergencyId: string): void;
}

export function createEmergencyKeys(folder: string): EmergencyKeys {
  const pathOf = (id: string): string => join(folder, `emergency-${id}.key`);
  const of = (id: string): Buffer =>
    openSecretFile(pathOf(id), 'an emergency’s key', (line) => new EmergencyKeyFault(line));
  return {
    of,
    find: (id) => (existsSync(pathOf(id)) ? of(id) : undefined),
    destroy(id) {
      const path = pathOf(id);
      if (!existsSync(path)) return;
      // Written over first, for what a file system may keep of a file that is only taken out.
      const file = openSync(path, 'r+');
      writeSync(file, randomBytes(statSync(path).size), 0);
      fsyncSync(file);
      closeSync(file);
      rmSync(path);
      const its = openSync(dirname(path), 'r');
      fsyncSync(its);
      closeSync(its);
    },
  };
}
