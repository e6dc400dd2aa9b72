import { type Content, contradictions } from '../../../src/contract/notice/content';
import { messageOf } from '../../../src/contract/notice/message';
import { spanWords } from '../../../src/contract/notice/span';
import {
  blanksIn,
  noticeTemplates,
  timesOf,
  wordsMoved,
  wordsOf,
} from '../../../src/contract/notice/templates';
import { languages } from '../../../src/contract/text';
import { noticeContent } from '../../support/notices';

const now = Date.parse('2026-11-29T06:32:00.000Z');
const at = (hours: number): string => new Date(now + hours * 3_600_000).toISOString();

describe('what cannot be held together', () => {
  const content = (more: Partial<Content> = {}): Content => ({
    ...noticeContent({ include: ['330106001002'] }),
    ...more,
  });
  const zh = { language: 'zh', headline: '停水', description: '' } as const;
  const en = { language: 'en', headline: 'Water off', description: '' } as const;
  const knocks = { acknowledge: true, knockAt: at(5), expiresAt: at(9) };

  it.each<[string, Partial<Content>, string[]]>([
    ['nothing', {}, []],
    ['both languages', { info: [zh, en] }, []],
    ['a language twice', { info: [zh, zh] }, ['/info']],
    ['English alone', { info: [en] }, ['/info']],
    ['a span', { onset: at(1), expiresAt: at(2) }, []],
    ['begins at its end', { onset: at(2), expiresAt: at(2) }, ['/onset']],
    ['begins after its end', { onset: at(3), expiresAt: at(2) }, ['/onset']],
    ['begins and has no end', { onset: at(3) }, []],
    ['somebody may knock', knocks, []],
    ['to knock with nothing asked', { ...knocks, acknowledge: false }, ['/knockAt']],
    ['to knock without an end', { acknowledge: true, knockAt: at(5) }, ['/knockAt']],
    ['to knock at its end', { ...knocks, knockAt: at(9) }, ['/knockAt']],
    ['to knock in the past', { ...knocks, knockAt: at(0) }, ['/knockAt']],
    [
      'everything at once',
      { info: [en, en], onset: at(3), expiresAt: at(2), knockAt: at(-1) },
      ['/info', '/info', '/onset', '/knockAt', '/knockAt'],
    ],
  ])('%s', (_, more, pointers) =>
    expect(contradictions(content(more), now).map(({ pointer }) => pointer)).toEqual(pointers),
  );

  it('what an author left out goes out as nothing', () => {
    expect(messageOf(content(), { authorId: 'a', node: '33' })).toMatchObject({
      msgType: 'Alert',
      onset: null,
      expiresAt: null,
      web: null,
      pinned: false,
      acknowledge: false,
      knockAt: null,
      policy: null,
      attachments: [],
      approvedBy: null,
    });
  });
});

describe('a template', () => {
  it.each(noticeTemplates.map((template) => [template.code, template] as const))('%s', (_, template) => {
    const times = timesOf(template, now);
    expect(Date.parse(times.onset)).toBeLessThan(Date.parse(times.until));
    expect(Date.parse(times.until)).toBeGreaterThan(now);
    for (const language of languages) {
      const words = wordsOf(template, times, language);
      expect(words.headline).not.toBe('');
      expect(JSON.stringify(words)).not.toMatch(/[{][a-z]/);
      // What is to be filled is to be filled in both languages.
      expect(blanksIn(words.headline).length > 0).toBe(
        blanksIn(wordsOf(template, times, 'zh').headline).length > 0,
      );
    }
  });

  it('says a water cut whole, by the day and not by "tomorrow", which is wrong a day later', () => {
    const [cut] = noticeTemplates;
    if (!cut) throw new Error('no template');
    const times = timesOf(cut, now);
    expect(wordsOf(cut, times, 'zh')).toEqual({
      headline: '11 月 30 日 9:00–16:00 停水',
      description: '修水管。提前存点水，11 月 30 日 16:00 前来水。',
      instruction: '来水后先放一会儿，水清了再用。',
    });
    expect(wordsOf(cut, times, 'en').headline).toBe('Water off 30 Nov 9:00–16:00');
  });

  it('follows when it is moved, but for what its author wrote', () => {
    const [cut] = noticeTemplates;
    if (!cut) throw new Error('no template');
    const from = timesOf(cut, now);
    const to = { ...from, until: '2026-12-01T10:30:00.000Z' };
    const own = { ...wordsOf(cut, from, 'zh'), description: '修 3 幢门口的水管。' };
    expect(wordsMoved(cut, own, { from, to, language: 'zh' })).toMatchObject({
      headline: '11 月 30 日 9:00 – 12 月 1 日 18:30 停水',
      description: '修 3 幢门口的水管。',
    });
  });

  it('tells the hour of China, whatever the phone is set to', () =>
    expect(spanWords('2026-12-31T15:59:00.000Z', '2026-12-31T16:00:00.000Z', 'en')).toBe(
      '31 Dec 23:59 – 1 Jan 0:00',
    ));
});
