import fc from 'fast-check';
import { contradictions } from '../../../../src/contract/notice/content';
import { blanksIn, noticeTemplates, timesOf } from '../../../../src/contract/notice/templates';
import { policyOf } from '../../../../src/miniprogram/packages/notice/publish/policy-words';
import {
  contentOf,
  emptyWriting,
  fromTemplate,
  lacksOf,
  moved,
  type Writing,
  writingOf,
} from '../../../../src/miniprogram/packages/notice/publish/writing';

const now = Date.parse('2026-11-29T06:32:00.000Z');
const at = (hours: number): string => new Date(now + hours * 3_600_000).toISOString();
const [cut] = noticeTemplates;
if (!cut) throw new Error('no template');
const written: Writing = {
  ...fromTemplate(emptyWriting, cut, now),
  audience: { include: ['330106001002007003'], except: [] },
};

describe('what an author writes', () => {
  it.each<[string, Partial<Writing>, ReturnType<typeof lacksOf>]>([
    ['nothing', {}, undefined],
    ['a headline', { words: { ...written.words, zh: { ...written.words.zh, headline: ' ' } } }, 'headline'],
    [
      'what is to be filled',
      { words: { ...written.words, zh: { ...written.words.zh, description: '请从〔哪条路〕走' } } },
      'blanks',
    ],
    ['the English', { words: { ...written.words, en: { ...written.words.en, headline: '' } } }, 'english'],
    [
      'no English where none goes out',
      { english: false, words: { ...written.words, en: { ...written.words.en, headline: '' } } },
      undefined,
    ],
    ['an end to come', { until: at(0) }, 'over'],
    ['an end after the beginning', { onset: at(9), until: at(8) }, 'order'],
    ['a link that opens', { web: 'http://example.org' }, 'web'],
    ['nothing with one', { web: 'https://example.org/notice' }, undefined],
    ['an hour to knock before the end', { acknowledge: true, knockAt: at(500) }, 'knock'],
    ['an hour to knock to come', { acknowledge: true, knockAt: at(-1) }, 'knock'],
    ['nothing, with an hour to knock', { acknowledge: true, knockAt: at(20) }, undefined],
  ])('lacks %s', (_, more, lacks) => {
    const writing = { ...written, ...more };
    expect(lacksOf(writing, now)).toBe(lacks);
  });

  it('once nothing is lacking, the server finds nothing that cannot be held together', () => {
    const moment = fc.option(fc.integer({ min: -20, max: 60 }).map(at), { nil: undefined });
    const writing = fc
      .record({
        onset: moment,
        until: moment,
        knockAt: moment,
        acknowledge: fc.boolean(),
        pinned: fc.boolean(),
        english: fc.boolean(),
      })
      .map((more): Writing => ({ ...written, ...more }));
    fc.assert(
      fc.property(writing, (one) => {
        fc.pre(lacksOf(one, now) === undefined);
        const content = contentOf(one);
        const {
          urgency = 'Unknown',
          certainty = 'Unknown',
          audience,
          attachments: _,
          policy: __,
          ...rest
        } = content;
        const kept = { ...rest, urgency, certainty, audience: { include: audience.include, except: [] } };
        expect(contradictions(kept, now)).toEqual([]);
        // Read back to be written on, the same goes out again.
        expect(contentOf(writingOf(content))).toEqual(content);
      }),
    );
  });

  it('begun from a template keeps to whom it goes, and asks for what the template asks for', () => {
    for (const template of noticeTemplates) {
      const begun = fromTemplate(written, template, now);
      expect(begun).toMatchObject({
        audience: written.audience,
        severity: template.severity,
        category: template.category,
        acknowledge: template.acknowledge ?? false,
        ...timesOf(template, now),
      });
      const open = Object.values(begun.words.zh).some((text) => blanksIn(text).length > 0);
      expect(lacksOf(begun, now)).toBe(open ? 'blanks' : template.policy ? 'policy' : undefined);
    }
  });

  it('moved, its words follow; without an end they stay as they are', () => {
    const later = moved(written, { until: '2026-11-30T10:30:00.000Z' });
    expect(later.words.zh.headline).toBe('11 月 30 日 9:00–18:30 停水');
    expect(later.words.en.headline).toBe('Water off 30 Nov 9:00–18:30');
    expect(moved(written, { until: undefined }).words).toEqual(written.words);
  });

  it('a policy is one once it says who is entitled and what to bring', () => {
    const words = (zh: string) => ({ zh, en: '' });
    const policy = {
      who: words('70 岁以上'),
      bring: words('身份证'),
      where: words(''),
      hours: words(''),
      bornFrom: '',
      bornUntil: '1956-11-30',
      until: '',
      service: '',
    };
    expect(policyOf({ ...policy, bring: words(' ') })).toBeUndefined();
    expect(policyOf(policy)).toEqual({
      who: { words: words('70 岁以上'), bornUntil: '1956-11-30' },
      bring: words('身份证'),
    });
    const content = contentOf({ ...written, policy });
    expect(contentOf(writingOf(content))).toEqual(content);
  });
});
