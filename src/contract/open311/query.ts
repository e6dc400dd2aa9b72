import { fault, type Fault } from './fault';
import { readMoment } from './moment';
import type { Read } from './posted';

const dayMs = 86_400_000;
/** The standard's limits: a span of so many days, so many requests. */
export const MOST_DAYS = 90;
export const MOST_REQUESTS = 1000;
/** A page number beyond it is no question that anybody asks. */
const MOST_PAGES = 1000;

/** Moments are epoch ms, both included. */
export interface Span {
  from: number;
  until: number;
}

/** Which requests are asked for. */
export type FeedQuery =
  | { ids: string[] }
  | {
      /** Service codes; all where there are none. */
      codes?: string[];
      open?: boolean;
      requested?: Span;
      /** Beyond the standard: by when they last changed, the longest ago first. */
      updated?: Span;
      page: number;
      pageSize: number;
    };

/** Arguments of a query by name; one that stands there several times has several values. */
export type QueryArguments = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The values of an argument: said several times, or with commas. None where it is empty or absent. */
export function valuesOf(query: QueryArguments, name: string): string[] {
  return [query[name] ?? []]
    .flat()
    .flatMap((each) => each.split(','))
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** @param now epoch ms */
export function readFeedQuery(query: QueryArguments, now: number): Read<FeedQuery> {
  const ids = valuesOf(query, 'service_request_id');
  // It overrides all other arguments.
  if (ids.length > 0)
    return { ok: true, value: { ids: [...new Set(ids.filter(isId))].slice(0, MOST_REQUESTS) } };
  const faults: Fault[] = [];
  const codes = valuesOf(query, 'service_code');
  const open = openOf(valuesOf(query, 'status'), faults);
  const requested = spanOf(query, ['start_date', 'end_date'], now, faults);
  const updated = spanOf(query, ['updated_after', 'updated_before'], now, faults);
  const page = numberOf(query, 'page', MOST_PAGES, 1, faults);
  const pageSize = numberOf(query, 'page_size', MOST_REQUESTS, MOST_REQUESTS, faults);
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    value: {
      page,
      pageSize,
      ...(codes.length > 0 ? { codes } : {}),
      ...(open === undefined ? {} : { open }),
      ...(requested ? { requested } : {}),
      ...(updated ? { updated } : {}),
      ...(requested || updated ? {} : { requested: { from: now - MOST_DAYS * dayMs, until: now } }),
    },
  };
}

function openOf(statuses: readonly string[], faults: Fault[]): boolean | undefined {
  if (statuses.some((each) => each !== 'open' && each !== 'closed'))
    faults.push(fault(400, 'status 只有 open 和 closed', 'status is open or closed'));
  const both = statuses.includes('open') && statuses.includes('closed');
  return statuses.length === 0 || both ? undefined : statuses.includes('open');
}

function spanOf(
  query: QueryArguments,
  [from, until]: readonly [string, string],
  now: number,
  faults: Fault[],
): Span | undefined {
  const read = (name: string): number | undefined => {
    const [text] = valuesOf(query, name);
    if (text === undefined) return undefined;
    const at = readMoment(text);
    if (at === undefined)
      faults.push(
        fault(
          400,
          `${name} 要写成 2026-01-01T00:00:00Z 这样，带时区`,
          `${name} needs the form 2026-01-01T00:00:00Z, with its offset`,
        ),
      );
    return at;
  };
  const [start, stop] = [read(from), read(until)];
  if (start === undefined && stop === undefined) return undefined;
  const most = MOST_DAYS * dayMs;
  // Moments are written in whole seconds: the one that is named is part of the span as a whole.
  const end = stop === undefined ? Math.min((start ?? now) + most, Math.max(now, start ?? now)) : stop + 999;
  const begin = start ?? end - most;
  if (begin > end) faults.push(fault(400, `${from} 比 ${until} 晚`, `${from} is later than ${until}`));
  else if (end - begin > most + 999)
    faults.push(
      fault(
        400,
        `${from} 到 ${until} 最多 ${MOST_DAYS} 天`,
        `${from} to ${until} may span ${MOST_DAYS} days`,
      ),
    );
  return { from: begin, until: end };
}

function numberOf(
  query: QueryArguments,
  name: string,
  most: number,
  without: number,
  faults: Fault[],
): number {
  const [text] = valuesOf(query, name);
  if (text === undefined) return without;
  const value = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > most)
    faults.push(fault(400, `${name} 是 1 到 ${most}`, `${name} is a number from 1 to ${most}`));
  return value;
}
