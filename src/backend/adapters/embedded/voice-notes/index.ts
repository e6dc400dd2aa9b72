import { ok } from '@contract/result';
import type { VoiceType } from '@contract/service-request/voice';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../ports/clock';
import type { StoredVoiceNote, VoiceNotes } from '../../../ports/voice-notes';
import type { Unit } from '../database/unit';
import { openFolder } from '../file-store/folder';
import { soundIn } from './sound';

/**
 * Voice notes in the folder where photos lie, what is known of them in the database. The file is safe before its row
 * is written.
 * @param filesDir absolute; made where it is missing
 */
export function createVoiceNotes(unit: Unit, clock: Clock, filesDir: string): VoiceNotes {
  const folder = openFolder(filesDir);
  return {
    async put(ownerId, content) {
      const found = await soundIn(content);
      if (!found.ok) return found;
      const note: StoredVoiceNote = { id: randomUUID(), ownerId, bytes: content.length, ...found.value };
      const { id, type, bytes, seconds } = note;
      await folder.write(id, content);
      await unit.db
        .insertInto('voice_note')
        .values({ id, owner_id: ownerId, type, bytes, seconds, created_at: clock.now() })
        .execute();
      return ok(note);
    },
    async describe(id) {
      const row = await unit.db.selectFrom('voice_note').selectAll().where('id', '=', id).executeTakeFirst();
      return (
        row && {
          id: row.id,
          ownerId: row.owner_id,
          type: row.type as VoiceType,
          bytes: row.bytes,
          seconds: row.seconds,
        }
      );
    },
    async requestsWith(id) {
      const rows = await unit.db
        .selectFrom('service_request_event')
        .select('request_id')
        .distinct()
        .where('voice_id', '=', id)
        .execute();
      return rows.map((row) => row.request_id);
    },
    read: (id) => folder.read(id),
  };
}
