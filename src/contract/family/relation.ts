import type { CalendarDay } from '../calendar-day';
import { ageOn, isMinor, OF_AGE, OWN_CONSENT_AGE, reaches } from '../person/age';

/** What one may do for another: show their code, file for them, read what was filed. */
export const familyActs = ['show', 'file', 'read'] as const;
export type FamilyAct = (typeof familyActs)[number];

/** `guardian` 监护: for a child, until eighteen. `helper` 亲情代办: for an adult, by their own yes. */
export const familyKinds = ['guardian', 'helper'] as const;
export type FamilyKind = (typeof familyKinds)[number];

/** `asked`: the community has yet to see the child. What ended is no relation any more. */
export const familyStates = ['asked', 'active'] as const;
export type FamilyState = (typeof familyStates)[number];

/** What the rules need to know of one acting for another. */
export interface Relation {
  kind: FamilyKind;
  state: FamilyState;
  /** A helper's. A guardian may everything. */
  may: readonly FamilyAct[];
  /** Of the person acted for; known of minors only. */
  bornOn: CalendarDay | null;
}

/** A person, as far as age goes. A birth date is kept of minors only: who is confirmed without one is of age. */
export interface Aged {
  confirmed: boolean;
  bornOn: CalendarDay | null;
}

/** The first day on which a guardian is none any more; null for a helper, whose part ends when it is ended. */
export const endsOn = ({ kind, bornOn }: Pick<Relation, 'kind' | 'bornOn'>): CalendarDay | null =>
  kind === 'guardian' && bornOn !== null ? reaches(OF_AGE, bornOn) : null;

/** Whether it stands on a day. A guardian of somebody without a birth date guards no minor. */
export function stands(relation: Relation, today: CalendarDay): boolean {
  if (relation.kind === 'helper') return true;
  const end = endsOn(relation);
  return end !== null && today < end;
}

/** Whether one may do this for the other on this day. */
export const allows = (relation: Relation, act: FamilyAct, today: CalendarDay): boolean =>
  relation.state === 'active' &&
  stands(relation, today) &&
  (relation.kind === 'guardian' || relation.may.includes(act));

/** What one may do at all: a helper what was chosen, a guardian everything. */
export const actsOf = ({ kind, may }: Pick<Relation, 'kind' | 'may'>): FamilyAct[] =>
  kind === 'guardian' ? [...familyActs] : familyActs.filter((act) => may.includes(act));

export const isOfAge = ({ confirmed, bornOn }: Aged, today: CalendarDay): boolean =>
  confirmed && (bornOn === null || !isMinor(bornOn, today));

/** Why the community cannot make somebody the guardian of a child, if it cannot. */
export function refuseGuardian(
  guardian: Aged,
  child: { bornOn: CalendarDay; agrees: boolean },
  today: CalendarDay,
): 'guardian-not-of-age' | 'not-a-child' | 'child-consent-required' | undefined {
  if (!isOfAge(guardian, today)) return 'guardian-not-of-age';
  if (!isMinor(child.bornOn, today)) return 'not-a-child';
  // Under fourteen the guardian consents; from then on beside the child.
  if (ageOn(child.bornOn, today) >= OWN_CONSENT_AGE && !child.agrees) return 'child-consent-required';
  return undefined;
}

/** Why somebody's yes to a helper does not count, if it does not: an adult says it, to somebody the community has seen. */
export function refuseHelper(
  helper: Aged,
  helped: { bornOn: CalendarDay | null },
  today: CalendarDay,
): 'name-not-confirmed' | 'not-in-family' | undefined {
  if (!helper.confirmed) return 'name-not-confirmed';
  return helped.bornOn !== null && isMinor(helped.bornOn, today) ? 'not-in-family' : undefined;
}
