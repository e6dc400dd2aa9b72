import type { CapAlert, CapArea, CapInfo, CapPair, CapResource } from '@contract/cap/alert';
import { writeCapMoment } from '@contract/cap/moment';
import { writeAlert } from '@contract/cap/write';
import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCapReader } from '../../../src/backend/adapters/cap/reader';
import type { CapReading } from '../../../src/backend/ports/cap-reader';
import { alertOf, areaOf, infoOf } from '../../contract/cap/alerts';

const reader = createCapReader();
afterAll(() => reader.close());

const cases = join(__dirname, '../../conformance/cap/cases');
const read = (content: string | Uint8Array): Promise<CapReading> =>
  reader.alert(typeof content === 'string' ? Buffer.from(content) : content);
const faultsOf = async (content: string | Uint8Array): Promise<string[]> => {
  const reading = await read(content);
  return reading.ok ? [] : reading.faults;
};

/** A small alert of each version, for a test to break in one place. */
const xmlOf = (version: '1.1' | '1.2', replace: [string | RegExp, string][] = []): string =>
  replace.reduce(
    (xml, [from, to]) => xml.replace(from, to),
    `<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:${version}">
<identifier>a1</identifier><sender>s@example.com</sender><sent>2026-11-29T08:30:00+08:00</sent>
<status>Actual</status><msgType>Alert</msgType><scope>Public</scope>
<info><language>zh-CN</language><category>Met</category><event>台风</event><responseType>Shelter</responseType>
<urgency>Expected</urgency><severity>Severe</severity><certainty>Likely</certainty>
<resource><resourceDesc>map</resourceDesc><mimeType>image/png</mimeType><size>12</size></resource>
<area><areaDesc>杭州市</areaDesc><altitude>0</altitude></area></info>
</alert>`,
  );

const signature = `<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo><Reference URI=""/></SignedInfo><SignatureValue>AAAA</SignatureValue></Signature>`;

