import { pinyinOf } from '../../../src/backend/search/pinyin';
import { catalogue } from '../../../src/contract/service-request/catalogue';
import { findEntries, type Searchable } from '../../../src/contract/service-request/search';

const entries = catalogue.categories.map((category) => ({ ...category, pinyin: pinyinOf(category) }));
const found = (typed: string) => findEntries(entries, typed).map(({ code }) => code);

describe('finding what one needs', () => {
  it.each([
    ['its name', '楼道堆物', 'stairs-clutter'],
    ['a part of its name', '堆物', 'stairs-clutter'],
    ['another word for it', '电瓶车', 'e-bike-indoors'],
    ['the word of the office', '流动人口', 'register-me'],
    ['the word of the office', '安全生产', 'work-site'],
    ['the word of the office', '社情民意', 'suggestion'],
    ['the word of the office', '矛盾纠纷', 'mediation'],
    ['what it is about', '占了过道', 'stairs-clutter'],
    ['English', 'rubbish', 'rubbish'],
    ['English, another word', 'Trash', 'rubbish'],
    ['English, the beginning', 'ligh', 'stairs-light'],
    ['pinyin, whole', 'loudaoduiwu', 'stairs-clutter'],
    ['pinyin, with blanks', 'lou dao dui wu', 'stairs-clutter'],
    ['pinyin, begun', 'loudaod', 'stairs-clutter'],
    ['pinyin, by initials', 'lddw', 'stairs-clutter'],
    ['pinyin, mixed', 'loudaodw', 'stairs-clutter'],
    ['pinyin, ü as v', 'lvshi', 'legal-aid'],
    ['pinyin of another word', 'dianpingche', 'e-bike-indoors'],
    ['pinyin in the middle', 'duiwu', 'stairs-clutter'],
    ['capitals', 'TINGSHUI', 'water-cut'],
    ['full-width letters', 'ｔｉｎｇｓｈｕｉ', 'water-cut'],
    ['a sentence', '我家楼上漏水怎么办？', 'leak-between-homes'],
    ['a sentence', '妈妈的电话打不通，能不能去看看', 'look-in'],
    ['a sentence', '老板欠薪三个月了', 'wages'],
    ['a sentence in English', 'my boss: wages are unpaid!', 'wages'],
    ['words that nobody wrote down', '灯又不亮啦', 'stairs-light'],
    ['not the grid’s', '停水', 'water-cut'],
    ['not the grid’s', '家暴', 'home-violence'],
    ['for all to decide', '业委会', 'owners-committee'],
  ])('by %s: %s', (_, typed, code) => {
    expect(found(typed)[0]).toBe(code);
  });

  it('has what is called so before what is described so', () => {
    const entry = (zh: string, hint: string, words: string[] = []): Searchable => ({
      name: { zh, en: zh },
      hint: { zh: hint, en: hint },
      words,
      pinyin: [],
    });
    const all = [
      entry('甲', '充电'),
      entry('乙', '', ['手机充电器']),
      entry('丙', '', ['充电桩']),
      entry('请充电', ''),
      entry('充电的事', ''),
      entry('丁', '', ['充电']),
      entry('充电', ''),
    ];
    expect(findEntries(all, '充电')).toEqual([...all].reverse());
    expect(findEntries(all, '我要充电')).toEqual([all[6], all[5]]);
  });

  it('finds nothing by a blank, by one letter of pinyin, and by what is not there', () => {
    expect(found('  ，')).toEqual([]);
    expect(found('龘龘')).toEqual([]);
    expect(found('zzzz')).toEqual([]);
    expect(found('qxjk')).toEqual([]);
  });

  it('finds every entry first or near it, by its name in either language and by its sound', () => {
    for (const { code, name, pinyin } of entries) {
      expect([name.zh, found(name.zh)[0]]).toEqual([name.zh, code]);
      expect([name.en, found(name.en)[0]]).toEqual([name.en, code]);
      expect(found(pinyin[0] ?? '').slice(0, 3)).toContain(code);
    }
  });

  it('finds every entry by each of its other words', () => {
    for (const { code, words } of entries)
      for (const word of words) expect([word, found(word).includes(code)]).toEqual([word, true]);
  });
});
