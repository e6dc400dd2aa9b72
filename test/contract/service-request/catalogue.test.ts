import { createHash } from 'node:crypto';
import { catalogue, findCategory } from '../../../src/contract/service-request/catalogue';
import { catalogueInWriting } from '../../../src/contract/service-request/catalogue-in-writing';
import { needGroups } from '../../../src/contract/service-request/category';
import { checkCatalogue } from '../../../src/contract/service-request/check-catalogue';
import type { Bilingual } from '../../../src/contract/text';

const { categories } = catalogue;
const grid = categories.flatMap((category) => (category.kind === 'grid' ? [category] : []));

/** Every sentence of an entry, in pairs. */
function textsOf(value: unknown): Bilingual[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh' in value && 'en' in value) return [value as Bilingual];
  return Object.values(value).flatMap(textsOf);
}

describe('the catalogue', () => {
  it('is one that a county could import', () => {
    expect(checkCatalogue(JSON.parse(JSON.stringify(catalogue)))).toEqual([]);
  });

  it('is written out whole, what it is called before how it is handled', () => {
    const written = catalogueInWriting(catalogue);
    expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(catalogue)));
    const keys = ['"code"', '"name"', '"source"', '"attributes"', '"accept"', '"resolve"'];
    const places = keys.map((key) => written.indexOf(key));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places[0]).toBeGreaterThan(0);
  });

  it('has another version when anything in it is another: requests keep the one they were filed under', () => {
    const content = createHash('sha256').update(catalogueInWriting(catalogue)).digest('hex').slice(0, 16);
    expect({ version: catalogue.version, content }).toEqual({
      version: '2026-11-29.4',
      content: '8ebf8a18bbf2ce03',
    });
  });

  it('has all three kinds, something in every group, and thirty entries or more', () => {
    expect(new Set(categories.map((category) => category.kind))).toEqual(
      new Set(['grid', 'referral', 'council']),
    );
    expect(new Set(categories.map((category) => category.group))).toEqual(new Set(needGroups));
    expect(grid.length).toBeGreaterThanOrEqual(30);
  });

  it.each([
    ...['基础信息采集', '社情民意', '安全隐患', '矛盾纠纷', '法律政策宣传'],
    ...['出租房屋', '流动人口登记', '消防安全', '安全生产', '上门服务'],
  ])('has what a grid worker is there for: %s', (work) => {
    expect(grid.filter(({ source }) => source.title.zh.includes(work))).not.toEqual([]);
  });

  it('finds an entry by its code', () => {
    for (const category of categories) expect(findCategory(category.code)).toBe(category);
    expect(findCategory('no-such-thing')).toBeUndefined();
  });

  it('has one number with a person behind it, whoever does not answer', () => {
    for (const category of categories)
      if (category.kind === 'referral')
        expect([category.code, category.contacts.map(({ call }) => call)]).toEqual([
          category.code,
          expect.arrayContaining(['12345']),
        ]);
  });

  it('speaks as a neighbour: no “您”, no office words, no exclamation, a space between Chinese and figures', () => {
    for (const { zh, en } of textsOf(categories)) {
      expect(zh).not.toMatch(/您|用户|相关部门|予以|尽快|请知悉|[!！]/);
      expect(zh).not.toMatch(/\p{Script=Han}\d|\d\p{Script=Han}/u);
      expect(en).not.toMatch(/!/);
    }
  });

  it('never asks who someone else is: no name, number or address of another person', () => {
    for (const { zh } of textsOf(grid))
      expect(zh).not.toMatch(/身份证|手机号|对方(的)?(姓名|名字|电话)|举报人/);
  });

  it('says which number to call where a danger is chosen', () => {
    const dangers = grid.flatMap((category) =>
      category.attributes
        .flatMap((attribute) => attribute.choices ?? [])
        .flatMap((choice) => choice.danger ?? []),
    );
    expect(new Set(dangers.map(({ call }) => call))).toEqual(new Set(['110', '119', '120']));
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

  it('tells those who cannot speak to text 12110', () => {
    expect(JSON.stringify(findCategory('home-violence'))).toContain('12110');
  });

  it.each([
    ['dirty-road', { hours: 5 }],
    ['rubbish', { days: 1 }],
    ['ask-policy', { days: 3 }],
    ['suggestion', { days: 13 }],
    ['built-in-shared-place', { days: 15 }],
    ['look-in', { hours: 4 }],
    ['call-me', { hours: 2 }],
  ])('starts from published limits: %s', (code, resolve) => {
    expect(findCategory(code)).toMatchObject({ resolve });
  });
});
