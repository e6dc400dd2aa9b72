import { stateCouncilCalendar, type WorkCalendar } from '@contract/working-time/calendar';
import { type PublishedYear, withYears } from '@contract/working-time/published-year';
import { sql } from 'kysely';
import type { Clock } from '../../../ports/clock';
import type { WorkCalendars } from '../../../ports/work-calendars';
import type { Unit } from '../database/unit';

/** Years brought by file, in the deployment's own database, over those this software comes with. */
export function createWorkCalendars(unit: Unit, clock: Clock): WorkCalendars {
  // The same calendar as long as nothing was brought: it is asked for at every step of every request.
  let last: { mark: string; calendar: WorkCalendar } | undefined;
  const years = () => unit.db.selectFrom('published_year');
  const brought = async (): Promise<PublishedYear[]> => {
    const rows = await years().select('content').orderBy('year', 'desc').execute();
    return rows.map(({ content }) => content);
  };

  return {
    brought,
    async inForce() {
      const { count, latest } = await years()
        .select((eb) => [eb.fn.countAll<string>().as('count'), eb.fn.max('brought_at').as('latest')])
        .executeTakeFirstOrThrow();
      const mark = `${count} ${latest?.getTime() ?? ''}`;
      if (last?.mark !== mark) last = { mark, calendar: withYears(stateCouncilCalendar, await brought()) };
      return last.calendar;
    },
    async put(year) {
      const content = JSON.stringify(year);
      const written = await unit.db
        .insertInto('published_year')
        .values({ year: year.year, content, brought_at: clock.now() })
        .onConflict((of) =>
          of
            .column('year')
            .doUpdateSet({ content, brought_at: clock.now() })
            .where(sql<boolean>`published_year.content <> excluded.content`),
        )
        .returning('year')
        .execute();
      return written.length > 0;
    },
  };
}
