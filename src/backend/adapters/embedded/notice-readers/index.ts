import type { WishReason } from '@contract/notice/look-in';
import type { NoticeCategory } from '@contract/notice/notice';
import type { Followed } from '@contract/notice/places';
import type { Clock } from '../../../ports/clock';
import type { NoticeReaders } from '../../../ports/notice-readers';
import { prepared } from '../database/prepared';
import type { Unit } from '../database/unit';

const followedBy = prepared<Followed>(
  `select node, label from followed_place where person_id = $1 order by since, node`,
);

/** What residents want to hear of, in the deployment's own database. */
export function createNoticeReaders(unit: Unit, clock: Clock): NoticeReaders {
  const followed: NoticeReaders['followed'] = (personId) => followedBy(unit.db, [personId]);

  async function follow(personId: string, places: readonly { node: string; label: string }[]): Promise<void> {
    await unit.db.deleteFrom('followed_place').where('person_id', '=', personId).execute();
    if (places.length === 0) return;
    await unit.db
      .insertInto('followed_place')
      .values(places.map(({ node, label }) => ({ person_id: personId, node, label, since: clock.now() })))
      .execute();
  }

  async function mute(personId: string, categories: readonly NoticeCategory[]): Promise<void> {
    await unit.db.deleteFrom('muted_category').where('person_id', '=', personId).execute();
    if (categories.length === 0) return;
    await unit.db
      .insertInto('muted_category')
      .values([...new Set(categories)].map((category) => ({ person_id: personId, category })))
      .execute();
  }

  async function wish(personId: string, reasons: readonly WishReason[]): Promise<void> {
    await unit.db.deleteFrom('look_in_wish').where('person_id', '=', personId).execute();
    if (reasons.length === 0) return;
    await unit.db
      .insertInto('look_in_wish')
      .values({ person_id: personId, reasons: [...new Set(reasons)], at: clock.now() })
      .execute();
  }

  return {
    followed,
    async of(personId) {
      const muted = await unit.db
        .selectFrom('muted_category')
        .select('category')
        .where('person_id', '=', personId)
        .orderBy('category')
        .execute();
      const person = await unit.db
        .selectFrom('person')
        .select('home_door')
        .where('id', '=', personId)
        .executeTakeFirst();
      const wished = await unit.db
        .selectFrom('look_in_wish')
        .select('reasons')
        .where('person_id', '=', personId)
        .executeTakeFirst();
      return {
        followed: await followed(personId),
        muted: muted.map(({ category }) => category as NoticeCategory),
        door: person?.home_door ?? null,
        lookIn: (wished?.reasons ?? []) as WishReason[],
      };
    },
    change: (personId, { followed: places, muted, door, lookIn }) =>
      unit.together(async () => {
        if (places) await follow(personId, places);
        if (muted) await mute(personId, muted);
        if (lookIn) await wish(personId, lookIn);
        if (door !== undefined)
          await unit.db.updateTable('person').set({ home_door: door }).where('id', '=', personId).execute();
      }),
  };
}
