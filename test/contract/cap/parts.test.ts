import { namespaceOf, versionOf } from '@contract/cap/alert';
import { readCircle, readPolygon } from '@contract/cap/geometry';
import { readIdentifier, writeIdentifier } from '@contract/cap/identifier';
import { readCapMoment, writeCapMoment } from '@contract/cap/moment';
import { readReferences, writeReferences } from '@contract/cap/references';
import fc from 'fast-check';

describe('a moment', () => {
  const anySecond = fc.integer({ min: 0, max: 4_102_444_799 }).map((second) => new Date(second * 1000));

  it('is read as it was written', () => {
    fc.assert(
      fc.property(anySecond, (at) => {
        const written = writeCapMoment(at);
        expect(written).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/);
        expect(readCapMoment(written, '1.2')).toBe(at.getTime());
      }),
    );
  });

  it.each([
    ['2012-05-02T23:21:04-00:00', Date.UTC(2012, 4, 2, 23, 21, 4)],
    ['2010-08-31T00:09:25-05:00', Date.UTC(2010, 7, 31, 5, 9, 25)],
    ['2026-11-29T24:00:00+08:00', Date.UTC(2026, 10, 29, 16)],
    ['2026-11-29T12:00:00+14:00', Date.UTC(2026, 10, 28, 22)],
  ])('%s', (text, at) => {
    expect(readCapMoment(text, '1.2')).toBe(at);
  });

  it.each([
    '2026-11-29T24:00:01+08:00',
    '2026-11-29T12:00:00+14:01',
    '2026-11-29T12:60:00+08:00',
    '2026-11-29 12:00:00+08:00',
    '2026-11-29T12:00:00+0800',
    '2026-11-29T12:00:00,08:00',
    '',
  ])('is not %p', (text) => {
    expect(readCapMoment(text, '1.1')).toBeUndefined();
  });
});

describe('an identifier of China’s profile', () => {
  const at = new Date('2026-11-29T16:05:09.999Z');

  it.each([
    ['33', '33000000000000_20261130000509_0'],
    ['3301', '33010000000000_20261130000509_0'],
    ['330106', '33010600000000_20261130000509_0'],
    ['330106109', '33010600010900_20261130000509_0'],
    ['330106109051001', '33010600010900_20261130000509_0'],
    ['330106109051001002', '33010600010900_20261130000509_0'],
  ])('of %s is %s', (node, identifier) => {
    expect(writeIdentifier(node, at, 0)).toBe(identifier);
    expect(identifier).toHaveLength(31);
    expect(readIdentifier(identifier)).toEqual({
      region: identifier.slice(0, 6),
      moment: '20261130000509',
      nth: 0,
    });
  });

  it('tells a thousand of the same second apart', () => {
    const all = Array.from({ length: 1000 }, (_, nth) => writeIdentifier('330106', at, nth));
    expect(new Set(all).size).toBe(1000);
    expect(all.map((each) => readIdentifier(each)?.nth)).toEqual(all.map((_, nth) => nth));
    expect(all[12]).toBe('33010600000001_20261130000509_2');
    expect(() => writeIdentifier('330106', at, 1000)).toThrow(RangeError);
    expect(() => writeIdentifier('3301061', at, 0)).toThrow(RangeError);
  });

  it('is only one where it looks like one', () => {
    expect(readIdentifier('2.49.0.1.124.6bddbc91.2012')).toBeUndefined();
    expect(readIdentifier('33010600000000_20261130000509_10')).toBeUndefined();
  });
});

it('references are read as they were written', () => {
  const name = fc.stringMatching(/^[A-Za-z0-9.@:/_-]+$/);
  const reference = fc.record({
    sender: name,
    identifier: name,
    sent: fc.constant('2026-11-29T08:30:00+08:00'),
  });
  fc.assert(
    fc.property(fc.array(reference), (references) => {
      expect(readReferences(writeReferences(references), '1.2')).toEqual({ references, faults: [] });
    }),
  );
});

it('a polygon and a circle are turned to GeoJSON’s order', () => {
  expect(readPolygon('30,120 30,121 31,121 30,120')).toEqual({
    ok: true,
    ring: [
      [120, 30],
      [121, 30],
      [121, 31],
      [120, 30],
    ],
  });
  expect(readCircle(' 30.5,120.25\n 2.5 ')).toEqual({ centre: [120.25, 30.5], radius: 2.5 });
});

it('a version is known by its namespace', () => {
  expect(versionOf(namespaceOf('1.1'))).toBe('1.1');
  expect(versionOf('http://www.incident.com/cap/1.0')).toBeUndefined();
});