describe('the schema', () => {
  it.each(['1.1', '1.2'] as const)('takes a small alert of %s', async (version) => {
    expect(await read(xmlOf(version))).toMatchObject({
      ok: true,
      signed: false,
      alert: { version, infos: [{ event: '台风', areas: [{ areaDesc: '杭州市' }] }] },
    });
  });

  it.each<[string, '1.1' | '1.2', [string | RegExp, string], RegExp]>([
    [
      'an element that is missing',
      '1.1',
      ['<sender>s@example.com</sender>', ''],
      /^line 3: .*'sent'.* Expected is \( sender \)/,
    ],
    [
      'elements in another order',
      '1.2',
      [/(<urgency>.*?<\/urgency>)(<severity>.*?<\/severity>)/, '$2$1'],
      /severity/,
    ],
    ['an element twice', '1.2', ['<scope>', '<scope>Public</scope><scope>'], /scope/],
    ['an element nobody knows', '1.2', ['<info>', '<more/><info>'], /more/],
    ['a status nobody knows', '1.2', ['Actual', 'Real'], /status/],
    ['a category nobody knows', '1.1', ['Met', 'Weather'], /category/],
    ['Very Likely, which is of 1.0', '1.1', ['Likely', 'Very Likely'], /certainty/],
    ['Avoid in 1.1', '1.1', ['Shelter', 'Avoid'], /responseType/],
    ['AllClear in 1.1', '1.1', ['Shelter', 'AllClear'], /responseType/],
    ['Z in 1.2', '1.2', ['+08:00', 'Z'], /sent/],
    ['Z in 1.1', '1.1', ['+08:00', 'Z'], /^sent: not like/],
    ['milliseconds in 1.2', '1.2', ['00+08', '00.000+08'], /sent/],
    ['a comma before the offset', '1.2', ['+08:00', ',08:00'], /sent/],
    ['a language of no such form', '1.2', ['zh-CN', '中文'], /language/],
    ['a size that is no number', '1.2', ['<size>12', '<size>12 kB'], /size/],
    ['a resource without mimeType in 1.2', '1.2', ['<mimeType>image/png</mimeType>', ''], /mimeType/],
    ['an altitude in words in 1.2', '1.2', ['<altitude>0', '<altitude>low'], /altitude/],
    ['text between elements', '1.2', ['<info>', 'hello<info>'], /alert/],
    ['an attribute', '1.2', ['<info>', '<info kind="x">'], /kind/],
    [
      'CAP 1.0',
      '1.2',
      ['urn:oasis:names:tc:emergency:cap:1.2', 'http://www.incident.com/cap/1.0'],
      /not an alert of CAP 1\.1 or 1\.2/,
    ],
    ['no namespace', '1.2', [/ xmlns="[^"]*"/, ''], /not an alert/],
    ['another root', '1.2', [/alert/g, 'info'], /not an alert/],
  ])('refuses %s', async (_what, version, replace, fault) => {
    const faults = await faultsOf(xmlOf(version, [replace]));
    expect(faults[0]).toMatch(fault);
  });

  it.each<[string, '1.1' | '1.2', [string | RegExp, string]]>([
    ['a resource without mimeType in 1.1', '1.1', ['<mimeType>image/png</mimeType>', '']],
    ['parts of a second in 1.1', '1.1', ['00+08', '00.5+08']],
    ['Avoid in 1.2', '1.2', ['Shelter', 'Avoid']],
    ['an empty language', '1.2', ['zh-CN', '']],
    ['an empty value', '1.2', ['<area>', '<area>']],
    [
      'where its schema lies',
      '1.2',
      [
        '<alert ',
        '<alert xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:oasis:names:tc:emergency:cap:1.2 http://127.0.0.1:9/cap.xsd" ',
      ],
    ],
    [
      'a prefix on every name',
      '1.2',
      [
        /[^]*/,
        writeAlert(alertOf())
          .replace(/<(\/?)(?=[a-z])/gi, '<$1c:')
          .replace('xmlns=', 'xmlns:c='),
      ],
    ],
    ['CDATA, a comment and a character by its number', '1.2', ['台风', '<![CDATA[台]]><!-- x -->&#x98CE;']],
  ])('takes %s', async (_what, version, replace) => {
    expect(await faultsOf(xmlOf(version, [replace]))).toEqual([]);
  });

  it('reads what CDATA, comments and numbers say', async () => {
    const reading = await read(xmlOf('1.2', [['台风', '<![CDATA[台]]><!-- x -->&#x98CE; &amp; 雨']]));
    expect(reading).toMatchObject({ ok: true, alert: { infos: [{ event: '台风 & 雨' }] } });
  });
});

describe('a signature', () => {
  it.each(['1.1', '1.2'] as const)('in an alert of %s is noted, wherever it stands', async (version) => {
    for (const replace of [
      ['</alert>', `${signature}</alert>`],
      ['<identifier>', `${signature}<identifier>`],
    ] as [string, string][])
      expect(await read(xmlOf(version, [replace]))).toMatchObject({ ok: true, signed: true });
  });

  it('makes nothing right that is wrong', async () => {
    expect(
      await read(
        xmlOf('1.2', [
          ['</alert>', `${signature}</alert>`],
          ['Actual', 'Real'],
        ]),
      ),
    ).toMatchObject({
      ok: false,
      signed: true,
    });
  });

  it('within an info is none', async () => {
    expect(await read(xmlOf('1.2', [['</info>', `${signature}</info>`]]))).toMatchObject({ ok: false });
  });
});

describe('what is no XML, or more than that', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE alert [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${String.fromCharCode(98 + at)} "${`&${String.fromCharCode(97 + at)};`.repeat(10)}">`).join('')}]>`;
  const behind = xmlOf('1.2').replace(/^<\?xml.*?\?>\n/, '');

  it.each([
    ['a bomb of entities', `${bomb}${behind.replace('台风', '&j;')}`],
    [
      'a file of this machine',
      `<!DOCTYPE alert [<!ENTITY x SYSTEM "file:///etc/passwd">]>${behind.replace('台风', '&x;')}`,
    ],
    ['a document type elsewhere', `<!DOCTYPE alert SYSTEM "http://127.0.0.1:9/x.dtd">${behind}`],
    ['one behind comments', `<?xml version="1.0"?>\n<!-- <alert> -->\n<?x y?>\n<!DOCTYPE alert>${behind}`],
    ['one in UTF-16', Buffer.from(`\uFEFF<!DOCTYPE alert>${behind}`, 'utf16le')],
  ])('refuses %s', async (_what, content) => {
    expect(await faultsOf(content)).toEqual(['a DOCTYPE is not read']);
  });

  it('is not misled by the word in a comment or a text', async () => {
    const quoted = xmlOf('1.2', [
      ['<alert', '<!-- <!DOCTYPE x> --><alert'],
      ['台风', '&lt;!DOCTYPE x>'],
    ]);
    expect(await faultsOf(quoted)).toEqual([]);
  });

  it.each([
    ['nothing', '', /./],
    ['words', 'hello', /line 1: Start tag expected/],
    ['JSON', '{"alert":1}', /Start tag expected/],
    ['a cut file', xmlOf('1.2').slice(0, 300), /^line 5: Premature end/],
    ['two roots', `${xmlOf('1.2')}<a/>`, /Extra content/],
    ['an entity nobody declared', xmlOf('1.2', [['台风', '&nbsp;']]), /Entity 'nbsp' not defined/],
    ['a bare ampersand', xmlOf('1.2', [['台风', 'a & b']]), /./],
    ['a character XML cannot hold', xmlOf('1.2', [['台风', '\u0001']]), /Char/],
    ['a prefix nobody declared', xmlOf('1.2', [['<info>', '<x:info/><info>']]), /prefix/],
    ['a depth without end', `${'<a>'.repeat(100_000)}`, /depth/],
    [
      'an include',
      xmlOf('1.2', [
        ['台风', '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'],
      ]),
      /event/,
    ],
  ])('refuses %s', async (_what, content, fault) => {
    expect((await faultsOf(content)).join()).toMatch(fault);
  });

  it('refuses a file longer than it reads', async () => {
    const small = createCapReader({ mostBytes: 100 });
    expect(await small.alert(Buffer.from(xmlOf('1.2')))).toEqual({
      ok: false,
      signed: false,
      faults: ['longer than 100 bytes'],
    });
    await small.close();
  });

  it('ends what takes too long, and reads the next one', async () => {
    const hasty = createCapReader({ timeoutMs: 300 });
    // Begun, so that only the file itself takes its time.
    for (let at = 0; at < 20 && !(await hasty.alert(Buffer.from(xmlOf('1.2')))).ok; at += 1);
    const wide = await hasty.feed(Buffer.from(`<rss>${'<a/>'.repeat(900_000)}</rss>`));
    expect(wide).toEqual({ ok: false, failure: 'not read within 0.3 s' });
    let next = await hasty.alert(Buffer.from(xmlOf('1.2')));
    for (let at = 0; at < 20 && !next.ok; at += 1) next = await hasty.alert(Buffer.from(xmlOf('1.2')));
    expect(next).toMatchObject({ ok: true });
    await hasty.close();
  });

  it('tells no more faults than anybody reads', async () => {
    const many = xmlOf('1.2', [
      ['<scope>Public</scope>', `<scope>Public</scope><references>${'x '.repeat(500)}</references>`],
    ]);
    expect(await faultsOf(many)).toHaveLength(20);
  });

  it('answers each of many at once with its own', async () => {
    const events = Array.from({ length: 20 }, (_, at) => `event ${at}`);
    const readings = await Promise.all(events.map((event) => read(xmlOf('1.2', [['台风', event]]))));
    expect(readings.map((reading) => reading.ok && reading.alert.infos[0]?.event)).toEqual(events);
  });
});

describe('the encoding', () => {
  const declaredAs = (encoding: string): string => xmlOf('1.2', [['UTF-8', encoding]]);
  /** As another program writes it: iconv's own bytes, of a Chinese encoding that Node cannot write. */
  const bytesOf = (encoding: string, event: string, place: string): Buffer => {
    const [before = '', between = '', after = ''] = declaredAs(encoding).split(/台风|杭州市/);
    const parts = [
      Buffer.from(before),
      Buffer.from(event, 'hex'),
      Buffer.from(between),
      Buffer.from(place, 'hex'),
    ];
    return Buffer.concat([...parts, Buffer.from(after)]);
  };
  const mark = '\uFEFF';

  it.each([
    ['GB2312', () => bytesOf('GB2312', 'cca8b7e7', 'babcd6ddcad0')],
    ['GBK', () => bytesOf('gbk', 'cca8b7e7', 'babcd6ddcad0')],
    ['GB18030', () => bytesOf('GB18030', 'cca8b7e7', '95328236')],
    ['Big5', () => bytesOf('Big5', 'bbe4adb7', 'adbbb4e4')],
    ['UTF-8 with a mark', () => Buffer.from(mark + declaredAs('UTF-8'))],
    ['UTF-8 undeclared', () => Buffer.from(declaredAs('UTF-8').replace(/^<\?xml.*?\?>\n/, ''))],
    ['UTF-16, low byte first', () => Buffer.from(mark + declaredAs('UTF-16'), 'utf16le')],
    ['UTF-16, high byte first', () => Buffer.from(mark + declaredAs('UTF-16'), 'utf16le').swap16()],
    [
      'UTF-16 undeclared',
      () => Buffer.from(mark + declaredAs('UTF-8').replace(/^<\?xml.*?\?>\n/, ''), 'utf16le'),
    ],
    ['UTF-16 without a mark', () => Buffer.from(declaredAs('UTF-16LE'), 'utf16le')],
  ])('%s is read', async (_name, content) => {
    const reading = await read(content());
    expect(reading).toMatchObject({ ok: true });
    expect(reading.ok && reading.alert.infos[0]?.event).toMatch(/^[台颱][风風]$/);
  });

  it('ISO 8859-1 is read byte by byte', async () => {
    const content = Buffer.from(
      declaredAs('ISO-8859-1').replace('台风', 'tempête').replace('杭州市', 'Montréal'),
      'latin1',
    );
    expect(await read(content)).toMatchObject({
      ok: true,
      alert: { infos: [{ event: 'tempête', areas: [{ areaDesc: 'Montréal' }] }] },
    });
  });

  it.each([
    [
      'bytes that are not UTF-8',
      Buffer.from(declaredAs('UTF-8').replace('台风', 'tempête').replace('杭州市', ''), 'latin1'),
      'encoding: not utf-8, as is declared',
    ],
    [
      'bytes that are not ASCII',
      Buffer.from(declaredAs('US-ASCII')),
      'encoding: not us-ascii, as is declared',
    ],
    ['an encoding nobody knows', Buffer.from(declaredAs('x-secret')), 'encoding: x-secret is not known'],
    [
      'UTF-16 that is none',
      Buffer.from(declaredAs('UTF-16')),
      'encoding: declared as utf-16, written in another',
    ],
    [
      'a mark of UTF-8 before GBK',
      Buffer.from(mark + declaredAs('GBK')),
      'encoding: declared as gbk, written in another',
    ],
    [
      'a mark of UTF-16 before GBK',
      Buffer.from(mark + declaredAs('GBK'), 'utf16le'),
      'encoding: declared as gbk, written in another',
    ],
    [
      'UTF-16 in the other order',
      Buffer.from(mark + declaredAs('UTF-16BE'), 'utf16le'),
      'encoding: declared as utf-16be, written in another',
    ],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]), 'encoding: UTF-32 is not read'],
  ])('%s is refused', async (_what, content, fault) => {
    expect(await faultsOf(content)).toEqual([fault]);
  });
});

