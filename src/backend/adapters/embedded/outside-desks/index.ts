import type { Category } from '@contract/service-request/category';
import { isOpen } from '@contract/service-request/lifecycle';
import {
  describeMatter,
  mayGoOutside,
  type OutsideMatter,
  publishes,
} from '@contract/service-request/outside-desk';
import { fail } from '@contract/result';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Clock } from '../../../ports/clock';
import type { Messenger } from '../../../ports/messenger';
import type { OutsideCopy, OutsideDesk, OutsideDesks, Taken } from '../../../ports/outside-desk';
import type { DeskRequestWithTimeline, RequestDesk } from '../../../ports/request-desk';
import { saidOutside } from '../../http-service/said-outside';
import type { ServiceCatalogue } from '../../../ports/service-catalogue';
import type { Schema } from '../database/schema';
import type { Unit } from '../database/unit';
import { askAgainAfter, GIVE_UP_MS, LEASE_MS, pauseAfter } from './pace';
import { createTaking } from './take';

export const OUTSIDE_DESKS = 'outside-desks';

/** So many of a desk in one run, and so many failures in a row: the rest waits for the next minute. */
const AT_ONCE = 200;
const PATIENCE = 3;

type Row = Selectable<Schema['outside_matter']>;
type Went = 'well' | 'in-vain';

export interface OutsideDesksOptions {
  unit: Unit;
  clock: Clock;
  /** Where the requests themselves live. */
  desk: RequestDesk;
  messenger: Pick<Messenger, 'announce'>;
  county: string;
  desks: readonly OutsideDesk[];
  /** By category: which desk, and what it is called there. */
  categories: ReadonlyMap<string, { desk: string; serviceCode: string }>;
  catalogue: Pick<ServiceCatalogue, 'category'>;
  /** Has `tend` run soon: within the transaction of a filing. */
  tendSoon(): Promise<void>;
}

/**
 * Hands requests of some categories to desks outside, and brings back what becomes of them. What is to be sent is written
 * with the filing and that it is sent before it is, so that after a kill nothing is lost, and nothing is sent again
 * that has not been looked for where the other side cannot tell it is the same.
 *
 * `requestDesk` is the same desk, whose filings hand over what belongs outside.
 */
