import { sql } from 'kysely';
import type { Unit } from '../database/unit';
import { soundPattern } from './address-sound';
import { plainAddress } from './plain-address';
import { selectAddresses } from './rows';

/** The door that words end in, apart from the place before it: 桂语苑5幢402室 → 桂语苑5幢 and 402. */
function doorOf(words: string): { place: string; door: string } | undefined {
  const [, place, door] = /^(.*\D)(\d{3,4})[室号户]?$/.exec(words) ?? [];
  return place && door ? { place, door } : undefined;
}

/**
 * Addresses that contain the words or sound as they were typed, or whose other names do; or that stand before a door the words end in.
 * The exact one first, then those that begin so. Everything is looked at, which takes 0.1 s for 100,000 addresses.
 */
export async function searchAddresses(
  unit: Unit,
  { text, under, limit }: { text: string; under?: string; limit: number },
) {
  const whole = plainAddress(text);
  if (!whole) return [];
  const { place, door } = doorOf(whole) ?? { place: null, door: null };
  const sounds = soundPattern(text) ?? null;
  const rank = sql<number | null>`case
    when plain = ${whole} then 0
    when starts_with(plain, ${whole}) then 1
    when strpos(plain, ${whole}) > 0 then 2
    when strpos(plain_names, ${whole}) > 0 then 3
    when ${door}::text = any (doors) and (strpos(plain, ${place}) > 0 or strpos(plain_names, ${place}) > 0) then 4
    when pinyin ~ ${sounds}::text or initials ~ ${sounds}::text then 5
  end`;
  return unit.db
    .with('found', () =>
      selectAddresses(unit)
        .select(rank.as('rank'))
        .$if(under !== undefined, (query) => query.where('address.grid', 'like', `${under}%`)),
    )
    .selectFrom('found')
    .selectAll()
    .where('rank', 'is not', null)
    .orderBy('rank')
    .orderBy(sql`length(text)`)
    .orderBy('text')
    .orderBy('id')
    .limit(limit)
    .execute();
}
