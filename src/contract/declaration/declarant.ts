import type { CalendarDay } from '../calendar-day';
import { ageOn, OWN_CONSENT_AGE } from '../person/age';

/**
 * Why somebody may not declare, if they may not. People speak for themselves from fourteen; a guardian for a child; nobody
 * else for anybody, whatever else they help with or serve.
 * @param guards whether the caller is a guardian of the person today
 */
export function refuseDeclarant(
  callerId: string,
  person: { id: string; bornOn: CalendarDay | null },
  guards: boolean,
  today: CalendarDay,
): 'guardian-declares' | 'not-in-family' | undefined {
  if (callerId !== person.id) return guards ? undefined : 'not-in-family';
  const tooYoung = person.bornOn !== null && ageOn(person.bornOn, today) < OWN_CONSENT_AGE;
  return tooYoung ? 'guardian-declares' : undefined;
}
