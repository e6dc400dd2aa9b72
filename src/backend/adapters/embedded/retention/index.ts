import { personalData } from '@contract/personal-data/registry';
import { sql } from 'kysely';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../../ports/clock';
import type { DeletionJournal } from '../../../ports/deletion-journal';
import type { Retention } from '../../../ports/retention';
import { attached } from '../database/attached';
import { keyColumns } from '../database/key-columns';
import type { Unit } from '../database/unit';

const dayMs = 24 * 60 * 60 * 1000;
/** A photo or voice note waits so long for the request it was made for: a phone may have been offline in between. */
const looseFor = 30 * dayMs;
/** A matter still open is not over, however long ago it last changed. */
const onlyEnded: Readonly<Record<string, ReturnType<typeof sql>>> = {
  // Nor is one about whose handling a complaint waits for its answer.
  service_request: sql`and state in ('closed', 'referred', 'withdrawn') and not exists
    (select from complaint where request_id = service_request.id and complaint.state = 'waiting')`,
  complaint: sql`and state <> 'waiting'`,
};

export function createRetention(
  unit: Unit,
  clock: Clock,
  journal: DeletionJournal,
  filesDir: string,
): Retention {
  const now = (): number => clock.now().getTime();

  /** What has a time of its own goes so many days after it. */
  async function sweepByTime(): Promise<Record<string, number>> {
    const swept: Record<string, number> = {};
    const keys = await keyColumns(unit);
    for (const [table, { retention }] of Object.entries(personalData)) {
      if (!('after' in retention)) continue;
      const over = new Date(now() - retention.days * dayMs);
      const also = onlyEnded[table] ?? sql``;
      const columns = keys.get(table) ?? [];
      const named = columns.map((column) => sql`${sql.lit(column)}, ${sql.ref(column)}`);
      const { rows } = await sql<{ row: Record<string, unknown> }>`
        delete from ${sql.table(table)} where ${sql.ref(retention.after)} < ${over} ${also}
        returning jsonb_build_object(${sql.join(named)}) as row`.execute(unit.db);
      swept[table] = rows.length;
      if (rows.length > 0) journal.note([{ table, rows: rows.map(({ row }) => row) }]);
    }
    return swept;
  }

  /** Photos that nothing holds: what they were taken for went, or never came. */
  async function sweepPhotos(): Promise<number> {
    const gone = await sql<{ id: string }>`
      delete from photo where created_at < ${new Date(now() - looseFor)}
        and not exists (select from service_request_photo where photo_id = photo.id)
        and not exists (select from appeal_photo where photo_id = photo.id)
        and not exists (select from complaint where photo_id = photo.id)
        and not ${attached('photo.id')}
      returning id`.execute(unit.db);
    if (gone.rows.length > 0) journal.note([{ table: 'photo', rows: gone.rows }]);
    return gone.rows.length;
  }

  /** The same of voice notes. */
  async function sweepVoiceNotes(): Promise<number> {
    const gone = await sql<{ id: string }>`
      delete from voice_note where created_at < ${new Date(now() - looseFor)}
        and not exists (select from service_request_event where voice_id = voice_note.id)
      returning id`.execute(unit.db);
    if (gone.rows.length > 0) journal.note([{ table: 'voice_note', rows: gone.rows }]);
    return gone.rows.length;
  }

  /** And of PDFs. */
  async function sweepPdfs(): Promise<number> {
    const gone = await sql<{ id: string }>`
      delete from pdf where created_at < ${new Date(now() - looseFor)} and not ${attached('pdf.id')}
      returning id`.execute(unit.db);
    if (gone.rows.length > 0) journal.note([{ table: 'pdf', rows: gone.rows }]);
    return gone.rows.length;
  }

  /** Files without a row: of a photo, a voice note or a PDF that went, or of an upload that was never kept. */
  async function sweepFiles(): Promise<void> {
    const { rows } = await sql<{
      id: string;
    }>`select id from photo union all select id from voice_note union all select id from pdf`.execute(
      unit.db,
    );
    const kept = new Set(rows.map(({ id }) => id));
    for (const name of namesIn(filesDir)) {
      const path = join(filesDir, name);
      // One that is being written now has no row yet.
      if (!kept.has(name) && now() - statSync(path).mtimeMs > dayMs) rmSync(path, { force: true });
    }
  }

  return {
    async sweep() {
      const swept = await unit.together(async () => ({
        ...(await sweepByTime()),
        photo: await sweepPhotos(),
        voice_note: await sweepVoiceNotes(),
        pdf: await sweepPdfs(),
      }));
      await sweepFiles();
      return swept;
    },
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^[0-9a-f-]{36}/.test(name));
  } catch {
    return [];
  }
}
