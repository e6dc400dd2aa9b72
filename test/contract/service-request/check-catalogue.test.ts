import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { catalogue } from '../../../src/contract/service-request/catalogue';
import { checkCatalogue } from '../../../src/contract/service-request/check-catalogue';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Tree = { [name: string]: Json };

const whole = JSON.parse(JSON.stringify(catalogue)) as { version: string; categories: Tree[] };
const entryOf = (code: string): Tree =>
  structuredClone(whole.categories.find((entry) => entry.code === code)) as Tree;
const of = (...categories: Json[]): Json => ({ version: 'west-1', categories });
/** An entry with another value at a pointer; undefined takes away what is there. */
function changed(code: string, pointer: string, value: Json | undefined): Json {
  const entry = entryOf(code);
  put(entry, pointer, value);
  return of(entry);
}
function put(root: Json, pointer: string, value: Json | undefined): void {
  const path = pointer.split('/').slice(1);
  const last = path.pop() ?? '';
  const parent = path.reduce<Json>((at, name) => (at as Tree)[name] ?? null, root) as Tree;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
}
const found = (file: unknown): string[] =>
  checkCatalogue(file).map(({ pointer, problem }) => `${pointer} ${problem}`);
const at = (pointer: string): Json =>
  pointer
    .split('/')
    .slice(1)
    .reduce<Json>((value, name) => (value as Tree)[name] ?? null, whole as unknown as Json);

/** Pointers to everything in the catalogue, and what is there. */
function pointersOf(value: Json, here = ''): string[] {
  if (typeof value !== 'object' || value === null) return [here];
  return [here, ...Object.entries(value).flatMap(([name, part]) => pointersOf(part, `${here}/${name}`))];
}
const pointers = pointersOf(whole as unknown as Json).filter((pointer) => pointer !== '');
const texts = pointers.filter((pointer) => pointers.includes(`${pointer}/zh`));
const optional = /\/(danger|near|visit|callback|photoHint|url|answeredBy|hours|call|where|choices)$/;
const broken = (pointer: string, value: Json | undefined): string[] => {
  // Only the entry it is in, so that hundreds of tries take a second.
  const [, , n = '0', ...path] = pointer.split('/');
  const entry = structuredClone(whole.categories[Number(n)]) as Tree;
  put(entry, `/${path.join('/')}`, value);
  return found(of(entry));
};
const inEntries = (list: readonly string[]) => list.filter((pointer) => pointer.split('/').length > 3);

