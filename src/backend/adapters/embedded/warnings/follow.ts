import type { FeedEntry } from '@contract/cap/feed';
import { createHash } from 'node:crypto';
import type { Clock } from '../../../ports/clock';
import type { WarningCentre } from '../../../ports/warning-centre';
import type { Warnings } from '../../../ports/warnings';
import type { Unit } from '../database/unit';

export const WARNING_FEEDS = 'warning-feeds';

/** Files in one run, and failures in a row: the rest waits for the next minute. */
const AT_ONCE = 100;
const PATIENCE = 3;
/** Failures of one file: about two days. */
const MOST_ATTEMPTS = 40;
const minuteMs = 60_000;
const pauseAfter = (attempts: number): number => Math.min(2 ** (attempts - 1), 90) * minuteMs;

const entryOf = ({ key }: FeedEntry): Buffer => createHash('sha256').update(key).digest();

/**
 * Reads each centre's feed and takes what it names that has not been taken: once for each entry, however often it is
 * named; what cannot be fetched is tried again, later and later.
 */
export function createWarningFollowing({
  unit,
  clock,
  centres,
  warnings,
  onFault,
}: {
  unit: Unit;
  clock: Clock;
  centres: readonly WarningCentre[];
  warnings: Pick<Warnings, 'take'>;
  onFault(what: string): void;
}): () => Promise<void> {
  /** Those whose turn it is, the oldest first: a feed begins with its newest. */
  async function waiting(feed: string, entries: readonly FeedEntry[]) {
    const byEntry = new Map(entries.map((entry) => [entryOf(entry).toString('hex'), entry]));
    if (byEntry.size === 0) return [];
    const rows = await unit.db
      .selectFrom('warning_entry')
      .select(['entry', 'attempts', 'next_at'])
      .where('feed', '=', feed)
      .where('entry', 'in', entries.map(entryOf))
      .execute();
    const known = new Map(rows.map((row) => [Buffer.from(row.entry).toString('hex'), row]));
    const now = clock.now();
    return [...byEntry]
      .filter(([id]) => {
        const row = known.get(id);
        return !row || (row.next_at !== null && row.next_at <= now);
      })
      .map(([id, entry]) => ({ entry, attempts: known.get(id)?.attempts ?? 0 }))
      .reverse();
  }

  async function note(feed: string, entry: FeedEntry, attempts: number, next_at: Date | null): Promise<void> {
    const seen = { attempts, next_at, seen_at: clock.now() };
    await unit.db
      .insertInto('warning_entry')
      .values({ feed, entry: entryOf(entry), ...seen })
      .onConflict((again) => again.columns(['feed', 'entry']).doUpdateSet(seen))
      .execute();
  }

  /** @returns whether it is done with, one way or the other */
  async function take(centre: WarningCentre, entry: FeedEntry): Promise<boolean> {
    const file = await centre.file(entry.link);
    if (!file.ok) return file.failure === 'elsewhere';
    try {
      const taken = await warnings.take(file.value, centre.name);
      if (taken.what === 'quarantined')
        onFault(`warning feed ${centre.name}: an alert is put aside: ${taken.reasons.join('; ')}`);
      return true;
    } catch (error) {
      onFault(`warning feed ${centre.name}: an alert could not be taken: ${String(error)}`);
      return false;
    }
  }

  async function follow(centre: WarningCentre): Promise<void> {
    const entries = await centre.entries();
    if (!entries.ok) return;
    let inVain = 0;
    for (const { entry, attempts } of (await waiting(centre.name, entries.value)).slice(0, AT_ONCE)) {
      const done = await take(centre, entry);
      const tried = attempts + 1;
      const again =
        done || tried >= MOST_ATTEMPTS ? null : new Date(clock.now().getTime() + pauseAfter(tried));
      await note(centre.name, entry, tried, again);
      inVain = done ? 0 : inVain + 1;
      if (inVain >= PATIENCE) return;
    }
  }

  return async () => {
    for (const centre of centres) await follow(centre);
  };
}