describe('what we write', () => {
  // What XML can hold; a text that is only white space at an end is kept, for it is the writer's.
  const text = fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .filter((each) => !/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(each));
  const name = fc.stringMatching(/^[A-Za-z0-9.@:/_-]+$/);
  const moment = fc
    .integer({ min: 0, max: 4_102_444_799 })
    .map((second) => writeCapMoment(new Date(second * 1000)));
  const pair: fc.Arbitrary<CapPair> = fc.record({ valueName: text, value: text });
  const few = <T>(each: fc.Arbitrary<T>) => fc.array(each, { maxLength: 2 });
  const degrees = (most: number) =>
    fc.integer({ min: -most * 1e4, max: most * 1e4 }).map((each) => String(each / 1e4));
  const position = fc.tuple(degrees(90), degrees(180)).map(String);
  const polygon = fc
    .array(position, { minLength: 3, maxLength: 6 })
    .map((ring) => [...ring, ring[0]].join(' '));
  const circle = fc.tuple(position, fc.nat()).map(([centre, radius]) => `${centre} ${radius}`);
  const one = (...values: string[]) => fc.constantFrom(...values);
  const some = (fields: string[]) => ({ requiredKeys: fields as never });

  const resource = fc.record(
    {
      resourceDesc: text,
      mimeType: text,
      size: fc.nat().map(String),
      uri: fc.webUrl(),
      derefUri: fc.base64String(),
      digest: name,
    },
    some(['resourceDesc', 'mimeType']),
  ) as fc.Arbitrary<CapResource>;
  const area = fc.record(
    {
      areaDesc: text,
      polygons: few(polygon),
      circles: few(circle),
      geocodes: few(pair),
      altitude: fc.nat(99).map(String),
      ceiling: fc.integer({ min: 99, max: 999 }).map(String),
    },
    some(['areaDesc', 'polygons', 'circles', 'geocodes', 'altitude']),
  ) as fc.Arbitrary<CapArea>;
  const info = fc.record(
    {
      language: one('zh-CN', 'en-US', 'fr'),
      categories: fc.array(one('Met', 'CBRNE', 'Other'), { minLength: 1, maxLength: 3 }),
      event: text,
      responseTypes: few(one('Avoid', 'AllClear', 'None')),
      urgency: one('Immediate', 'Past'),
      severity: one('Extreme', 'Unknown'),
      certainty: one('Observed', 'Unlikely'),
      audience: text,
      eventCodes: few(pair),
      effective: moment,
      onset: moment,
      expires: moment,
      senderName: text,
      headline: text,
      description: text,
      instruction: text,
      web: fc.webUrl(),
      contact: text,
      parameters: few(pair),
      resources: few(resource),
      areas: few(area),
    },
    some([
      'categories',
      'event',
      'responseTypes',
      'urgency',
      'severity',
      'certainty',
      'eventCodes',
      'parameters',
      'resources',
      'areas',
    ]),
  ) as fc.Arbitrary<CapInfo>;
  const reference = fc.tuple(name, name, moment).map(String);
  const alert = fc.record(
    {
      version: fc.constant('1.2' as const),
      identifier: name,
      sender: name,
      sent: moment,
      status: one('Actual', 'Draft'),
      msgType: one('Alert', 'Update', 'Cancel'),
      source: text,
      scope: fc.constant('Public'),
      restriction: text,
      addresses: text,
      codes: few(text),
      note: text,
      references: fc.array(reference, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n')),
      incidents: text,
      infos: few(info),
    },
    some([
      'version',
      'identifier',
      'sender',
      'sent',
      'status',
      'msgType',
      'scope',
      'codes',
      'references',
      'infos',
    ]),
  ) as fc.Arbitrary<CapAlert>;

  it('is read again as it was, and conforms', async () => {
    await fc.assert(
      fc.asyncProperty(alert, async (written) => {
        expect(await read(writeAlert(written))).toEqual({ ok: true, signed: false, alert: written });
      }),
      { numRuns: 200 },
    );
  });

  it('leaves out what XML cannot hold', async () => {
    const event = 'a\u0000b\uD800c\u0007';
    expect(await read(writeAlert(alertOf({ infos: [infoOf({ event, areas: [areaOf()] })] })))).toMatchObject({
      ok: true,
      alert: { infos: [{ event: 'a\uFFFDb\uFFFDc\uFFFD' }] },
    });
  });
});

describe('other people’s alerts', () => {
  const expected: Readonly<Record<string, boolean>> = {
    'canada.cap': true,
    'canada_errors.cap': false,
    'earthquake.cap': true,
    'no_optional_fields.cap': true,
    'weather.cap': true,
  };

  it.each(readdirSync(cases))('%s', async (file) => {
    expect((await read(readFileSync(join(cases, file)))).ok).toBe(expected[file]);
  });

  it('say the same when we write them again', async () => {
    for (const file of Object.keys(expected).filter((each) => expected[each])) {
      const reading = await read(readFileSync(join(cases, file)));
      const { alert } = reading as { alert: CapAlert };
      expect(await read(writeAlert(alert))).toEqual({ ok: true, signed: false, alert });
    }
  });
});

describe('npm run conformance -- cap', () => {
  const run = (path: string) => {
    const main = join(__dirname, '../../conformance/main.ts');
    const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', main, 'cap', path], {
      encoding: 'utf8',
    });
    return { status, lines: stdout.trimEnd().split('\n') };
  };

  it('says a verdict a file, and ends with 1 when one is invalid', () => {
    expect(run(cases)).toEqual({
      status: 1,
      lines: [
        'canada.cap: valid',
        'canada_errors.cap: invalid: references: names no message, but Update is about one',
        'earthquake.cap: valid',
        'no_optional_fields.cap: valid',
        'weather.cap: valid',
        '4 valid, 1 invalid',
      ],
    });
  });

  it('looks into folders, past what is no alert, and notes signatures', () => {
    const folder = mkdtempSync(join(tmpdir(), 'linli-cap-'));
    mkdirSync(join(folder, 'in'));
    writeFileSync(join(folder, 'in', 'signed.xml'), xmlOf('1.1', [['</alert>', `${signature}</alert>`]]));
    writeFileSync(
      join(folder, 'signed-wrong'),
      xmlOf('1.2', [
        ['</alert>', `${signature}</alert>`],
        ['s@example.com', 'a b'],
      ]),
    );
    writeFileSync(join(folder, 'cap12.xsd'), '');
    writeFileSync(join(folder, 'README.md'), '');
    expect(run(folder)).toEqual({
      status: 1,
      lines: [
        'in/signed.xml: valid (signed, not verified)',
        'signed-wrong: invalid: sender: has a space, a comma, < or & in it ("a b") (signed, not verified)',
        '1 valid, 1 invalid',
      ],
    });
    expect(run(join(folder, 'in'))).toMatchObject({ status: 0 });
    expect(run(join(folder, 'in', 'signed.xml')).lines[0]).toBe('signed.xml: valid (signed, not verified)');
    expect(run(mkdtempSync(join(tmpdir(), 'linli-cap-'))).status).toBe(1);
  });
});
