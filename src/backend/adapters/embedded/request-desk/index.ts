import { fail, ok } from '@contract/result';
import type { RequestClock, TimedStep } from '@contract/service-request/clock';
import { isOpen, requestStates } from '@contract/service-request/lifecycle';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Clock } from '../../../ports/clock';
import type { DeskEvent, DeskRequestWithTimeline, Page, RequestDesk } from '../../../ports/request-desk';
import type { Unit } from '../database/unit';
import { storedSlot } from '../visits/rows';
import { letGo } from './let-go';
import { nextNumber } from './number';
import {
  dueColumns,
  eventOf,
  idRows,
  joinedOf,
  photosOfEvent,
  photosOfFiling,
  requestOf,
  spotColumns,
} from './rows';

const openStates = requestStates.filter(isOpen);

/** What a request waits for, by its timeline and the limits of its category as it was filed. */
export type Reckon = (
  request: Pick<DeskRequestWithTimeline, 'category' | 'catalogueVersion'>,
  timeline: readonly TimedStep[],
  now: number,
) => Promise<RequestClock | undefined>;

/** Whether the clock stands for the resident at a moment. */
const standing = (now: Date) => sql<boolean>`(stands_until is not null and stands_until > ${now})`;

/** So many are reckoned in one transaction: others have their turn in between. */
const PAGE = 500;

/** Word for word the condition of the index: as a parameter it would not be known to be the same. */
const isStillOpen = sql<boolean>`state not in ('closed', 'referred', 'withdrawn')`;

/** The limit of the team that has passed when something happens; the first one stays. */
const limitPassed = (now: Date) => sql<Date | null>`coalesce(overdue_at,
  case when waits_for in ('accept', 'resolve') and due_at <= ${now} and not ${standing(now)}
    then due_at end)`;

