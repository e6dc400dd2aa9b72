import type { RequestEvent, RequestRole, RequestState } from '../service-request/lifecycle';
import { outcomeOf, type OutcomeStep } from '../service-request/duplicates';
import type { Bilingual } from '../text';
import { STALE_AFTER_MS } from './kind';

/** What is worth a nudge, and how it is called in one: five Han characters at most. The rest is told in the app. */
export const nudgedEvents: Readonly<Partial<Record<RequestEvent, Bilingual>>> = {
  accept: { zh: '已接单', en: 'Taken' },
  assign: { zh: '已转给别人', en: 'Handed over' },
  ask: { zh: '等你回话', en: 'Asks you something' },
  reply: { zh: '有新回复', en: 'New reply' },
  refer: { zh: '归别处管', en: 'Another body’s' },
  resolve: { zh: '等你确认', en: 'Done? Say so' },
  escalate: { zh: '升到上一级', en: 'One level up' },
  'time-out': { zh: '到时办结', en: 'Closed by time' },
};

export interface NudgedStep extends OutcomeStep {
  seq: number;
  event: RequestEvent;
  role: RequestRole;
  state: RequestState;
  actorId: string | null;
  at: Date;
}

/**
 * The step somebody is nudged about, if any: the last that is worth it. Whoever acted since has seen it, and nobody is
 * told what they did themself.
 * @param sees `outcome`: one who joined, and hears what came of it only
 */
export function stepToTell<T extends NudgedStep>(
  timeline: readonly T[],
  { personId, sees, now }: { personId: string; sees: 'all' | 'outcome'; now: Date },
): T | undefined {
  const seen = Math.max(...timeline.map(({ actorId }, at) => (actorId === personId ? at : -1)), -1);
  const told = sees === 'all' ? timeline : outcomeOf(timeline).map(({ step }) => step);
  const last = told.filter(({ event }) => nudgedEvents[event] !== undefined).at(-1);
  if (!last || timeline.indexOf(last) <= seen) return undefined;
  return now.getTime() - last.at.getTime() < STALE_AFTER_MS ? last : undefined;
}
