import { fail, ok } from '@contract/result';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../ports/clock';
import type { Pdfs } from '../../../ports/pdfs';
import type { Unit } from '../database/unit';
import { openFolder } from '../file-store/folder';
import { isPdf, isPlainPdf } from './plain-pdf';

/**
 * PDFs in the folder where photos lie, what is known of them in the database. The file is safe before its row is written.
 * @param filesDir absolute; made where it is missing
 */
export function createPdfs(unit: Unit, clock: Clock, filesDir: string): Pdfs {
  const folder = openFolder(filesDir);
  return {
    async put(ownerId, content) {
      if (!isPdf(content)) return fail('unsupported');
      if (!isPlainPdf(content)) return fail('unreadable');
      const pdf = { id: randomUUID(), ownerId, bytes: content.length };
      await folder.write(pdf.id, content);
      await unit.db
        .insertInto('pdf')
        .values({ id: pdf.id, owner_id: ownerId, bytes: pdf.bytes, created_at: clock.now() })
        .execute();
      return ok(pdf);
    },
    async describe(id) {
      const row = await unit.db.selectFrom('pdf').selectAll().where('id', '=', id).executeTakeFirst();
      return row && { id: row.id, ownerId: row.owner_id, bytes: row.bytes };
    },
    read: (id) => folder.read(id),
  };
}
