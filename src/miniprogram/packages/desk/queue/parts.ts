import type { RequestSummary } from '@contract/api';
import type { QueuePart } from '@contract/service-request/handling';
import { urgencyOf } from '../../../due';

/** The parts of a queue, as the server has them too: read from the phone's copy, so that they open without a network. */
export const parts: Readonly<Record<QueuePart, (request: RequestSummary, now: number) => boolean>> = {
  unowned: ({ ownerMaskedName }) => ownerMaskedName === null,
  mine: ({ mine }) => mine === true,
  overdue: ({ due }, now) => due !== null && urgencyOf(due, now) === 'over',
  waiting: ({ state }) => state === 'waiting',
  up: ({ up }) => up === true,
};

/** What passes first comes first; what stands for the resident, and what has ended, last. */
export const byClock = (now: number) => (a: RequestSummary, b: RequestSummary) => rank(a, now) - rank(b, now);
const rank = ({ due }: RequestSummary, now: number): number =>
  !due || urgencyOf(due, now) === 'standing' ? Number.MAX_SAFE_INTEGER : Date.parse(due.at);
