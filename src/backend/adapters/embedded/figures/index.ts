import { startOf } from '@contract/calendar-day';
import type { Figures as Counted } from '@contract/figures/figures';
import { sql } from 'kysely';
import type { Figures } from '../../../ports/figures';
import type { Unit } from '../database/unit';

interface CountedRow {
  /** Both null: all of it. */
  category: string | null;
  week: string | null;
  filed: number;
  in_time: number;
  overdue: number;
  reopened: number;
  not_confirmed: number;
  referred: number;
  satisfied: number;
  fair: number;
  unsatisfied: number;
  median_hours: number | null;
}

/** Counted from the requests themselves, at each question: there is no second book that could say otherwise. */
export function createFigures(unit: Unit): Figures {
  return {
    async of(node, { from, until }) {
      const { rows } = await sql<CountedRow>`
        with matter as (
          select category, state, overdue_at, rating,
            to_char(date_trunc('week', created_at at time zone 'Asia/Shanghai'), 'YYYY-MM-DD') as week,
            step.done_at, step.is_again, step.is_timed_out,
            extract(epoch from step.done_at - created_at) / 3600 as hours
          from service_request, lateral (
            select min(at) filter (where event = 'resolve') as done_at,
              coalesce(bool_or(event in ('dispute', 'reopen')), false) as is_again,
              coalesce(bool_or(event = 'time-out'), false) as is_timed_out
            from service_request_event where request_id = service_request.id
          ) step
          where node like ${`${node}%`}
            and created_at >= ${new Date(startOf(from))} and created_at < ${new Date(startOf(until))}
        )
        select category, week,
          count(*)::int as filed,
          (count(*) filter (where done_at is not null and overdue_at is null))::int as in_time,
          (count(*) filter (where overdue_at is not null))::int as overdue,
          (count(*) filter (where is_again))::int as reopened,
          (count(*) filter (where state = 'closed' and is_timed_out))::int as not_confirmed,
          (count(*) filter (where state = 'referred'))::int as referred,
          (count(*) filter (where rating = 'satisfied'))::int as satisfied,
          (count(*) filter (where rating = 'fair'))::int as fair,
          (count(*) filter (where rating = 'unsatisfied'))::int as unsatisfied,
          (percentile_cont(0.5) within group (order by hours))::float8 as median_hours
        from matter
        group by grouping sets ((category), (week), ())
        order by filed desc, category, week`.execute(unit.db);
      const all = rows.find((row) => row.category === null && row.week === null);
      return {
        total: all ? countedOf(all) : none,
        weeks: rows
          .flatMap((row) => (row.week === null ? [] : [{ week: row.week, figures: countedOf(row) }]))
          .sort((a, b) => (a.week < b.week ? -1 : 1)),
        categories: rows.flatMap((row) =>
          row.category === null ? [] : [{ category: row.category, figures: countedOf(row) }],
        ),
      };
    },
  };
}

const countedOf = (row: CountedRow): Counted => ({
  filed: row.filed,
  inTime: row.in_time,
  overdue: row.overdue,
  reopened: row.reopened,
  notConfirmed: row.not_confirmed,
  referred: row.referred,
  rated: { satisfied: row.satisfied, fair: row.fair, unsatisfied: row.unsatisfied },
  medianHours: row.median_hours,
});

const none: Counted = {
  filed: 0,
  inTime: 0,
  overdue: 0,
  reopened: 0,
  notConfirmed: 0,
  referred: 0,
  rated: { satisfied: 0, fair: 0, unsatisfied: 0 },
  medianHours: null,
};
