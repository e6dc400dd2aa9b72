import type { DeclarationAnswers } from '@contract/api';
import type { CalendarDay } from '@contract/calendar-day';
import { type Symptom, symptomCodes } from '@contract/declaration/symptoms';

/** A declaration as it is being filled in. */
export interface Draft {
  /** `none` says that there are none; nothing chosen says nothing yet. */
  symptoms: readonly (Symptom | 'none')[];
  /** As typed. */
  temperature: string;
  onsetOn?: CalendarDay | undefined;
  contact?: boolean | undefined;
  contactOn?: CalendarDay | undefined;
  places: readonly { node: string; name: string; on: CalendarDay }[];
}

export const emptyDraft: Draft = { symptoms: [], temperature: '', places: [] };

/** `none` and a symptom do not go together: what was chosen last stands. */
export function withSymptoms(draft: Draft, chosen: readonly string[]): Draft {
  const none = chosen.includes('none') && !draft.symptoms.includes('none');
  const symptoms = symptomCodes.filter((code) => chosen.includes(code));
  return { ...draft, symptoms: none ? ['none'] : symptoms };
}

/** 38.2, 38.2℃ or 38，2: what people type. Undefined while it is no temperature of a person. */
export function degreesOf(typed: string): number | undefined {
  const text = typed
    .trim()
    .replace(/\s*(℃|°C|度)$/i, '')
    .replace(/[,，。]/, '.');
  const degrees = Math.round(Number(text) * 10) / 10;
  return text !== '' && degrees >= 34 && degrees <= 43 ? degrees : undefined;
}

/** What would be sent; undefined while something is missing. */
export function answersOf(draft: Draft): DeclarationAnswers | undefined {
  const { contact, contactOn, onsetOn, places } = draft;
  if (draft.symptoms.length === 0 || contact === undefined) return undefined;
  const symptoms = symptomCodes.filter((code) => draft.symptoms.includes(code));
  const temperature = degreesOf(draft.temperature);
  const fever = symptoms.includes('fever');
  if ((fever && temperature === undefined) || (symptoms.length > 0 && !onsetOn) || (contact && !contactOn))
    return undefined;
  return {
    symptoms,
    ...(fever && temperature !== undefined ? { temperature } : {}),
    ...(symptoms.length > 0 && onsetOn ? { onsetOn } : {}),
    contact,
    ...(contact && contactOn ? { contactOn } : {}),
    ...(places.length > 0 ? { places: places.map(({ node, on }) => ({ node, on })) } : {}),
  };
}

/** What was declared, to amend it. @param nameOf of a place */
export const draftOf = (answers: DeclarationAnswers, nameOf: (node: string) => string): Draft => ({
  symptoms: answers.symptoms.length === 0 ? ['none'] : answers.symptoms,
  temperature: answers.temperature === undefined ? '' : String(answers.temperature),
  onsetOn: answers.onsetOn,
  contact: answers.contact,
  contactOn: answers.contactOn,
  places: (answers.places ?? []).map(({ node, on }) => ({ node, name: nameOf(node), on })),
});
