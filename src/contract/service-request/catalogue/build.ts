import type { Attribute, Choice, GridCategory } from '../category';

/** Short hands for writing the catalogue: Chinese first, then English. */
export const choice = (key: string, zh: string, en: string, danger?: Choice['danger']): Choice => ({
  key,
  name: { zh, en },
  ...(danger ? { danger } : {}),
});

/** A danger that an answer calls for, and the number to call before anything is sent. */
export const danger = (
  call: NonNullable<Choice['danger']>['call'],
  zh: string,
  en: string,
): NonNullable<Choice['danger']> => ({ text: { zh, en }, call });

const question =
  (datatype: Attribute['datatype'], required: boolean) =>
  (code: string, zh: string, en: string, choices?: readonly Choice[]): Attribute => ({
    code,
    datatype,
    required,
    text: { zh, en },
    ...(choices ? { choices } : {}),
  });

export const oneOf = question('singlevaluelist', true);
export const optionalOneOf = question('singlevaluelist', false);
export const manyOf = question('multivaluelist', true);
export const line = question('string', true);
export const paragraph = question('text', true);
export const optionalDay = question('datetime', false);
export const number = question('number', true);

type Setting = Pick<
  GridCategory,
  'kind' | 'place' | 'scope' | 'anonymous' | 'near' | 'visit' | 'photos' | 'photoHint'
>;

/** Lies where everybody passes: reported without a name too, and joined by who saw the same. */
export const inPublic = {
  kind: 'grid',
  place: 'required',
  scope: 'public',
  anonymous: true,
  near: { metres: 50, days: 14 },
  photos: 9,
  photoHint: { zh: '拍东西和位置，别拍到人', en: 'The thing and where it is, not people' },
} as const satisfies Setting;

/** The team comes to the door, by a time. */
export const atTheDoor = {
  kind: 'grid',
  place: 'required',
  scope: 'private',
  anonymous: false,
  visit: true,
  photos: 0,
} as const satisfies Setting;

/** The same, where a picture says what to bring. */
export const atTheDoorSeen = {
  ...atTheDoor,
  photos: 9,
  photoHint: { zh: '只拍要看的地方，别拍到人', en: 'Only what is to be looked at, not people' },
} as const satisfies Setting;

/** A word is enough: nobody comes, and no place is asked. */
export const byWord = {
  kind: 'grid',
  place: 'none',
  scope: 'private',
  photos: 3,
  photoHint: {
    zh: '可以拍通知、表格，把号码遮住',
    en: 'A letter or form, with its numbers covered',
  },
} as const satisfies Omit<Setting, 'anonymous'>;

/** Limits to start from, in working time; a county sets its own. */
export const limits = {
  sameDay: { accept: { hours: 1 }, resolve: { hours: 4 } },
  call: { accept: { hours: 2 }, resolve: { hours: 2 } },
  help: { accept: { hours: 4 }, resolve: { days: 3 } },
  complaint: { accept: { hours: 4 }, resolve: { days: 13 } },
  hazard: { accept: { hours: 2 }, resolve: { days: 1 } },
  dirtyRoad: { accept: { hours: 1 }, resolve: { hours: 5 } },
  structure: { accept: { hours: 4 }, resolve: { days: 15 } },
} as const satisfies Record<string, Pick<GridCategory, 'accept' | 'resolve'>>;
