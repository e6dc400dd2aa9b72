import { Value } from '@sinclair/typebox/value';
import { isSelfGoverning } from '../body/body';
import type { WorkingLimit } from '../working-time/reckon';
import { asksForAPerson } from './asks-for-a-person';
import { entrySchemas, versionPattern } from './catalogue-schema';
import type { Category, Contact, CouncilCategory, GridCategory, ReferralCategory } from './category';

/**
 * What keeps a catalogue from being put in force:
 * - `shape`: how it is written; `twice`: a code or key that is there already
 * - `not-chinese`, `not-english`: a text in the wrong language
 * - `choices`: a list with fewer than two answers, or answers to what is no list
 * - `limits`: to resolve sooner than to accept
 * - `asks-for-a-person`: a service, a thing or a place can be asked for, never a person
 * - `group`: an entry among those of another kind, or what happens in a home among public places
 * - `not-public`: duplicates are shown of what lies in a public place alone
 * - `no-place`: what needs one; `not-anonymous`: what cannot do without a name
 * - `both-sides`: mediation that does not ask whether the other side wants it
 * - `unreachable`: a body that cannot be called or found; `no-number`: nobody to call at all
 * - `photos`: a word on photos where there are none
 * - `at-home`: a visit to what is no home
 * - `answered-by`: an office for what people decide themselves, or the other way round
 */
export interface CatalogueFault {
  /** JSON pointer (RFC 6901) into the file. */
  pointer: string;
  /** The code of the entry it is in, where it has one. */
  entry?: string;
  problem:
    | 'shape'
    | 'twice'
    | 'not-chinese'
    | 'not-english'
    | 'choices'
    | 'limits'
    | 'asks-for-a-person'
    | 'group'
    | 'not-public'
    | 'no-place'
    | 'not-anonymous'
    | 'both-sides'
    | 'unreachable'
    | 'no-number'
    | 'photos'
    | 'at-home'
    | 'answered-by';
  /** What was found, or is expected. */
  about: string;
}

type Fault = (pointer: string, problem: CatalogueFault['problem'], about: string) => CatalogueFault;
const fault: Fault = (pointer, problem, about) => ({ pointer, problem, about });
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Everything wrong with a catalogue; nothing for one that may be put in force. */
export function checkCatalogue(catalogue: unknown): CatalogueFault[] {
  if (!isObject(catalogue)) return [fault('', 'shape', 'an object with version and categories')];
  const { version, categories, ...more } = catalogue;
  const faults = Object.keys(more).map((name) => fault(`/${escaped(name)}`, 'shape', 'Unexpected property'));
  if (typeof version !== 'string' || !versionPattern.test(version))
    faults.push(fault('/version', 'shape', 'letters, figures, dots and hyphens, at most 60'));
  if (!Array.isArray(categories) || categories.length === 0)
    return [...faults, fault('/categories', 'shape', 'a list of entries, at least one')];
  const entries = categories as readonly unknown[];
  return [
    ...faults,
    ...twice(
      entries.map((entry) => (isObject(entry) ? entry['code'] : undefined)),
      (at) => `/categories/${at}/code`,
    ),
    ...entries.flatMap((entry, at) => {
      const code = isObject(entry) ? entry['code'] : undefined;
      return checkEntry(entry, `/categories/${at}`).map((each) =>
        typeof code === 'string' ? { ...each, entry: code } : each,
      );
    }),
  ];
}

