import fc from 'fast-check';
import { readMoment, writeMoment } from '../../../src/contract/open311/moment';
import { readPosted } from '../../../src/contract/open311/posted';
import { MOST_DAYS, type QueryArguments, readFeedQuery } from '../../../src/contract/open311/query';
import { publicAddress } from '../../../src/contract/open311/street';
import type { GridCategory } from '../../../src/contract/service-request/category';

const day = 86_400_000;
const now = Date.parse('2026-11-24T02:00:00Z');

const category: GridCategory = {
  kind: 'grid',
  code: 'pothole',
  name: { zh: '坑', en: 'Pothole' },
  hint: { zh: '路上有坑', en: 'A hole in the road' },
  group: 'hazard',
  words: [],
  source: { title: { zh: '测试', en: 'A test' } },
  attributes: (
    [
      ['note', 'string', false],
      ['deep', 'number', true],
      ['since', 'datetime', false],
      ['one', 'singlevaluelist', false],
      ['many', 'multivaluelist', false],
    ] as const
  ).map(([code, datatype, required]) => ({
    code,
    datatype,
    required,
    text: { zh: code, en: code },
    ...(datatype.endsWith('list')
      ? { choices: ['a', 'b'].map((key) => ({ key, name: { zh: key, en: key } })) }
      : {}),
  })),
  place: 'required',
  scope: 'public',
  anonymous: true,
  photos: 0,
  accept: { hours: 4 },
  resolve: { days: 3 },
};
const place: [string, string][] = [
  ['service_code', 'pothole'],
  ['lat', '30.3'],
  ['long', '120.1'],
];

describe('a moment', () => {
  it('is written by the clock of China, to the second, and read again', () => {
    expect(writeMoment(new Date('2026-12-31T16:00:00.999Z'))).toBe('2027-01-01T00:00:00+08:00');
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2099-01-01'), noInvalidDate: true }), (at) => {
        expect(readMoment(writeMoment(at))).toBe(Math.floor(at.getTime() / 1000) * 1000);
      }),
    );
  });

  it.each([
    ['1994-11-05T08:15:30-05:00', '1994-11-05T13:15:30.000Z'],
    ['1994-11-05T13:15:30Z', '1994-11-05T13:15:30.000Z'],
    ['1994-11-05T13:15Z', '1994-11-05T13:15:00.000Z'],
    ['2026-01-01T00:00:00 08:00', '2025-12-31T16:00:00.000Z'],
  ])('%s is one', (text, instant) => {
    expect(new Date(readMoment(text) ?? NaN).toISOString()).toBe(instant);
  });

  it.each([
    '',
    '2026',
    '2026-01-01',
    '2026-01-01T00:00:00',
    '2026-02-29T00:00:00Z',
    '2026-01-01T25:00:00Z',
    'now',
  ])('"%s" is none', (text) => expect(readMoment(text)).toBeUndefined());
});

describe('what is asked for', () => {
  const asked = (query: QueryArguments) => {
    const read = readFeedQuery(query, now);
    if (!read.ok) throw new Error(read.faults[0]?.text.en);
    return read.value;
  };

  it('is the last 90 days unless it says otherwise', () => {
    expect(asked({})).toEqual({
      requested: { from: now - MOST_DAYS * day, until: now },
      page: 1,
      pageSize: 1000,
    });
    expect(asked({ start_date: '', status: '', service_code: ',' })).toEqual(asked({}));
  });

  it('spans 90 days from its beginning, or to its end, and never more', () => {
    const moment = fc.integer({ min: 0, max: now }).map((at) => Math.floor(at / 1000) * 1000);
    fc.assert(
      fc.property(fc.option(moment), fc.option(moment), (start, end) => {
        const read = readFeedQuery(
          {
            start_date: start === null ? undefined : writeMoment(new Date(start)),
            end_date: end === null ? undefined : writeMoment(new Date(end)),
          },
          now,
        );
        const fits = start === null || end === null || (end >= start && end - start <= MOST_DAYS * day);
        expect(read.ok).toBe(fits);
        if (!read.ok || !('requested' in read.value) || !read.value.requested) return;
        const { from, until } = read.value.requested;
        expect(until - from).toBeLessThanOrEqual(MOST_DAYS * day + 999);
        if (start !== null) expect(from).toBe(start);
        if (end !== null) expect(until).toBe(end + 999);
      }),
    );
  });

  it('by number overrides all else, and what is no number is none of ours', () => {
    const id = '3f1c1b52-0a51-4a6e-9d63-0a5b4c3d2e1f';
    expect(asked({ service_request_id: `${id},638344,${id}`, status: 'new' })).toEqual({ ids: [id] });
  });
});

