import type { CapAlert } from '@contract/cap/alert';
import { readCapMoment } from '@contract/cap/moment';
import { readReferences } from '@contract/cap/references';
import { exceptionsOf } from '@contract/cap/place';
import { cancelWords, endOf, messageOfAlert, notForResidents } from '@contract/cap/taking';
import type { MessageType } from '@contract/notice/notice';
import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { CapReader } from '../../../ports/cap-reader';
import type { Clock } from '../../../ports/clock';
import type { Messenger } from '../../../ports/messenger';
import type { NoticeSource, PublishedNotice } from '../../../ports/notice-source';
import type { Taken, Warnings } from '../../../ports/warnings';
import { soundsOf } from '../../../search/pinyin';
import type { Unit } from '../database/unit';
import { createPlacing } from './places';

const dayMs = 24 * 60 * 60 * 1000;
const QUARANTINE_DAYS = 90;
/** As long as the notices themselves. */
const MESSAGE_DAYS = 1095;
/** What is longer is cut: enough to see what it was. */
const MOST_KEPT_BYTES = 256 * 1024;
/** An index holds no more. */
const MOST_NAME = 300;

export interface WarningsOptions {
  unit: Unit;
  clock: Clock;
  reader: Pick<CapReader, 'alert'>;
  noticeSource: Pick<NoticeSource, 'get' | 'publish'>;
  messenger: Pick<Messenger, 'announce'>;
  /** The node that what comes in goes out from. */
  county: string;
  /** How alerts of our own are signed: they are here already. */
  sender: string;
  /** A demonstration also shows what is a test. */
  production: boolean;
}

/** Somebody here followed the card at the same moment: the whole is undone and tried again. */
class ChangedMeanwhile extends Error {}
const TRIES = 5;

/** An alert by what refers to it. */
const keyOf = (sender: string, identifier: string, sentMs: number): string =>
  `${sender},${identifier},${Math.floor(sentMs / 1000)}`;

/**
 * Takes alerts into the deployment's own database, one after the other: two that refer to one another, come by two
 * ways at once, find each other.
 */
