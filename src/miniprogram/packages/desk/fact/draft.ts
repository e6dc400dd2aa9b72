import { type CalendarDay, startOf } from '@contract/calendar-day';
import { factKind, factKinds } from '@contract/health-rules/fact-kinds';
import type { FactField, FactKind } from '@contract/health-rules/fact-kind';
import type { EnteredFact } from '@contract/proposal/act';

export type Value = EnteredFact['values'][string];

/** What an official has typed of a fact so far. */
export interface Draft {
  kind: string | undefined;
  /** An `instant` as days after the fact began: it moves with that day. */
  values: Readonly<Record<string, Value | undefined>>;
  on: CalendarDay | undefined;
  zh: string;
  en: string;
  reason: string;
}
export const nothingTyped: Draft = {
  kind: undefined,
  values: {},
  on: undefined,
  zh: '',
  en: '',
  reason: '',
};

/** What officials may enter; the rest is for the person to say, or for a city. */
export const officialKinds = factKinds.filter(({ sources }) => sources.includes('official'));

const dayMs = 86_400_000;
const rfc3339 = (moment: number): string => new Date(moment).toISOString();

/** A value as it is typed: an empty one is none, a number that is no number is none either. */
export function typedValue(field: FactField, typed: string): string | number | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  if (field.type !== 'number') return text;
  const number = Number(text);
  return number >= field.min && number <= field.max ? number : undefined;
}

/** When a day that was chosen counts from: its start, or its end where the last moment counts, which is no later than now. */
function beginning(on: CalendarDay, { lastDay }: FactKind, now: number): number {
  const start = startOf(on);
  return lastDay ? Math.max(start, Math.min(start + dayMs - 1, now)) : start;
}

/** The fact and why it is entered, as the server takes them; undefined while something is missing. */
export function enteredFact(draft: Draft, now: number): { fact: EnteredFact; reason: string } | undefined {
  const known = factKind(draft.kind ?? '');
  const [zh, en, reason] = [draft.zh.trim(), draft.en.trim(), draft.reason.trim()];
  if (!known || !draft.on || zh === '' || en === '' || reason === '') return undefined;
  const since = beginning(draft.on, known, now);
  const values: Record<string, Value> = {};
  for (const [name, field] of Object.entries(known.fields)) {
    const value = draft.values[name];
    if (value !== undefined)
      values[name] = field.type === 'instant' ? rfc3339(since + Number(value) * dayMs) : value;
    else if (field.required) return undefined;
  }
  return { fact: { kind: known.kind, values, from: { zh, en }, since: rfc3339(since) }, reason };
}