describe('what is posted', () => {
  const posted = (...form: [string, string][]) => readPosted([...place, ...form], [category]);
  const answersTo = (...form: [string, string][]) => {
    const read = posted(...form);
    return read.ok ? read.value.answers : read.faults.map(({ status, text }) => `${status} ${text.en}`);
  };

  it.each<[string, [string, string][], unknown]>([
    ['a number', [['attribute[deep]', '3.5']], { deep: 3.5 }],
    [
      'one of a list',
      [
        ['attribute[deep]', '1'],
        ['attribute[one]', 'a'],
      ],
      { deep: 1, one: 'a' },
    ],
    [
      'several of a list',
      [
        ['attribute[deep]', '1'],
        ['attribute[many][]', 'a'],
        ['attribute[many][]', 'b'],
      ],
      { deep: 1, many: ['a', 'b'] },
    ],
    [
      'several without the second brackets',
      [
        ['attribute[deep]', '1'],
        ['attribute[many]', 'a'],
        ['attribute[many]', 'b'],
      ],
      { deep: 1, many: ['a', 'b'] },
    ],
    [
      'one of several',
      [
        ['attribute[deep]', '1'],
        ['attribute[many]', 'a'],
      ],
      { deep: 1, many: ['a'] },
    ],
    [
      'an empty value',
      [
        ['attribute[deep]', '1'],
        ['attribute[one]', ''],
      ],
      { deep: 1 },
    ],
    ['nothing', [], ['400 attribute[deep] is required']],
    ['no number', [['attribute[deep]', 'deep']], ['400 attribute[deep] does not fit its datatype']],
    [
      'two of a list of one',
      [
        ['attribute[deep]', '1'],
        ['attribute[one]', 'a'],
        ['attribute[one]', 'b'],
      ],
      ['400 attribute[one] does not fit its datatype'],
    ],
    [
      'no choice, and a question nobody asks',
      [
        ['attribute[deep]', '1'],
        ['attribute[one]', 'c'],
        ['attribute[who]', 'me'],
      ],
      [
        '400 attribute[who] is no attribute of this service',
        '400 attribute[one] has a value that is not one of its keys',
      ],
    ],
    [
      'a prototype’s name',
      [
        ['attribute[deep]', '1'],
        ['attribute[__proto__]', 'x'],
      ],
      expect.arrayContaining([]) as unknown,
    ],
  ])('answers: %s', (_, form, expected) => {
    expect(answersTo(...form)).toEqual(expected);
  });

  it('holds no one: who tells it is not read', () => {
    const who = ['email', 'phone', 'first_name', 'last_name', 'device_id', 'account_id'];
    const read = posted(['attribute[deep]', '1'], ...who.map((name): [string, string] => [name, `${name}!`]));
    expect(read.ok).toBe(true);
    expect(JSON.stringify(read)).not.toContain('!');
  });

  it.each(['http://a.example/b.jpg', 'https://a.example/b?c=d&e=%20f'])('%s is a link', (url) => {
    expect(posted(['attribute[deep]', '1'], ['media_url', url]).ok).toBe(true);
  });
  it.each([
    'javascript:alert(1)',
    'a.example',
    'http://',
    'https://a b',
    'https://a"onload="',
    'file:///etc/passwd',
  ])('%s is none', (url) => {
    expect(posted(['attribute[deep]', '1'], ['media_url', url]).ok).toBe(false);
  });
});

describe('a place, to the street', () => {
  it.each([
    ['桂语苑 1 幢 2 单元', true, '桂语苑 1 幢'],
    ['文一西路 88 号 3 号楼 2 单元 501 室', true, '文一西路 88 号 3 号楼'],
    ['桂语苑 3 幢 12 层东侧', true, '桂语苑 3 幢'],
    ['桂语苑二单元', true, '桂语苑'],
    ['灯芯巷 12 号', false, '灯芯巷'],
    ['灯芯巷 12-3 号 201 室', false, '灯芯巷'],
    ['灯芯巷附 3 号', false, '灯芯巷'],
    ['人民公园', false, '人民公园'],
  ])('%s', (text, inBuilding, shown) => {
    expect(publicAddress(text, inBuilding)).toBe(shown);
  });
});
