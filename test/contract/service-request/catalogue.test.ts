import { catalogue, findCategory } from '../../../src/contract/service-request/catalogue';
import { needGroups, type Category } from '../../../src/contract/service-request/category';
import type { Bilingual } from '../../../src/contract/text';

const { categories } = catalogue;
const unique = (values: readonly string[]) => expect(new Set(values).size).toBe(values.length);

/** Every sentence of an entry, in pairs. */
function textsOf(value: unknown): Bilingual[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh' in value && 'en' in value) return [value as Bilingual];
  return Object.values(value).flatMap(textsOf);
}

const isWorking = (limit: { hours: number } | { days: number }) => Object.values(limit).every((n) => n > 0);

describe('the catalogue', () => {
  it('has all three kinds, and something in every group', () => {
    expect(new Set(categories.map((category) => category.kind))).toEqual(
      new Set(['grid', 'referral', 'council']),
    );
    expect(new Set(categories.map((category) => category.group))).toEqual(new Set(needGroups));
    expect(categories.length).toBeGreaterThanOrEqual(10);
  });

  it('has stable codes, each once', () => {
    unique(categories.map((category) => category.code));
    for (const { code } of categories) expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const category of categories) expect(findCategory(category.code)).toBe(category);
    expect(findCategory('no-such-thing')).toBeUndefined();
  });

  it.each(categories.map((category) => [category.code, category] as const))('%s is whole', (_, category) => {
    expect(category.words.length).toBeGreaterThan(0);
    if (category.kind === 'grid') wholeGrid(category);
    if (category.kind === 'referral') wholeReferral(category);
  });

  function wholeGrid(category: Extract<Category, { kind: 'grid' }>) {
    expect(isWorking(category.accept) && isWorking(category.resolve)).toBe(true);
    expect(category.attributes.length).toBeGreaterThan(0);
    unique(category.attributes.map((attribute) => attribute.code));
    for (const { datatype, choices = [] } of category.attributes) {
      expect(choices.length > 1).toBe(datatype.endsWith('list'));
      unique(choices.map((choice) => choice.key));
    }
  }

  function wholeReferral(category: Extract<Category, { kind: 'referral' }>) {
    const reachable = category.contacts.filter((contact) => contact.call ?? contact.where);
    expect(reachable).toHaveLength(category.contacts.length);
    // Whoever does not answer: there is always one number with a person behind it.
    expect(category.contacts.map((contact) => contact.call)).toContain('12345');
  }

  it('speaks as a neighbour: no “您”, no office words, no exclamation, a space between Chinese and figures', () => {
    for (const { zh, en } of textsOf(categories)) {
      expect(zh).not.toMatch(/您|用户|相关部门|予以|尽快|请知悉|[!！]/);
      expect(zh).not.toMatch(/\p{Script=Han}\d|\d\p{Script=Han}/u);
      expect(en).not.toMatch(/!|\p{Script=Han}/u);
      expect(zh.trim()).not.toBe('');
      expect(en.trim()).not.toBe('');
    }
  });

  it('never asks who someone else is: no name, number or address of another person', () => {
    for (const { zh } of textsOf(categories))
      expect(zh).not.toMatch(/身份证|手机号|对方(的)?(姓名|名字|电话)|举报人/);
  });

  it('keeps what happens in a home from the neighbours', () => {
    const isPrivate = ['home-help', 'dispute', 'rental', 'policy'];
    for (const category of categories)
      if (category.kind === 'grid' && isPrivate.includes(category.group))
        expect([category.code, category.scope]).toEqual([category.code, 'private']);
  });

  it('shows neighbours only what lies in a public place', () => {
    for (const category of categories)
      if (category.kind === 'grid' && category.near) expect(category.scope).toBe('public');
  });

  it('mediates only what both sides want', () => {
    for (const category of categories)
      if (category.kind === 'grid' && category.group === 'dispute') {
        const question = category.attributes.find((attribute) => attribute.code === 'other-side');
        expect(question).toMatchObject({ required: true });
        expect(question?.choices?.map((choice) => choice.key)).toEqual(['willing', 'ask-first']);
      }
  });

  it('says which number to call where a danger is chosen', () => {
    const dangers = categories.flatMap((category) =>
      category.kind === 'grid'
        ? category.attributes
            .flatMap((attribute) => attribute.choices ?? [])
            .flatMap((choice) => choice.danger ?? [])
        : [],
    );
    expect(dangers.length).toBeGreaterThan(5);
    for (const { call } of dangers) expect(['110', '119', '120']).toContain(call);
    expect(findCategory('stairs-clutter')).toMatchObject({
      attributes: expect.arrayContaining([
        expect.objectContaining({
          choices: expect.arrayContaining([
            expect.objectContaining({ key: 'e-bike', danger: expect.objectContaining({ call: '119' }) }),
          ]),
        }),
      ]),
    });
  });
});
