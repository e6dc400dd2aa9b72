import { type CalendarDay, dayAt, startOf } from '../calendar-day';
import type { EnteredFact } from '../proposal/act';
import type { Bilingual } from '../text';
import type { Symptom } from './symptoms';

/** What somebody says of their own health, or a guardian of a child's. */
export interface Answers {
  /** None: feeling well. */
  symptoms: readonly Symptom[];
  /** °C, one decimal; with a fever, and only then. */
  temperature?: number;
  /** The first day of the symptoms; where there are some, and only then. */
  onsetOn?: CalendarDay;
  /** Close contact with somebody known to be infected. */
  contact: boolean;
  /** The last day of it; where there was one, and only then. */
  contactOn?: CalendarDay;
  /** Where one has stayed, and the last day there: region codes. May be left out. */
  places?: readonly { node: string; on: CalendarDay }[];
}

/** A declaration speaks of today and the days before it, so many in all; and stands as long itself. */
export const DECLARED_DAYS = 14;
const dayMs = 86_400_000;

export interface AnswerFault {
  /** JSON Pointer into the answers. */
  pointer: string;
  reason: string;
}

/** What does not fit together, or is not of the last days; empty when all is well. */
export function faultsOf(answers: Answers, now: number): AnswerFault[] {
  const faults: AnswerFault[] = [];
  const [first, today] = [dayAt(now - (DECLARED_DAYS - 1) * dayMs), dayAt(now)];
  const together = (pointer: string, given: boolean, asked: boolean): void => {
    if (given !== asked) faults.push({ pointer, reason: asked ? 'missing' : 'not asked for' });
  };
  const recent = (pointer: string, day: CalendarDay | undefined): void => {
    if (day !== undefined && (day > today || day < first))
      faults.push({ pointer, reason: `not within the last ${DECLARED_DAYS} days` });
  };
  together('/temperature', answers.temperature !== undefined, answers.symptoms.includes('fever'));
  together('/onsetOn', answers.onsetOn !== undefined, answers.symptoms.length > 0);
  together('/contactOn', answers.contactOn !== undefined, answers.contact);
  if (answers.temperature !== undefined && Number(answers.temperature.toFixed(1)) !== answers.temperature)
    faults.push({ pointer: '/temperature', reason: 'more than one decimal' });
  recent('/onsetOn', answers.onsetOn);
  recent('/contactOn', answers.contactOn);
  answers.places?.forEach(({ on }, at) => recent(`/places/${at}/on`, on));
  return faults;
}

/** Which answer a fact comes from; of places, the node says which. */
export type AnswerName = 'symptoms' | 'contact' | 'place';

export interface DeclaredFact {
  answer: AnswerName;
  fact: EnteredFact;
}

const own: Bilingual = { zh: '你自己填的', en: 'Your own declaration' };
const guardians: Bilingual = { zh: '监护人填的', en: "A guardian's declaration" };

/**
 * The facts that answers without faults amount to; feeling well amounts to none.
 * @param nameOf a place in words
 * @param byGuardian who wrote it
 */
export function factsOf(
  answers: Answers,
  { now, nameOf, byGuardian }: { now: number; nameOf: (node: string) => string; byGuardian: boolean },
): DeclaredFact[] {
  const from = byGuardian ? guardians : own;
  const { symptoms, temperature, onsetOn, contactOn, places = [] } = answers;
  const has = (symptom: Symptom): boolean => symptoms.includes(symptom);
  /** A day is all that is known: rules that count from the last moment of a stay or contact count from its end. */
  const endOf = (day: CalendarDay): number => Math.min(startOf(day) + dayMs - 1, now);
  const fact = (
    answer: AnswerName,
    kind: string,
    since: number,
    values: EnteredFact['values'] = {},
  ): DeclaredFact => ({ answer, fact: { kind, values, from, since: new Date(since).toISOString() } });

  return [
    ...(onsetOn === undefined
      ? []
      : [
          fact('symptoms', 'symptoms', startOf(onsetOn), {
            fever: has('fever'),
            ...(temperature === undefined ? {} : { temperature }),
            ...(has('cough') ? { cough: true } : {}),
            ...(has('breathless') ? { breathless: true } : {}),
            ...(has('tasteLost') ? { tasteLost: true } : {}),
          }),
        ]),
    ...(contactOn === undefined ? [] : [fact('contact', 'close-contact', endOf(contactOn))]),
    ...places.map(({ node, on }) =>
      fact('place', 'stay', endOf(on), { node, place: nameOf(node).slice(0, 40) }),
    ),
  ];
}