const escaped = (name: string): string => name.replace(/~/g, '~0').replace(/\//g, '~1');

function twice(values: readonly unknown[], pointer: (at: number) => string): CatalogueFault[] {
  return values.flatMap((value, at) =>
    typeof value === 'string' && values.indexOf(value) < at ? [fault(pointer(at), 'twice', value)] : [],
  );
}

const spoken =
  'no entry says what may be spoken: every question in words may, except of what is filed without a name';

function checkEntry(entry: unknown, at: string): CatalogueFault[] {
  const kind = isObject(entry) ? entry['kind'] : undefined;
  if (kind !== 'grid' && kind !== 'referral' && kind !== 'council')
    return [fault(`${at}/kind`, 'shape', 'one of grid, referral, council')];
  // One fault a place: what is missing is not of the wrong type as well.
  const shape = new Map(
    [...Value.Errors(entrySchemas[kind], entry)].reverse().map(({ path, message }) => [path, message]),
  );
  if (shape.has('/voice')) shape.set('/voice', spoken);
  // What is not written as an entry cannot be read as one.
  if (shape.size > 0)
    return [...shape].reverse().map(([path, message]) => fault(`${at}${path}`, 'shape', message));
  const category = entry as Category;
  return [...checkTexts(category, at), ...checkGroup(category, at), ...checkKind(category, at)];
}

function checkKind(category: Category, at: string): CatalogueFault[] {
  switch (category.kind) {
    case 'grid':
      return [
        ...checkQuestions(category, at),
        ...checkPlace(category, at),
        ...checkLimits(category, at),
        ...checkPerson(category, at),
      ];
    case 'referral':
      return [
        ...category.contacts.flatMap((contact, n) => checkContact(contact, `${at}/contacts/${n}`)),
        ...(category.contacts.some(({ call }) => call !== undefined)
          ? []
          : [fault(`${at}/contacts`, 'no-number', 'at least one with a number to call')]),
        ...checkAnsweredBy(category, at),
      ];
    case 'council':
      return [...checkContact(category.body, `${at}/body`), ...checkAnsweredBy(category, at)];
  }
}

const checkAnsweredBy = (
  { kind, answeredBy = [] }: ReferralCategory | CouncilCategory,
  at: string,
): CatalogueFault[] =>
  answeredBy.flatMap((body, n) =>
    isSelfGoverning(body) === (kind === 'council')
      ? []
      : [
          fault(
            `${at}/answeredBy/${n}`,
            'answered-by',
            kind === 'council' ? 'those who govern themselves decide it' : 'an office is responsible for it',
          ),
        ],
  );

const checkContact = ({ call, where }: Contact, at: string): CatalogueFault[] =>
  call === undefined && where === undefined ? [fault(at, 'unreachable', 'call or where')] : [];

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Every text of an entry, with its pointer. */
function textsOf(value: unknown, at: string): { pointer: string; zh: string; en: string }[] {
  if (Array.isArray(value)) return value.flatMap((part, n) => textsOf(part, `${at}/${n}`));
  if (!isObject(value)) return [];
  const { zh, en } = value;
  if (typeof zh === 'string' && typeof en === 'string') return [{ pointer: at, zh, en }];
  return Object.entries(value).flatMap(([name, part]) => textsOf(part, `${at}/${escaped(name)}`));
}

const checkTexts = (category: Category, at: string): CatalogueFault[] =>
  textsOf(category, at).flatMap(({ pointer, zh, en }) => [
    ...(hasHan(zh) ? [] : [fault(`${pointer}/zh`, 'not-chinese', zh)]),
    ...(hasHan(en) ? [fault(`${pointer}/en`, 'not-english', en)] : []),
  ]);

const ofHomes = ['home-help', 'dispute', 'rental', 'policy'];

function checkGroup(category: Category, at: string): CatalogueFault[] {
  const { group, kind } = category;
  const kindOfGroup = group === 'referral' || group === 'council' ? group : 'grid';
  return [
    ...(kindOfGroup === kind ? [] : [fault(`${at}/group`, 'group', `holds entries of kind ${kindOfGroup}`)]),
    ...(category.kind === 'grid' && category.scope === 'public' && ofHomes.includes(group)
      ? [fault(`${at}/scope`, 'group', `what is in ${group} is private`)]
      : []),
  ];
}

function checkQuestions({ attributes, group }: GridCategory, at: string): CatalogueFault[] {
  const faults = twice(
    attributes.map(({ code }) => code),
    (n) => `${at}/attributes/${n}/code`,
  );
  attributes.forEach(({ datatype, choices }, n) => {
    const here = `${at}/attributes/${n}`;
    const keys = (choices ?? []).map(({ key }) => key);
    faults.push(...twice(keys, (k) => `${here}/choices/${k}/key`));
    if (datatype.endsWith('list') ? keys.length < 2 : choices !== undefined)
      faults.push(
        fault(
          `${here}/choices`,
          'choices',
          datatype.endsWith('list') ? 'at least two' : `none of a ${datatype}`,
        ),
      );
  });
  const asked = attributes.find(({ code }) => code === 'other-side');
  const answers = (asked?.choices ?? []).map(({ key }) => key);
  if (group === 'dispute' && !(asked?.required && answers.join() === 'willing,ask-first'))
    faults.push(
      fault(`${at}/attributes`, 'both-sides', 'a required other-side with willing and ask-first, no other'),
    );
  if (group !== 'dispute' && asked)
    faults.push(
      fault(`${at}/attributes/${attributes.indexOf(asked)}/code`, 'both-sides', 'other-side is of a dispute'),
    );
  return faults;
}

function checkPlace(category: GridCategory, at: string): CatalogueFault[] {
  const { anonymous, callback, group, near, photoHint, photos, place, scope, visit } = category;
  return [
    ...(near && scope !== 'public'
      ? [fault(`${at}/near`, 'not-public', 'only of scope public: neighbours see that it was reported')]
      : []),
    ...(place === 'none' && (near ?? visit ?? scope === 'public')
      ? [fault(`${at}/place`, 'no-place', 'a public place, a visit or duplicates need one')]
      : []),
    ...(visit && scope === 'public'
      ? [fault(`${at}/visit`, 'at-home', 'only of scope private: it is to a home')]
      : []),
    ...(anonymous && (visit || callback)
      ? [fault(`${at}/anonymous`, 'not-anonymous', 'a visit or a call needs a name')]
      : []),
    ...(anonymous && group === 'dispute'
      ? [fault(`${at}/anonymous`, 'not-anonymous', 'both sides sit at one table')]
      : []),
    ...(photos === 0 && photoHint ? [fault(`${at}/photoHint`, 'photos', 'there are none to take')] : []),
  ];
}

/** A working day, as the default hours have it (h): only to compare one limit with another. */
const DAY = 7.5;
const hoursOf = (limit: WorkingLimit): number => ('hours' in limit ? limit.hours : limit.days * DAY);

const checkLimits = ({ accept, resolve }: GridCategory, at: string): CatalogueFault[] =>
  hoursOf(accept) > hoursOf(resolve) ? [fault(`${at}/accept`, 'limits', 'longer than resolve')] : [];

/** What is asked, and what it is called and found by. */
function checkPerson(category: GridCategory, at: string): CatalogueFault[] {
  const { attributes, hint, name, photoHint, words } = category;
  const asked = textsOf({ attributes, hint, name, ...(photoHint ? { photoHint } : {}) }, at);
  const searched = words.map((word, n) => ({ pointer: `${at}/words/${n}`, zh: word, en: word }));
  return [...asked, ...searched].flatMap(({ pointer, ...text }) => {
    const found = asksForAPerson(text);
    return found === undefined ? [] : [fault(pointer, 'asks-for-a-person', found)];
  });
}
