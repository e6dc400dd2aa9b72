import type { BodyKind } from '../body/body';
import type { Bilingual } from '../text';
import type { WorkingLimit } from '../working-time/reckon';

/** Open311 GeoReport v2 attribute types. */
export const attributeTypes = [
  'string',
  'number',
  'datetime',
  'text',
  'singlevaluelist',
  'multivaluelist',
] as const;
export type AttributeType = (typeof attributeTypes)[number];

export interface Choice {
  /** Stable key, kept in the request. */
  key: string;
  name: Bilingual;
  /** Said at once when this is chosen: danger first, before anything is sent. */
  danger?: Danger;
}

/** What to do before anything else, and whom to call. */
export interface Danger {
  text: Bilingual;
  call: '110' | '119' | '120';
}

/** A question of a category. `code` is unique within it. */
export interface Attribute {
  code: string;
  datatype: AttributeType;
  required: boolean;
  text: Bilingual;
  choices?: readonly Choice[];
}

/** How a responsible body is reached. */
export interface Contact {
  name: Bilingual;
  call?: string;
  hours?: Bilingual;
  where?: Bilingual;
}

/** Where an entry comes from: a law, a rule, or what a community is asked for every day. */
export interface Source {
  title: Bilingual;
  /** Where it can be read, https. */
  url?: string;
}

interface EntryBase {
  /** Open311 service_code: stable, kebab-case. */
  code: string;
  name: Bilingual;
  /** One line under the name. */
  hint: Bilingual;
  group: NeedGroup;
  /** Other words people use for it. */
  words: readonly string[];
  source: Source;
}

/** Handled by the grid's team. */
export interface GridCategory extends EntryBase {
  kind: 'grid';
  attributes: readonly Attribute[];
  place: 'required' | 'none';
  /** Where it lies: what is reported in a public place may be shown to neighbours, what is private never. */
  scope: 'public' | 'private';
  /** May be filed without one's name: the team and officers never see whose it is. */
  anonymous: boolean;
  /** Public places only: what lies so near in place and time is asked about first, "already reported; join?". */
  near?: { metres: number; days: number };
  /** A home visit with a time can be part of it. */
  visit?: boolean;
  /** A number to be called on is asked for, once and for this alone. */
  callback?: boolean;
  /** Said first of all. */
  danger?: Danger;
  /** At most so many, 0–9. */
  photos: number;
  /** What to photograph, and what not. */
  photoHint?: Bilingual;
  accept: WorkingLimit;
  resolve: WorkingLimit;
}

/** Not the grid's remit: who is responsible, why, and how to reach them. Nothing is filed. */
export interface ReferralCategory extends EntryBase {
  kind: 'referral';
  why: Bilingual;
  contacts: readonly Contact[];
  /** Bodies of the place that are responsible; where a county has listed one, it is shown instead of the contacts. */
  answeredBy?: readonly BodyKind[];
  /** Said first of all. */
  danger?: Danger;
}

/** A matter for residents' self-government: the body's contact and meeting, never a work order. */
export interface CouncilCategory extends EntryBase {
  kind: 'council';
  why: Bilingual;
  body: Contact;
  meets: Bilingual;
  /** Bodies of the place that decide it; where a county has listed one, it is shown instead of `body`. */
  answeredBy?: readonly BodyKind[];
}

export type Category = GridCategory | ReferralCategory | CouncilCategory;

/** What a resident needs, as the tiles of the services page name it. */
export const needGroups = [
  'home-help',
  'stairs',
  'hazard',
  'dispute',
  'rental',
  'policy',
  'referral',
  'council',
] as const;
export type NeedGroup = (typeof needGroups)[number];

export interface Catalogue {
  version: string;
  categories: readonly Category[];
}

export type Answer = string | number | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;

export type AnswerFault = {
  code: string;
  reason: 'missing' | 'unknown-question' | 'wrong-type' | 'unknown-choice' | 'too-long';
};

/** RFC 3339, as the API's own instants; a day alone (ISO 8601) will do. */
const isDateTime = (value: string): boolean =>
  /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(value) &&
  !Number.isNaN(Date.parse(value));
const maxText = 4000; // Open311: description ≤ 4,000 characters

function faultOf(attribute: Attribute, answer: Answer): AnswerFault['reason'] | undefined {
  const keys = attribute.choices?.map((choice) => choice.key) ?? [];
  switch (attribute.datatype) {
    case 'number':
      return typeof answer === 'number' && Number.isFinite(answer) ? undefined : 'wrong-type';
    case 'string':
    case 'text':
      if (typeof answer !== 'string') return 'wrong-type';
      return answer.length > maxText ? 'too-long' : undefined;
    case 'datetime':
      return typeof answer === 'string' && isDateTime(answer) ? undefined : 'wrong-type';
    case 'singlevaluelist':
      if (typeof answer !== 'string') return 'wrong-type';
      return keys.includes(answer) ? undefined : 'unknown-choice';
    case 'multivaluelist':
      if (!Array.isArray(answer)) return 'wrong-type';
      return answer.every((key) => keys.includes(key)) ? undefined : 'unknown-choice';
  }
}

const isEmpty = (answer: Answer | undefined): boolean =>
  answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0);

/** Asked for in words of one's own, which can be spoken as well. */
export const isInWords = ({ datatype }: Pick<Attribute, 'datatype'>): boolean =>
  datatype === 'string' || datatype === 'text';

/**
 * Everything wrong with the answers to a category's own questions; empty when all is well.
 * @param spoken a voice note is there that stands for what is asked for in words (`standsForWords`)
 */
export function checkAnswers(
  category: GridCategory,
  answers: Answers,
  { spoken = false }: { spoken?: boolean } = {},
): AnswerFault[] {
  const known = new Set(category.attributes.map((attribute) => attribute.code));
  const strangers = Object.keys(answers)
    .filter((code) => !known.has(code))
    .map((code): AnswerFault => ({ code, reason: 'unknown-question' }));
  const faults = category.attributes.flatMap((attribute): AnswerFault[] => {
    const answer = answers[attribute.code];
    if (answer === undefined || isEmpty(answer))
      return attribute.required && !(spoken && isInWords(attribute))
        ? [{ code: attribute.code, reason: 'missing' }]
        : [];
    const reason = faultOf(attribute, answer);
    return reason ? [{ code: attribute.code, reason }] : [];
  });
  return [...strangers, ...faults];
}

/** The dangers that the answers call for, in the order of the questions. */
export function dangersOf(category: GridCategory, answers: Answers): Danger[] {
  return category.attributes.flatMap((attribute) => {
    const answer = answers[attribute.code];
    const chosen = Array.isArray(answer) ? answer : [answer];
    return (attribute.choices ?? [])
      .filter((choice) => chosen.includes(choice.key))
      .flatMap((choice) => choice.danger ?? []);
  });
}
