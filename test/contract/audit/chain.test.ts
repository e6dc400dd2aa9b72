import fc from 'fast-check';
import { createHash } from 'node:crypto';
import {
  type ChainFailure,
  type ChainVerdict,
  type SeenHead,
  verifyChain,
} from '../../../src/contract/audit/chain';
import type { LogLine } from '../../../src/contract/audit/entry';
import { chainCrypto, testKey, writeLog } from './log';

const first = testKey('AAAAAAAAAAA');
const second = testKey('AAAAAAAAAAE');
const keys = [first, second];

const log = writeLog([
  {
    act: 'role-granted',
    body: { role: 'officer' },
    texts: { person: '张桂兰', operator: 'root' },
    signer: first,
  },
  { act: 'proposal-filed', body: { worsens: 12, share: 0.5, list: [1, 'two', null] }, signer: first },
  { act: 'proposal-signed', body: { id: 'p1' }, texts: { by: '沈雅琴' }, signer: first },
  // The key was rotated; one line has an odd separator in it that some readers break lines at.
  { act: 'emergency-opened', body: { basis: 'a\u2028b \ud800 "q"' }, signer: second },
  { act: 'emergency-ended', signer: second },
]);
const parsed = (line: string): LogLine => JSON.parse(line) as LogLine;
const hashAt = (seq: number): string => parsed(log[seq - 1]!).hash;
const head: SeenHead = { seq: 5, hash: hashAt(5) };
const verify = (lines: readonly string[], seen: SeenHead | undefined = head): ChainVerdict =>
  verifyChain(lines, keys, chainCrypto, seen);
const fault = (seq: number, failure: ChainFailure): ChainVerdict => ({ ok: false, fault: { seq, failure } });
const replaced = (at: number, line: string): string[] => log.map((one, index) => (index === at ? line : one));
const edited = (at: number, edit: (line: LogLine) => unknown): string[] =>
  replaced(at, JSON.stringify(edit(parsed(log[at]!))));

describe('a log that nobody touched', () => {
  test('holds, whoever signed, with or without the personal texts, and says where it ends', () => {
    const end = { seq: 5, hash: hashAt(5) };
    expect(verify(log)).toEqual({ ok: true, end });
    const without = log.map((line) => {
      const { entry, hash, signature } = parsed(line);
      return JSON.stringify({ entry, hash, signature });
    });
    expect(verify(without)).toEqual({ ok: true, end });
    expect(verify(log, { hash: hashAt(3) })).toEqual({ ok: true, end });
    expect(verifyChain([], keys, chainCrypto)).toEqual({ ok: true, end: { seq: 0, hash: '0'.repeat(64) } });
  });

  test('can be hashed by a stranger from each line as it stands', () => {
    let before = Buffer.alloc(32);
    for (const line of log) {
      const text = line.slice('{"entry":'.length, line.lastIndexOf(',"hash":"'));
      before = createHash('sha256').update(before).update(text, 'utf8').digest();
      expect(before.toString('hex')).toBe(parsed(line).hash);
    }
  });
});

describe('what was done to it is found, by the number of the entry', () => {
  const again = writeLog(
    [1, 2, 3, 4, 5].map((each) => ({ act: 'invented', body: { each }, signer: testKey('AAAAAAAAAAA') })),
  );
  const cases: [what: string, lines: string[], expected: ChainVerdict][] = [
    ['a body changed', edited(1, (l) => ({ ...l, entry: { ...l.entry, body: { ...l.entry.body, worsens: 2 } } })), fault(2, 'altered')], // prettier-ignore
    ['a time changed', edited(4, (l) => ({ ...l, entry: { ...l.entry, at: '2026-01-01T00:00:00.000Z' } })), fault(5, 'altered')], // prettier-ignore
    ['a hash changed', edited(2, (l) => ({ ...l, hash: hashAt(1) })), fault(3, 'altered')],
    ['a signature of another entry', edited(2, (l) => ({ ...l, signature: parsed(log[1]!).signature })), fault(3, 'not-signed')], // prettier-ignore
    ['a personal text changed', edited(2, (l) => ({ ...l, personal: { by: { ...l.personal!['by']!, text: '陆文涛' } } })), fault(3, 'text-altered')], // prettier-ignore
    ['a personal text added', edited(4, (l) => ({ entry: l.entry, hash: l.hash, personal: { by: { salt: 'A'.repeat(22), text: 'x' } }, signature: l.signature })), fault(5, 'text-altered')], // prettier-ignore
    ['the first removed', log.slice(1), fault(1, 'missing')],
    ['one in the middle removed', [...log.slice(0, 2), ...log.slice(3)], fault(3, 'missing')],
    ['one written twice', [log[0]!, ...log], fault(2, 'missing')],
    ['two swapped', [log[0]!, log[2]!, log[1]!, ...log.slice(3)], fault(2, 'missing')],
    ['the last cut off', log.slice(0, 4), fault(5, 'cut-off')],
    ['all cut off', [], fault(1, 'cut-off')],
    ['written anew by somebody without the key', again, fault(1, 'not-signed')],
    ['spaces in it', replaced(1, log[1]!.replace('":', '": ')), fault(2, 'unreadable')],
    ['half a line', replaced(3, log[3]!.slice(0, 40)), fault(4, 'unreadable')],
    ['something unknown beside it', edited(0, (l) => ({ ...l, more: 1 })), fault(1, 'unreadable')],
  ];
  test.each(cases)('%s', (_, lines, expected) => expect(verify(lines)).toEqual(expected));

  test('rewritten with the key itself: the head that somebody saw tells', () => {
    const forged = writeLog(log.map(() => ({ act: 'invented', signer: first })));
    expect(verifyChain(forged, keys, chainCrypto)).toMatchObject({ ok: true });
    expect(verify(forged)).toEqual(fault(5, 'cut-off'));
    expect(verify(forged, { hash: hashAt(2) })).toEqual(fault(6, 'cut-off'));
  });

  test('a key that nobody knows', () => {
    expect(verifyChain(log, [first], chainCrypto)).toEqual(fault(4, 'unknown-key'));
  });

  test('any one character changed, put in or taken out, at any place', () => {
    fc.assert(
      fc.property(
        fc.nat(4),
        fc.nat(),
        fc.string({ minLength: 0, maxLength: 1 }),
        fc.nat(1),
        (at, place, put, taken) => {
          const line = log[at]!;
          const from = place % line.length;
          const other = line.slice(0, from) + put + line.slice(from + taken);
          fc.pre(other !== line);
          const found = verify(replaced(at, other));
          expect(found.ok ? undefined : found.fault.seq).toBe(at + 1);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('any run of entries removed, any two swapped', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.integer({ min: 1, max: 5 }), (at, count) => {
        const found = verify([...log.slice(0, at), ...log.slice(at + count)]);
        expect(found).toEqual(fault(at + 1, at + count >= log.length ? 'cut-off' : 'missing'));
      }),
    );
    fc.assert(
      fc.property(fc.nat(4), fc.nat(4), (one, other) => {
        fc.pre(one < other);
        const lines = [...log];
        [lines[one], lines[other]] = [lines[other]!, lines[one]!];
        expect(verify(lines)).toEqual(fault(one + 1, 'missing'));
      }),
    );
  });
});