describe('what is wrong with a catalogue', () => {
  it.each<[string, unknown, string[]]>([
    ['no object', [], [' shape']],
    ['nothing', null, [' shape']],
    ['no version', { categories: [entryOf('noise')] }, ['/version shape']],
    ['a version with blanks', { version: 'a b', categories: [entryOf('noise')] }, ['/version shape']],
    ['no entries', of(), ['/categories shape']],
    ['something else beside', { ...(of(entryOf('noise')) as Tree), 'a/b': 1 }, ['/a~1b shape']],
    ['no such kind', changed('noise', '/kind', 'order'), ['/categories/0/kind shape']],
    ['a code twice', of(entryOf('noise'), entryOf('noise')), ['/categories/1/code twice']],
    ['a code with capitals', changed('noise', '/code', 'Noise'), ['/categories/0/code shape']],
    [
      'a question twice',
      changed('noise', '/attributes/1/code', 'what'),
      ['/categories/0/attributes/1/code twice'],
    ],
    [
      'an answer twice',
      changed('noise', '/attributes/0/choices/1/key', 'renovation'),
      ['/categories/0/attributes/0/choices/1/key twice'],
    ],
    [
      'one answer to choose from',
      changed('rubbish', '/attributes/1/choices', [{ key: 'a', name: { zh: '甲', en: 'A' } }]),
      ['/categories/0/attributes/1/choices choices'],
    ],
    [
      'answers to a text',
      changed('rubbish', '/attributes/1/datatype', 'text'),
      ['/categories/0/attributes/1/choices choices'],
    ],
    ['no English', changed('noise', '/name/en', ' '), ['/categories/0/name/en shape']],
    ['English in Chinese', changed('noise', '/name/zh', 'Noise'), ['/categories/0/name/zh not-chinese']],
    ['Chinese in English', changed('noise', '/hint/en', '噪声'), ['/categories/0/hint/en not-english']],
    ['no limit', changed('noise', '/resolve', { days: 0 }), ['/categories/0/resolve shape']],
    ['two limits', changed('noise', '/resolve', { days: 1, hours: 2 }), ['/categories/0/resolve shape']],
    ['taken later than done', changed('rubbish', '/accept', { days: 2 }), ['/categories/0/accept limits']],
    ['ten photos', changed('rubbish', '/photos', 10), ['/categories/0/photos shape']],
    ['a word on no photos', changed('rubbish', '/photos', 0), ['/categories/0/photoHint photos']],
    [
      'a number that is no emergency’s',
      changed('noise', '/attributes/0/choices/4/danger/call', '12345'),
      ['/categories/0/attributes/0/choices/4/danger/call shape'],
    ],
    ['no source', changed('noise', '/source', undefined), ['/categories/0/source shape']],
    [
      'a source that is no address',
      changed('noise', '/source/url', 'javascript:1'),
      ['/categories/0/source/url shape'],
    ],
    [
      'what is said twice in public of what is private',
      changed('noise', '/near', { metres: 50, days: 14 }),
      ['/categories/0/near not-public'],
    ],
    [
      'a home made public',
      changed('meals', '/scope', 'public'),
      ['/categories/0/scope group', '/categories/0/visit at-home'],
    ],
    [
      'a public place that is nowhere',
      changed('rubbish', '/place', 'none'),
      ['/categories/0/place no-place'],
    ],
    ['a visit to nobody', changed('meals', '/anonymous', true), ['/categories/0/anonymous not-anonymous']],
    [
      'mediation with nobody',
      changed('noise', '/anonymous', true),
      ['/categories/0/anonymous not-anonymous'],
    ],
    [
      'mediation without the other side',
      changed('noise', '/attributes/2/required', false),
      ['/categories/0/attributes both-sides'],
    ],
    [
      'mediation the other side cannot leave',
      changed('noise', '/attributes/2/choices/1/key', 'no'),
      ['/categories/0/attributes both-sides'],
    ],
    ['a referral among the grid’s', changed('water-cut', '/group', 'stairs'), ['/categories/0/group group']],
    ['an order for the council', changed('house-rules', '/kind', 'grid'), expect.any(Array) as string[]],
    [
      'a body nobody can reach',
      changed('water-cut', '/contacts/0/where', undefined),
      ['/categories/0/contacts/0 unreachable'],
    ],
    [
      'nobody to call',
      changed('water-cut', '/contacts', [
        { name: { zh: '某处', en: 'A place' }, where: { zh: '一楼', en: 'Below' } },
      ]),
      ['/categories/0/contacts no-number'],
    ],
    [
      'a council without a door',
      changed('residents-council', '/body/where', undefined),
      ['/categories/0/body unreachable'],
    ],
    ['a rule on what may be spoken', changed('noise', '/voice', 'never'), ['/categories/0/voice shape']],
    [
      'a visit to a public place',
      changed('rubbish', '/visit', true),
      ['/categories/0/visit at-home', '/categories/0/anonymous not-anonymous'],
    ],
    [
      'the other side of what is no dispute',
      changed('rubbish', '/attributes/1/code', 'other-side'),
      ['/categories/0/attributes/1/code both-sides'],
    ],
    [
      'an office that decides what people decide themselves',
      changed('house-rules', '/answeredBy', ['residents-council', 'water']),
      ['/categories/0/answeredBy/1 answered-by'],
    ],
    [
      'volunteers who are responsible for the water',
      changed('water-cut', '/answeredBy', ['volunteers']),
      ['/categories/0/answeredBy/0 answered-by'],
    ],
  ])('%s', (_, file, faults) => {
    expect(found(file)).toEqual(faults);
    expect(found(file)).not.toEqual([]);
  });

  it('is said by the entry it is in, and a rule on voices by why there is none', () => {
    expect(checkCatalogue(changed('noise', '/voice', true))).toEqual([
      {
        pointer: '/categories/0/voice',
        entry: 'noise',
        problem: 'shape',
        about: expect.stringContaining('every question in words may') as string,
      },
    ]);
  });

  it('is nothing in the entry that docs/catalogue.md shows', () => {
    const [, entry = ''] = /```json\n(.*?)```/s.exec(readFileSync('docs/catalogue.md', 'utf8')) ?? [];
    expect(found(of(JSON.parse(entry) as Json))).toEqual([]);
  });

  it.each([
    ['是谁放的', 'Who put it there'],
    ['哪一家放的', 'Which home'],
    ['对方的姓名', 'The other side'],
    ['邻居叫什么，邻居的电话', 'Next door'],
    ['房东身份证', 'Papers'],
    ['车牌', 'The car'],
    ['举报邻居', 'Next door'],
    ['可疑的人', 'Somebody'],
    ['外来人员住在哪里', 'Newcomers'],
    ['什么东西', 'Their name'],
    ['什么东西', 'The name of the person'],
    ['什么东西', 'Who lives there'],
    ['什么东西', 'A suspicious person'],
    ['什么东西', 'ID number'],
    ['什么东西', 'The licence plate'],
    ['什么东西', 'Report a neighbour'],
  ])('a question about a person is refused: %s / %s', (zh, en) => {
    expect(found(changed('rubbish', '/attributes/0/text', { zh, en }))).toEqual([
      '/categories/0/attributes/0/text asks-for-a-person',
    ]);
    expect(found(changed('rubbish', '/attributes/0/choices/0/name', { zh, en }))).toEqual([
      '/categories/0/attributes/0/choices/0/name asks-for-a-person',
    ]);
    expect(found(changed('rubbish', '/name', { zh, en }))).toEqual(['/categories/0/name asks-for-a-person']);
  });

  it('catches a part that is missing, wherever it is', () => {
    const needed = inEntries(pointers).filter(
      (pointer) => !optional.test(pointer) && !/\/\d+$/.test(pointer),
    );
    fc.assert(
      fc.property(fc.constantFrom(...needed), (pointer) => {
        expect([pointer, broken(pointer, undefined)]).not.toEqual([pointer, []]);
      }),
      { numRuns: 300 },
    );
  });

  it('catches a part of another type, wherever it is, and says where', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...inEntries(pointers)),
        fc.constantFrom<Json>(null, [null], {}, -1),
        (pointer, value) => {
          const faults = broken(pointer, value);
          expect([pointer, value, faults]).not.toEqual([pointer, value, []]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('catches a part that nobody knows', () => {
    const objects = inEntries(pointers).filter((pointer) => {
      const value = at(pointer);
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    });
    fc.assert(
      fc.property(fc.constantFrom(...objects), (pointer) => {
        expect([pointer, broken(`${pointer}/reward`, 5)]).not.toEqual([pointer, []]);
      }),
      { numRuns: 200 },
    );
  });

  it('catches languages that changed places, and a language left out', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.boolean(), (pointer, empty) => {
        const { zh = '', en = '' } = at(pointer) as { zh?: string; en?: string };
        expect(broken(pointer, empty ? { zh, en: '' } : { zh: en, en: zh })).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('catches an entry that is there twice, wherever both are', () => {
    const places = fc.nat(whole.categories.length - 1);
    fc.assert(
      fc.property(places, places, (from, to) => {
        const { categories } = structuredClone(whole);
        categories.splice(to, 0, categories[from] as Tree);
        expect(found(of(...categories)).filter((fault) => fault.endsWith(' twice'))).toHaveLength(1);
      }),
      { numRuns: 8 },
    );
  });
});
