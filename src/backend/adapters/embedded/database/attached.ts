import { type RawBuilder, sql } from 'kysely';

/** Whether a file goes with a notice, one that is out or one that is being written. */
export const attached = (column: 'photo.id' | 'pdf.id'): RawBuilder<boolean> => {
  const it = sql`jsonb_build_array(jsonb_build_object('id', ${sql.ref(column)}))`;
  return sql<boolean>`(exists (select from notice where attachments @> ${it})
    or exists (select from notice_draft
      where state <> 'discarded' and content -> 'attachments' @> ${it}))`;
};
