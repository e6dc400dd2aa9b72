import { ok } from '@contract/result';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../ports/clock';
import type { FileStore, StoredPhoto } from '../../../ports/file-store';
import type { Unit } from '../database/unit';
import { openFolder } from './folder';
import { cleanPhoto } from './photo';

/**
 * Photos in a folder, what is known of them in the database. The file is safe before its row is written: a row without
 * its file cannot be, a file without its row is seen by nobody.
 * @param filesDir absolute; made where it is missing
 */
export function createFileStore(unit: Unit, clock: Clock, filesDir: string): FileStore {
  const folder = openFolder(filesDir);
  return {
    async put(ownerId, content) {
      const cleaned = await cleanPhoto(content);
      if (!cleaned.ok) return cleaned;
      const { type, width, height, content: picture } = cleaned.value;
      const photo: StoredPhoto = { id: randomUUID(), ownerId, type, bytes: picture.length, width, height };
      await folder.write(photo.id, picture);
      await unit.db
        .insertInto('photo')
        .values({
          id: photo.id,
          owner_id: ownerId,
          type,
          bytes: photo.bytes,
          width,
          height,
          created_at: clock.now(),
        })
        .execute();
      return ok(photo);
    },
    async describe(id) {
      const row = await unit.db.selectFrom('photo').selectAll().where('id', '=', id).executeTakeFirst();
      return (
        row && {
          id: row.id,
          ownerId: row.owner_id,
          type: row.type as StoredPhoto['type'],
          bytes: row.bytes,
          width: row.width,
          height: row.height,
        }
      );
    },
    async requestsWith(id) {
      const rows = await unit.db
        .selectFrom('service_request_photo')
        .select('request_id')
        .distinct()
        .where('photo_id', '=', id)
        .execute();
      return rows.map((row) => row.request_id);
    },
    read: (id) => folder.read(id),
  };
}
