import { type TSchema, Type } from '@sinclair/typebox';
import { bodyKinds } from '../body/body';
import { attributeTypes, needGroups } from './category';

const strict = <T extends Record<string, TSchema>>(properties: T) =>
  Type.Object(properties, { additionalProperties: false });
// Not `enum`, which TypeBox's own validator does not know.
const oneOf = (values: readonly string[]) => Type.Union(values.map((value) => Type.Literal(value)));
const inBoth = (maxLength: number) => {
  const words = Type.String({ minLength: 1, maxLength, pattern: '\\S' });
  return strict({ zh: words, en: words });
};
const Name = inBoth(60);
const Words = inBoth(300);
const Code = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 });

const Contact = strict({
  name: Name,
  call: Type.Optional(Type.String({ pattern: '^\\+?[0-9]([0-9 -]{1,18})[0-9]$' })),
  hours: Type.Optional(Words),
  where: Type.Optional(Words),
});
// More than a working week in hours, or a quarter in days, is a wish and no limit.
const Limit = Type.Union([
  strict({ hours: Type.Number({ exclusiveMinimum: 0, maximum: 40 }) }),
  strict({ days: Type.Integer({ minimum: 1, maximum: 60 }) }),
]);
const Danger = strict({ text: Words, call: oneOf(['110', '119', '120']) });
const AnsweredBy = Type.Array(oneOf(bodyKinds), { minItems: 1, uniqueItems: true });
const Choice = strict({
  key: Code,
  name: Name,
  danger: Type.Optional(Danger),
});
const Attribute = strict({
  code: Code,
  datatype: oneOf(attributeTypes),
  required: Type.Boolean(),
  text: Words,
  choices: Type.Optional(Type.Array(Choice, { maxItems: 30 })),
});
const entry = {
  code: Code,
  name: Name,
  hint: Words,
  group: oneOf(needGroups),
  words: Type.Array(Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' }), {
    minItems: 1,
    maxItems: 40,
    uniqueItems: true,
  }),
  source: strict({
    title: Words,
    url: Type.Optional(Type.String({ pattern: '^https://\\S+$', maxLength: 500 })),
  }),
};

/** The shape of an entry by its kind, for whoever writes one; what it means is looked at by `checkCatalogue`. */
export const entrySchemas = {
  grid: strict({
    ...entry,
    kind: Type.Literal('grid'),
    attributes: Type.Array(Attribute, { minItems: 1, maxItems: 20 }),
    place: oneOf(['required', 'none']),
    scope: oneOf(['public', 'private']),
    anonymous: Type.Boolean(),
    near: Type.Optional(
      strict({
        metres: Type.Number({ exclusiveMinimum: 0, maximum: 500 }),
        days: Type.Integer({ minimum: 1, maximum: 90 }),
      }),
    ),
    visit: Type.Optional(Type.Boolean()),
    callback: Type.Optional(Type.Boolean()),
    danger: Type.Optional(Danger),
    photos: Type.Integer({ minimum: 0, maximum: 9 }),
    photoHint: Type.Optional(Words),
    accept: Limit,
    resolve: Limit,
  }),
  referral: strict({
    ...entry,
    kind: Type.Literal('referral'),
    why: Words,
    contacts: Type.Array(Contact, { minItems: 1, maxItems: 9 }),
    answeredBy: Type.Optional(AnsweredBy),
    danger: Type.Optional(Danger),
  }),
  council: strict({
    ...entry,
    kind: Type.Literal('council'),
    why: Words,
    body: Contact,
    meets: Words,
    answeredBy: Type.Optional(AnsweredBy),
  }),
} as const;

/** Said on the phone and kept in requests: a date, or a place and a number. */
export const versionPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/;
