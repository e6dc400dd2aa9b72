import { sql } from 'kysely';
import { joinConsents } from '../consents/join';
import type { Unit } from '../database/unit';

/** Whose it is. A person may have one row of each, so the others of the second go where the first has one. */
const owned = [
  { table: 'identity', column: 'person_id' },
  { table: 'session', column: 'person_id' },
  { table: 'invitation', column: 'person_id' },
  { table: 'photo', column: 'owner_id' },
  { table: 'voice_note', column: 'owner_id' },
  { table: 'pdf', column: 'owner_id' },
  { table: 'service_request', column: 'filer_id' },
  { table: 'service_request', column: 'owner_id' },
  { table: 'service_request', column: 'filed_by' },
  { table: 'visit', column: 'worker_id' },
  { table: 'notice', column: 'author_id' },
  { table: 'notice', column: 'approved_by' },
  { table: 'notice_draft', column: 'author_id' },
  { table: 'notice_draft', column: 'approved_by' },
  { table: 'notice_acknowledged', column: 'by_id' },
  { table: 'exposure_notice', column: 'publisher_id' },
  { table: 'checkpoint_duty', column: 'person_id' },
  { table: 'appeal', column: 'filed_by' },
  { table: 'appeal', column: 'owner_id' },
  { table: 'duty_roster', column: 'person_id' },
  { table: 'absence', column: 'stand_in' },
  { table: 'declaration', column: 'person_id' },
  { table: 'declaration', column: 'declared_by' },
  { table: 'fact', column: 'person_id' },
  { table: 'colour_change', column: 'person_id' },
  { table: 'proposal', column: 'subject_id' },
  { table: 'proposal', column: 'proposed_by' },
  { table: 'proposal', column: 'refused_by' },
  { table: 'complaint', column: 'filer_id' },
  { table: 'body_steward', column: 'person_id' },
  { table: 'log_personal', column: 'person_id' },
  { table: 'reading_log', column: 'subject_id' },
  { table: 'reading_log', column: 'reader_id' },
] as const;
const once = [
  { table: 'staff', others: [] },
  { table: 'notice_read', others: ['notice_id'] },
  { table: 'notice_acknowledged', others: ['event_id'] },
  { table: 'notice_delivered', others: [] },
  { table: 'followed_place', others: ['node'] },
  { table: 'muted_category', others: ['category'] },
  { table: 'look_in_wish', others: [] },
  { table: 'service_request_follower', others: ['request_id'] },
  // What both were told of is told.
  { table: 'nudge_grant', others: ['spent_on'] },
  // What a phone sends again is answered as before.
  { table: 'idempotency_key', others: ['key'] },
  { table: 'proposal_signature', others: ['proposal_id'] },
  { table: 'absence', others: [] },
  { table: 'reply_phrase', others: ['position'] },
] as const;

/**
 * Everything of one account becomes the other's. What the first does not know of itself it takes from the second.
 * The timelines are not rewritten: the second leaves its id behind, and answers as the first.
 */
export async function moveAccount(unit: Unit, { from, to }: { from: string; to: string }): Promise<void> {
  const run = (statement: ReturnType<typeof sql>) => statement.execute(unit.db);
  // What sources outside said goes by person key: they are asked anew of the first.
  await run(sql`delete from fact where person_id = ${from} and origin is not null`);
  for (const table of ['source_heard', 'person_colour'])
    await run(sql`delete from ${sql.table(table)} where person_id = ${from}`);
  // Both were promised to doors at the same hour: the second's are chosen anew.
  await run(sql`
    update visit moved set starts_at = null, ends_at = null where worker_id = ${from} and exists (
      select from visit held where held.worker_id = ${to}
        and held.starts_at < moved.ends_at and moved.starts_at < held.ends_at)`);
  for (const { table, column } of owned)
    await run(
      sql`update ${sql.table(table)} set ${sql.ref(column)} = ${to} where ${sql.ref(column)} = ${from}`,
    );
  for (const { table, others } of once) {
    const same = others.map((other) => sql`and held.${sql.ref(other)} = moved.${sql.ref(other)}`);
    await run(sql`
      update ${sql.table(table)} moved set person_id = ${to} where person_id = ${from} and not exists (
        select from ${sql.table(table)} held where held.person_id = ${to} ${sql.join(same, sql` `)})`);
    await run(sql`delete from ${sql.table(table)} where person_id = ${from}`);
  }
  // What is one's own now is not followed beside that; nor was it filed by another.
  await run(sql`
    delete from service_request_follower joined using service_request request
      where joined.person_id = ${to} and request.id = joined.request_id and ${to} in (request.filer_id, request.filed_by)`);
  await run(sql`update service_request set filed_by = null where filer_id = ${to} and filed_by = ${to}`);
  // Nobody has two open appeals against one reason; the first account's is the one that is heard.
  await run(sql`
    update appeal moved set person_id = ${to} where person_id = ${from} and not exists (
      select from appeal held where held.person_id = ${to} and held.reason->>'rule' = moved.reason->>'rule'
        and held.reason->>'factId' is not distinct from moved.reason->>'factId'
        and held.state in ('filed','waiting','taken','asked') and moved.state in ('filed','waiting','taken','asked'))`);
  await run(sql`delete from appeal where person_id = ${from}`);
  await joinConsents(unit, { from, to });
  // Codes on the way are asked for anew; and a wish to leave was said of the second account, not of the first.
  for (const table of ['confirmation_code', 'family_ask', 'account_closing'] as const)
    await run(
      sql`delete from ${sql.table(table)} where ${sql.ref(table === 'family_ask' ? 'actor_id' : 'person_id')} = ${from}`,
    );
  await run(sql`
    update person first set
      home_building = case when first.home_node is null then second.home_building else first.home_building end,
      home_node = coalesce(first.home_node, second.home_node),
      language = coalesce(first.language, second.language),
      privacy_version = coalesce(first.privacy_version, second.privacy_version),
      privacy_agreed_at = coalesce(first.privacy_agreed_at, second.privacy_agreed_at)
    from person second where first.id = ${to} and second.id = ${from}`);
  await unit.db
    .updateTable('person')
    .set({
      name: null,
      confirmed: false,
      born_on: null,
      home_node: null,
      home_building: null,
      language: null,
      privacy_version: null,
      privacy_agreed_at: null,
      joined_into: to,
    })
    .where('id', '=', from)
    .execute();
}
