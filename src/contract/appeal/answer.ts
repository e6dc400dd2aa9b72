import { type CalendarDay, dayAt } from '../calendar-day';
import type { ColourReason, Decision } from '../health-rules/decision';
import type { AppealEvent } from './lifecycle';

/** How an appeal came: by the person, by a guardian or helper, or carried to the desk with the person's say. */
export const appealWays = ['self', 'family', 'desk'] as const;
export type AppealWay = (typeof appealWays)[number];

/**
 * What is done where an appeal is granted. Nobody sets a colour: a wrong fact is taken away; what is not a fact against
 * this person alone (a level, a rule, a city's fact) is changed by whoever answers for it, and the answer says who.
 */
export const remedies = ['fact-removal', 'elsewhere'] as const;
export type Remedy = (typeof remedies)[number];

/** Whether a reason is still there in a fresh decision. */
export const reasonStands = (
  { rule, factId }: Pick<ColourReason, 'rule' | 'factId'>,
  { reasons }: Pick<Decision, 'reasons'>,
): boolean => reasons.some((reason) => reason.rule === rule && reason.factId === factId);

export interface AppealContent {
  words?: string | undefined;
  photos: readonly string[];
  remedy?: Remedy | undefined;
}

const speaking: readonly AppealEvent[] = ['file', 'add'];
const explained: readonly AppealEvent[] = ['ask', 'grant', 'refuse'];

/** What a step lacks to mean anything: an appeal that says nothing, an answer without its why. */
export function missingInAppeal(
  event: AppealEvent,
  { words, photos, remedy }: AppealContent,
): 'words' | 'remedy' | undefined {
  const silent = !words?.trim();
  if (explained.includes(event) && silent) return 'words';
  if (speaking.includes(event) && silent && photos.length === 0) return 'words';
  return event === 'grant' && remedy === undefined ? 'remedy' : undefined;
}

/** 行政复议法 Administrative Reconsideration Law, art. 20: sixty days from the day one knew of the act. */
const reviewDays = 60;

/** The last day on which a refusal can be taken to administrative reconsideration. */
export const reviewUntil = (refusedAt: number): CalendarDay => dayAt(refusedAt + reviewDays * 24 * 3_600_000);