/** Requests in the deployment's own database. */
export function createRequestDesk(unit: Unit, clock: Clock, reckon: Reckon): RequestDesk {
  const requests = ({ open, before, limit }: Page) =>
    unit.db
      .selectFrom('service_request')
      .selectAll('service_request')
      .select([photosOfFiling, joinedOf])
      .$if(open === true, (query) => query.where(isStillOpen))
      .$if(open === false, (query) => query.where('state', 'not in', openStates))
      .$if(before !== undefined, (query) => query.where('created_at', '<', before as Date))
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(limit);

  async function get(id: string): Promise<DeskRequestWithTimeline | undefined> {
    const row = await requests({ limit: 1 }).where('service_request.id', '=', id).executeTakeFirst();
    if (!row) return undefined;
    const events = await unit.db
      .selectFrom('service_request_event')
      .selectAll('service_request_event')
      .select(photosOfEvent)
      .leftJoin('voice_note', 'voice_note.id', 'service_request_event.voice_id')
      .select(['voice_note.seconds as voice_seconds', 'voice_note.type as voice_type'])
      .where('request_id', '=', id)
      .orderBy('seq')
      .execute();
    return { ...requestOf(row), timeline: events.map(eventOf) };
  }

  async function present(id: string): Promise<DeskRequestWithTimeline> {
    const request = await get(id);
    if (!request) throw new RangeError('no such request');
    return request;
  }

  async function write(requestId: string, seq: number, event: DeskEvent, at: Date): Promise<void> {
    const { actorId, photos, words, destination, voice, nextOwner, nextNode, desk, slots, outcome, ...rest } =
      event;
    await unit.db
      .insertInto('service_request_event')
      .values({
        request_id: requestId,
        seq,
        event: rest.event,
        role: rest.role,
        state: rest.state,
        actor_id: actorId,
        words: words ?? null,
        destination: destination ?? null,
        next_owner: nextOwner ?? null,
        next_node: nextNode ?? null,
        voice_id: voice?.id ?? null,
        desk: desk ?? null,
        for_all: rest.forAll ?? false,
        outcome: outcome ?? null,
        slots: slots ? JSON.stringify(slots.map(storedSlot)) : null,
        at,
      })
      .execute();
    if (photos.length === 0) return;
    await unit.db
      .insertInto('service_request_photo')
      .values(
        photos.map((photoId, position) => ({ request_id: requestId, seq, photo_id: photoId, position })),
      )
      .execute();
  }

  /** With its limits as they follow from its timeline now; taken up anew it has been warned of and gone up for nothing. */
  async function reckoned(request: DeskRequestWithTimeline): Promise<DeskRequestWithTimeline> {
    const { due: before, id, joined, photos, timeline } = request;
    const due = await reckon(request, timeline, clock.now().getTime());
    const last = timeline.at(-1);
    const same = before?.waitsFor === due?.waitsFor && before?.at.getTime() === due?.dueAt;
    const row = await unit.db
      .updateTable('service_request')
      .set({
        ...dueColumns(due),
        ...(same ? {} : { warned: false }),
        ...(last?.event === 'dispute' || last?.event === 'reopen' ? { escalated_to: null } : {}),
        ...(last?.event === 'escalate' ? { escalated_to: last.destination ?? null } : {}),
      })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return { ...requestOf({ ...row, joined, photos: idRows(photos) }), timeline };
  }

  return {
    get,
    file: (draft, actorId = draft.filerId) =>
      unit.together(async () => {
        const id = randomUUID();
        const now = clock.now();
        const { photos, voice } = draft;
        const filing: DeskEvent = {
          ...{ event: 'submit', role: 'filer', actorId, state: 'submitted', photos },
          ...(voice ? { voice } : {}),
        };
        const timeline = [{ ...filing, seq: 1, at: now }];
        const row = await unit.db
          .insertInto('service_request')
          .values({
            id,
            number: await nextNumber(unit, draft.node),
            category: draft.category,
            catalogue_version: draft.catalogueVersion,
            filer_id: draft.filerId,
            node: draft.node,
            state: filing.state,
            owner_id: null,
            answers: JSON.stringify(draft.answers),
            words: draft.words,
            place: JSON.stringify(draft.place),
            media_url: draft.mediaUrl ?? null,
            anonymous: draft.anonymous ?? false,
            filed_by: actorId === draft.filerId ? null : actorId,
            behalf: draft.behalf ? JSON.stringify(draft.behalf) : null,
            ...spotColumns(draft.spot),
            ...dueColumns(await reckon(draft, timeline, now.getTime())),
            version: 1,
            created_at: now,
            changed_at: now,
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        if (draft.callback !== undefined)
          await unit.db
            .insertInto('callback_phone')
            .values({ request_id: id, phone: draft.callback })
            .execute();
        await write(id, 1, filing, now);
        return { ...requestOf({ ...row, joined: 0, photos: idRows(photos) }), timeline };
      }),
    async callbackOf(id) {
      const row = await unit.db
        .selectFrom('callback_phone')
        .select('phone')
        .where('request_id', '=', id)
        .executeTakeFirst();
      return row?.phone;
    },
    async filedBy(personId, page) {
      const rows = await requests(page).where('filer_id', '=', personId).execute();
      return rows.map(requestOf);
    },
    async filedForOthers(personId, page) {
      const rows = await requests(page).where('filed_by', '=', personId).execute();
      return rows.map(requestOf);
    },
    async under(nodes, page) {
      const rows = await requests(page)
        .where((eb) => eb.or(nodes.map((node) => eb('node', 'like', `${node}%`))))
        .execute();
      return rows.map(requestOf);
    },
    async queue(nodes, { now, limit, category, part, owners }) {
      if (part === 'mine' && owners.length === 0) return [];
      const rows = await requests({ limit })
        .where('due_at', 'is not', null)
        .where((eb) => eb.or(nodes.map((node) => eb('node', 'like', `${node}%`))))
        .$if(category !== undefined, (query) => query.where('category', '=', category ?? ''))
        .$if(part === 'unowned', (query) => query.where('owner_id', 'is', null))
        .$if(part === 'mine', (query) => query.where('owner_id', 'in', owners))
        .$if(part === 'overdue', (query) => query.where('due_at', '<=', now).where(standing(now), '=', false))
        .$if(part === 'waiting', (query) => query.where('state', '=', 'waiting'))
        .$if(part === 'up', (query) => query.where('escalated_to', 'in', nodes))
        .clearOrderBy()
        .orderBy(standing(now))
        .orderBy('due_at')
        .orderBy('id')
        .execute();
      return rows.map(requestOf);
    },
    append: (id, seen, event, ownerId) =>
      unit.together(async () => {
        const now = clock.now();
        const moved = await unit.db
          .updateTable('service_request')
          .set({
            state: event.state,
            owner_id: ownerId,
            version: seen + 1,
            changed_at: now,
            ...(event.event === 'urge' ? { urged: sql<number>`urged + 1` } : {}),
            overdue_at: limitPassed(now),
            ...(event.nextNode === undefined ? {} : { node: event.nextNode }),
          })
          .where('id', '=', id)
          .where('version', '=', seen)
          .returning('version')
          .executeTakeFirst();
        if (!moved) return fail('changed-meanwhile');
        await write(id, moved.version, { ...event, ...(await letGo(unit, id, event)) }, now);
        return ok(await reckoned(await present(id)));
      }),
    async pressing(now, limit) {
      const rows = await requests({ limit })
        .where((eb) =>
          eb.or([
            eb.and([eb('warned', '=', false), eb('warn_at', '<=', now)]),
            eb.and([
              eb('due_at', '<=', now),
              eb.or([eb('waits_for', '=', 'confirm'), eb('escalated_to', 'is', null)]),
            ]),
          ]),
        )
        .clearOrderBy()
        .orderBy('warn_at')
        .orderBy('id')
        .execute();
      return rows.map(requestOf);
    },
    async rate(id, rating) {
      await unit.db
        .updateTable('service_request')
        .set({ rating, rated_at: clock.now() })
        .where('id', '=', id)
        .execute();
    },
    async warned(id) {
      await unit.db.updateTable('service_request').set({ warned: true }).where('id', '=', id).execute();
    },
    async reckonAll() {
      let moved = 0;
      for (let after = ''; ;) {
        const ids = await unit.db
          .selectFrom('service_request')
          .select('id')
          .where('state', 'in', openStates)
          .$if(after !== '', (query) => query.where('id', '>', after))
          .orderBy('id')
          .limit(PAGE)
          .execute();
        await unit.together(async () => {
          for (const { id } of ids) {
            const before = await present(id);
            const now = await reckoned(before);
            if (now.due?.at.getTime() !== before.due?.at.getTime()) moved += 1;
          }
        });
        if (ids.length < PAGE) return moved;
        after = ids.at(-1)?.id ?? '';
      }
    },
  };
}
