import { keyInUse, type KeyTerm, publishedTerm } from '@contract/health-code/issuer-keys';
import { DAY, HOUR, now } from './world';

const first: KeyTerm = { kid: 'first', usedFrom: now };
const next: KeyTerm = { kid: 'next', madeAt: now + 9 * DAY, usedFrom: now + 10 * DAY };
const MINUTE = 60_000;
const iso = (ms: number) => new Date(ms).toISOString();

test.each<[string, KeyTerm[], number, string | undefined]>([
  ['the only key, from its first moment', [first], now, 'first'],
  ['none before that', [first], now - 1, undefined],
  ['the first while the next waits', [first, next], next.usedFrom - 1, 'first'],
  ['the next once its use begins', [first, next], next.usedFrom, 'next'],
  ['the first still, when the next was revoked as it waited', [first, { ...next, revokedAt: next.usedFrom - HOUR }], next.usedFrom, 'first'], // prettier-ignore
  ['none that is revoked', [{ ...first, revokedAt: now + 1 }], now + 2, undefined],
])('what signs: %s', (_, keys, at, kid) => {
  expect(keyInUse(keys, at)?.kid).toBe(kid);
});

describe('what verifiers are told of a key', () => {
  const retired = next.usedFrom;
  it('is nothing about its end while it is in use, even when the next waits', () => {
    expect(publishedTerm(first, [first, next], retired - 1)).toEqual({});
    expect(publishedTerm(next, [first, next], retired - 1)).toEqual({
      notBefore: iso(next.madeAt! - MINUTE),
    });
  });

  it('is its end once another has taken its place, until its last paper code has ended', () => {
    const told = { notAfter: iso(retired + MINUTE) };
    expect(publishedTerm(first, [first, next], retired)).toEqual(told);
    expect(publishedTerm(first, [first, next], retired + 30 * DAY)).toEqual(told);
    expect(publishedTerm(first, [first, next], retired + 30 * DAY + 2 * MINUTE)).toBeUndefined();
  });

  it('is that it was revoked, for as long as anything it signed could still run', () => {
    const revoked = { ...first, revokedAt: now + DAY };
    expect(publishedTerm(revoked, [revoked], now + DAY)).toEqual({ revokedAt: iso(now + DAY) });
    expect(publishedTerm(revoked, [revoked], now + 31 * DAY)).toBeDefined();
    expect(publishedTerm(revoked, [revoked], now + 31 * DAY + 2 * MINUTE)).toBeUndefined();
  });

  it('does not date the use of a new key: it may have to replace a revoked one sooner than was said', () => {
    const early = { ...next, usedFrom: next.madeAt! + HOUR };
    expect(publishedTerm(early, [first, early], early.usedFrom)).toEqual({
      notBefore: iso(next.madeAt! - MINUTE),
    });
  });
});
