import { fail, ok } from '@contract/result';
import { isOpen, requestStates } from '@contract/service-request/lifecycle';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../ports/clock';
import type { DeskEvent, DeskRequestWithTimeline, Page, RequestDesk } from '../../../ports/request-desk';
import type { Unit } from '../database/unit';
import { nextNumber } from './number';
import { eventOf, photosOfEvent, photosOfFiling, requestOf } from './rows';

const openStates = requestStates.filter(isOpen);

/** Requests in the deployment's own database. */
export function createRequestDesk(unit: Unit, clock: Clock): RequestDesk {
  const requests = ({ open, before, limit }: Page) =>
    unit.db
      .selectFrom('service_request')
      .selectAll('service_request')
      .select(photosOfFiling)
      .$if(open !== undefined, (query) => query.where('state', open ? 'in' : 'not in', openStates))
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
    const { actorId, photos, words, destination, ...rest } = event;
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

  return {
    get,
    file: (draft, actorId = draft.filerId) =>
      unit.together(async () => {
        const id = randomUUID();
        const now = clock.now();
        await unit.db
          .insertInto('service_request')
          .values({
            id,
            number: await nextNumber(unit, draft.node),
            category: draft.category,
            catalogue_version: draft.catalogueVersion,
            filer_id: draft.filerId,
            node: draft.node,
            state: 'submitted',
            owner_id: null,
            answers: JSON.stringify(draft.answers),
            words: draft.words,
            place: JSON.stringify(draft.place),
            version: 1,
            created_at: now,
            changed_at: now,
          })
          .execute();
        const { photos } = draft;
        await write(id, 1, { event: 'submit', role: 'filer', actorId, state: 'submitted', photos }, now);
        return present(id);
      }),
    async filedBy(personId, page) {
      const rows = await requests(page).where('filer_id', '=', personId).execute();
      return rows.map(requestOf);
    },
    async under(nodes, page) {
      const rows = await requests(page)
        .where((eb) => eb.or(nodes.map((node) => eb('node', 'like', `${node}%`))))
        .execute();
      return rows.map(requestOf);
    },
    append: (id, seen, event, ownerId) =>
      unit.together(async () => {
        const now = clock.now();
        const moved = await unit.db
          .updateTable('service_request')
          .set({ state: event.state, owner_id: ownerId, version: seen + 1, changed_at: now })
          .where('id', '=', id)
          .where('version', '=', seen)
          .returning('version')
          .executeTakeFirst();
        if (!moved) return fail('changed-meanwhile');
        await write(id, moved.version, event, now);
        return ok(await present(id));
      }),
  };
}