export function createWarnings({
  unit,
  clock,
  reader,
  noticeSource,
  messenger,
  county,
  sender,
  production,
}: WarningsOptions): Warnings {
  const statuses = production ? ['Actual'] : ['Actual', 'Exercise', 'Test'];
  const placed = createPlacing(unit);

  async function quarantine(bytes: Uint8Array, origin: string, reasons: readonly string[]): Promise<Taken> {
    await unit.db
      .insertInto('cap_quarantine')
      .values({
        id: randomUUID(),
        origin,
        digest: createHash('sha256').update(bytes).digest(),
        // A database holds no zero character.
        reasons: reasons.map((reason) => reason.replaceAll('\0', '')),
        content: Buffer.from(bytes.subarray(0, MOST_KEPT_BYTES)),
        taken_at: clock.now(),
      })
      .onConflict((again) => again.column('digest').doNothing())
      .execute();
    return { what: 'quarantined', reasons };
  }

  /** Writes down that it came; false where it had come before. */
  async function noted(
    alert: CapAlert,
    origin: string,
    signed: boolean,
    refersTo: string[],
  ): Promise<boolean> {
    const row = await unit.db
      .insertInto('cap_message')
      .values({
        key: keyOfAlert(alert),
        sender: alert.sender,
        identifier: alert.identifier,
        sent: new Date(sentOf(alert)),
        msg_type: alert.msgType,
        origin,
        signed,
        refers_to: refersTo,
        event_id: null,
        kept_because: null,
        taken_at: clock.now(),
      })
      .onConflict((again) => again.doNothing())
      .returning('key')
      .executeTakeFirst();
    return row !== undefined;
  }

  const becomes = async (alert: CapAlert, set: { event_id: string } | { kept_because: string }) =>
    void (await unit.db.updateTable('cap_message').set(set).where('key', '=', keyOfAlert(alert)).execute());

  async function kept(alert: CapAlert, why: string): Promise<Taken> {
    await becomes(alert, { kept_because: why });
    return { what: 'kept', why };
  }

  /**
   * The cards that it is about, the newest message of each, as far as they still stand. Whoever sends an alert may
   * end it, and so may what came by the same way; anybody else's word is not taken for it.
   */
  async function cardsOf(
    alert: CapAlert,
    origin: string,
    keys: readonly string[],
  ): Promise<PublishedNotice[]> {
    if (keys.length === 0) return [];
    const rows = await unit.db
      .selectFrom('cap_message')
      .select(['event_id', 'sender', 'origin'])
      .where('event_id', 'is not', null)
      .where('key', 'in', keys)
      .execute();
    const theirs = rows.filter(
      (row) => origin === 'file' || row.origin === origin || row.sender === alert.sender,
    );
    const events = [...new Set(theirs.flatMap(({ event_id }) => event_id ?? []))];
    const cards = await Promise.all(events.map((id) => noticeSource.get(id)));
    return cards.filter((card): card is PublishedNotice => card !== undefined && card.msgType !== 'Cancel');
  }

  /** Whether something that came earlier has already taken its place. */
  async function isSuperseded(alert: CapAlert): Promise<boolean> {
    const row = await unit.db
      .selectFrom('cap_message')
      .select('key')
      .where(sql<boolean>`refers_to @> ${[keyOfAlert(alert)]}::text[]`)
      .where('msg_type', 'in', ['Update', 'Cancel'])
      .where('sender', '=', alert.sender)
      .executeTakeFirst();
    return row !== undefined;
  }

  async function out(
    alert: CapAlert,
    message: Parameters<NoticeSource['publish']>[0],
    card: PublishedNotice | undefined,
    nth = 0,
  ): Promise<PublishedNotice> {
    const following = card && { eventId: card.eventId, references: card.id, version: card.version + 1 };
    const identifier = `${alert.identifier} ${alert.sent}${nth > 0 ? ` ${nth}` : ''}`;
    const published = await noticeSource.publish(message, following, { source: alert.sender, identifier });
    if (!published.ok) throw new ChangedMeanwhile();
    await messenger.announce({ type: 'notice', id: published.value.eventId });
    return published.value;
  }

  /** Strikes cards through: they never alert again. */
  async function cancel(
    alert: CapAlert,
    cards: readonly PublishedNotice[],
    from = 0,
  ): Promise<string | undefined> {
    for (const [at, card] of cards.entries())
      await out(
        alert,
        {
          ...card,
          msgType: 'Cancel',
          authorId: null,
          info: card.info.map((info) => ({ ...info, description: cancelWords(alert, info.language) })),
          pinned: false,
          acknowledge: false,
          knockAt: null,
          approvedBy: null,
        },
        card,
        from + at,
      );
    return cards[0]?.eventId;
  }

  async function show(
    alert: CapAlert,
    origin: string,
    keys: readonly string[],
    signed: boolean,
  ): Promise<Taken> {
    const why = alert.sender === sender ? 'it is our own' : notForResidents(alert, statuses);
    if (why !== undefined) return kept(alert, why);
    const cards = alert.msgType === 'Alert' ? [] : await cardsOf(alert, origin, keys);
    const shown = async (eventId: string, msgType: MessageType, nodes: readonly string[]): Promise<Taken> => {
      await becomes(alert, { event_id: eventId });
      return { what: 'published', eventId, msgType, nodes, signed };
    };
    if (alert.msgType === 'Cancel') {
      const eventId = await cancel(alert, cards);
      return eventId === undefined
        ? kept(alert, 'what it cancels does not stand here')
        : shown(eventId, 'Cancel', cards[0]?.audience.include ?? []);
    }
    if (await isSuperseded(alert)) return kept(alert, 'what follows it came before it');
    const place = await placed(alert);
    if (!place.ok) return kept(alert, place.why);
    const [card, ...others] = cards;
    if (place.nodes.length === 0) {
      // It moved on: what stood here is no longer for here.
      const eventId = await cancel(alert, cards);
      return eventId === undefined
        ? kept(alert, 'it is for nowhere here')
        : shown(eventId, 'Cancel', card?.audience.include ?? []);
    }
    const end = endOf(alert);
    if (!card && end !== undefined && end <= clock.now().getTime()) return kept(alert, 'it is over already');
    const msgType = card ? 'Update' : 'Alert';
    const message = messageOfAlert(alert, {
      audience: { include: place.nodes, except: exceptionsOf(alert.infos) },
      node: county,
      msgType,
      pinyin: soundsOf,
    });
    const { eventId } = await out(alert, message, card);
    // One card for each event: what it joins in one goes out of sight.
    await cancel(alert, others, 1);
    return shown(eventId, msgType, place.nodes);
  }

  return {
    async take(bytes, origin) {
      const reading = await reader.alert(bytes);
      if (!reading.ok) return quarantine(bytes, origin, reading.faults);
      const { alert, signed } = reading;
      const unwritable = [alert.identifier, alert.sender].some((text) => text.length > MOST_NAME);
      if (unwritable)
        return quarantine(bytes, origin, [`identifier or sender: longer than ${MOST_NAME} characters`]);
      const { references } = readReferences(alert.references ?? '', alert.version);
      const keys = references.map(({ sender, identifier, sent }) =>
        keyOf(sender, identifier, readCapMoment(sent, alert.version) ?? 0),
      );
      const taking = (): Promise<Taken> =>
        unit.together(async () => {
          await sql`select pg_advisory_xact_lock(hashtextextended('cap', 0))`.execute(unit.db);
          if (!(await noted(alert, origin, signed, keys))) return { what: 'known' };
          return show(alert, origin, keys, signed);
        });
      for (let tries = 1; ; tries += 1)
        try {
          return await taking();
        } catch (error) {
          if (!(error instanceof ChangedMeanwhile) || tries >= TRIES) throw error;
        }
    },
    async quarantined(limit) {
      const rows = await unit.db
        .selectFrom('cap_quarantine')
        .select(['id', 'origin', 'reasons', 'taken_at'])
        .orderBy('taken_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(({ id, origin, reasons, taken_at }) => ({ id, origin, reasons, takenAt: taken_at }));
    },
    async sweep() {
      const before = (days: number) => new Date(clock.now().getTime() - days * dayMs);
      await unit.db.deleteFrom('cap_quarantine').where('taken_at', '<', before(QUARANTINE_DAYS)).execute();
      await unit.db.deleteFrom('warning_entry').where('seen_at', '<', before(MESSAGE_DAYS)).execute();
      await unit.db.deleteFrom('cap_message').where('taken_at', '<', before(MESSAGE_DAYS)).execute();
    },
  };
}

const sentOf = ({ sent, version }: CapAlert): number => readCapMoment(sent, version) ?? 0;
const keyOfAlert = (alert: CapAlert): string => keyOf(alert.sender, alert.identifier, sentOf(alert));