export function createOutsideDesks({
  unit,
  clock,
  desk,
  messenger,
  county,
  desks,
  categories,
  catalogue,
  tendSoon,
}: OutsideDesksOptions): OutsideDesks & { requestDesk: RequestDesk } {
  const byName = new Map(desks.map((each) => [each.name, each]));
  const taking = createTaking(unit, clock, desk, messenger);

  function routeOf(category: Category | undefined): { to: OutsideDesk; serviceCode: string } | undefined {
    const route = category && categories.get(category.code);
    const to = route && byName.get(route.desk);
    return to && mayGoOutside(category, to.protocol) ? { to, serviceCode: route.serviceCode } : undefined;
  }

  const titleOf = (name: string) => byName.get(name)?.title ?? { zh: name, en: name };
  const matterRow = (id: string) => unit.db.updateTable('outside_matter').where('request_id', '=', id);

  async function matterOf(request: DeskRequestWithTimeline, serviceCode: string): Promise<OutsideMatter> {
    const category = await catalogue.category(request.category, request.catalogueVersion);
    const { id, number, answers, words, place } = request;
    const more = request.photos.length > 0 || request.timeline[0]?.voice !== undefined;
    return {
      id,
      mark: `${county}/${number}`,
      serviceCode,
      answers,
      description: category?.kind === 'grid' ? describeMatter(category, { answers, words, more }) : words,
      place: {
        text: [place.text, place.note].filter(Boolean).join(' '),
        ...(place.point ? { point: place.point } : {}),
      },
      filedAt: request.createdAt,
    };
  }

  /** The next that has its turn, for this process alone while the lease lasts. */
  const claim = (name: string): Promise<Row | undefined> =>
    unit.together(async () => {
      const now = clock.now();
      const row = await unit.db
        .selectFrom('outside_matter')
        .select('request_id')
        .where('desk', '=', name)
        .where('state', 'in', ['to-send', 'in-doubt', 'sent'])
        .where('next_at', '<=', now)
        .orderBy('next_at')
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      if (!row) return undefined;
      return matterRow(row.request_id)
        .set({ attempts: sql`attempts + 1`, next_at: new Date(now.getTime() + LEASE_MS) })
        .returningAll()
        .executeTakeFirst();
    });

  async function later({ request_id, attempts }: Row): Promise<Went> {
    const next_at = new Date(clock.now().getTime() + pauseAfter(attempts));
    await matterRow(request_id).set({ next_at }).execute();
    return 'in-vain';
  }

  async function keep({ request_id, created_at }: Row, { reference, number }: Taken): Promise<Went> {
    const now = clock.now().getTime();
    await matterRow(request_id)
      .set({
        reference,
        outside_number: number ?? null,
        attempts: 0,
        next_at: new Date(now + askAgainAfter(now - created_at.getTime())),
      })
      .execute();
    // Its steps may have come before the answer to its sending did.
    await matterRow(request_id).set({ state: 'sent' }).where('state', '=', 'in-doubt').execute();
    await messenger.announce({ type: 'request', id: request_id });
    return 'well';
  }

  async function send(row: Row, to: OutsideDesk, matter: OutsideMatter): Promise<Went> {
    // First that it is sent, then the sending; and not at all by whom a pause has cost the lease.
    const mine = await matterRow(row.request_id)
      .set({ state: 'in-doubt', sent_at: clock.now() })
      .where('state', 'in', ['to-send', 'in-doubt'])
      .where('attempts', '=', row.attempts)
      .where('next_at', '>', clock.now())
      .returning('request_id')
      .executeTakeFirst();
    if (!mine) return 'well';
    const answer = await to.send(matter);
    if (answer.ok) return keep(row, answer.value);
    if (answer.failure === 'refused') {
      const { reason } = answer as { reason: string };
      await taking.step(row.request_id, { id: 'refused', kind: 'returned', at: clock.now(), words: reason });
      return 'well';
    }
    // It is as before this try: what was sent earlier may still be there.
    if (answer.failure === 'unavailable' && row.state === 'to-send')
      await matterRow(row.request_id).set({ state: 'to-send' }).where('state', '=', 'in-doubt').execute();
    return later(row);
  }

  async function handOver(row: Row, to: OutsideDesk, request: DeskRequestWithTimeline): Promise<Went> {
    if (clock.now().getTime() - row.created_at.getTime() >= GIVE_UP_MS) {
      await taking.handBack(row.request_id, row.state === 'to-send' ? 'unreached' : 'unconfirmed');
      return 'well';
    }
    const matter = await matterOf(request, row.service_code);
    if (row.state === 'in-doubt' && to.find && row.sent_at) {
      const found = await to.find(matter, row.sent_at);
      if (!found.ok) return later(row);
      if (found.value) return keep(row, found.value);
    }
    return send(row, to, matter);
  }

  async function askAfter(row: Row, to: OutsideDesk): Promise<Went> {
    const standing = await to.standing(row.request_id, row.reference ?? '');
    if (!standing.ok) return later(row);
    const steps = [...standing.value.steps].sort((a, b) => a.at.getTime() - b.at.getTime());
    for (const step of steps) await taking.step(row.request_id, step);
    const { reference, outside_number } = row;
    const { reference: now, number } = standing.value;
    if (now !== reference || (number ?? null) !== outside_number) return keep(row, standing.value);
    const age = clock.now().getTime() - row.created_at.getTime();
    const next_at = new Date(clock.now().getTime() + askAgainAfter(age));
    await matterRow(row.request_id).set({ attempts: 0, next_at }).execute();
    return 'well';
  }

  async function tendOne(row: Row, to: OutsideDesk): Promise<Went> {
    const request = await desk.get(row.request_id);
    if (!request || !isOpen(request.state)) {
      await matterRow(row.request_id).set({ state: 'ended' }).execute();
      return 'well';
    }
    return row.state === 'sent' ? askAfter(row, to) : handOver(row, to, request);
  }

  async function tendDesk(to: OutsideDesk): Promise<void> {
    let vain = 0;
    for (let done = 0; done < AT_ONCE && vain < PATIENCE; done += 1) {
      const row = await claim(to.name);
      if (!row) return;
      vain = (await tendOne(row, to)) === 'well' ? 0 : vain + 1;
    }
  }

  /** What was meant for a desk that the deployment no longer has. */
  async function handBackOthers(): Promise<void> {
    const names = desks.map(({ name }) => name);
    const rows = await unit.db
      .selectFrom('outside_matter')
      .select(['request_id', 'state'])
      .where('state', 'in', ['to-send', 'in-doubt'])
      .$if(names.length > 0, (query) => query.where('desk', 'not in', names))
      .limit(AT_ONCE)
      .execute();
    for (const { request_id, state } of rows)
      await taking.handBack(request_id, state === 'to-send' ? 'unreached' : 'unconfirmed');
  }

  return {
    handlerOf(category) {
      const to = routeOf(category)?.to;
      return to && { name: to.title, publishes: publishes(to.protocol) };
    },
    titleOf,
    async copyOf(requestId) {
      const row = await unit.db
        .selectFrom('outside_matter')
        .selectAll()
        .where('request_id', '=', requestId)
        .executeTakeFirst();
      return row && copyOf(row, titleOf(row.desk));
    },
    async receive(name, call, { matter, kind, at, words: said }) {
      const verify = byName.get(name)?.verify;
      if (!verify) return fail('unknown-desk');
      const verified = verify(call);
      if (!verified.ok) return verified;
      const row = await unit.db
        .selectFrom('outside_matter')
        .select('desk')
        .where('request_id', '=', matter)
        .executeTakeFirst();
      if (row?.desk !== name) return fail('unknown-matter');
      const words = saidOutside(said);
      return taking.step(matter, { id: call.id, kind, at, ...(words === undefined ? {} : { words }) });
    },
    async tend() {
      await handBackOthers();
      await Promise.all(desks.map(tendDesk));
    },
    requestDesk: {
      ...desk,
      file: async (draft, actorId) => {
        const route = routeOf(await catalogue.category(draft.category, draft.catalogueVersion));
        const stays = !route || (draft.anonymous === true && publishes(route.to.protocol));
        if (stays) return desk.file(draft, actorId);
        return unit.together(async () => {
          const request = await desk.file(draft, actorId);
          await unit.db
            .insertInto('outside_matter')
            .values({
              request_id: request.id,
              desk: route.to.name,
              service_code: route.serviceCode,
              state: 'to-send',
              reference: null,
              outside_number: null,
              sent_at: null,
              next_at: clock.now(),
              created_at: clock.now(),
            })
            .execute();
          await tendSoon();
          return request;
        });
      },
    },
  };
}

const states: Readonly<Record<string, OutsideCopy['state']>> = {
  'to-send': 'to-send',
  'in-doubt': 'in-doubt',
  sent: 'sent',
  returned: 'back',
  unreached: 'back',
  unconfirmed: 'back',
  finished: 'finished',
};

const copyOf = ({ state, outside_number }: Row, title: OutsideCopy['title']): OutsideCopy => ({
  title,
  state: states[state] ?? 'ended',
  ...(outside_number === null ? {} : { number: outside_number }),
});
