import fc from 'fast-check';
import { sha256 } from '@contract/health-code/noble';
import { encodePresentation } from '@contract/health-code/presentation';
import { makeProof, STEP_LENGTH, stepAt } from '@contract/health-code/proof';
import {
  credentialHash,
  REMEMBERED_FOR,
  type ScanMemory,
  secondScan,
} from '@contract/health-code/second-scan';
import type { Verdict } from '@contract/health-code/verdict';
import { verify } from '@contract/health-code/verify';
import { ed25519Signer } from '@contract/health-code/noble';
import { context, HOUR, holderSecret, issue, now, onPaper, phone } from './world';

/** Credentials of different people. */
const people = {
  zhang: issue(phone),
  li: issue({ ...phone, maskedName: '李*' }),
  wang: issue({ ...phone, maskedName: '王*军' }),
  red: issue({ ...phone, colour: 'red' }),
  yellow: issue({ ...phone, colour: 'yellow' }),
  dayOld: issue({ ...phone, issuedAt: now - 30 * HOUR }),
};
type Person = keyof typeof people;

/** The code of a phone, or of a picture taken when its clock showed `shows` seconds after `now`. */
const codeOf = (person: Person, shows: number): string => {
  const credential = people[person];
  const step = stepAt(now + shows * 1000);
  return encodePresentation(credential, makeProof(sha256(credential), step, ed25519Signer(holderSecret)));
};

interface Scan {
  /** Seconds after `now`, by the gate's clock. */
  at: number;
  who: Person;
  /** What the code was made for. */
  shows: number;
}

/** The gate scans one after another; `clock` seconds: by how much its own clock is fast. */
function gate(scans: readonly Scan[], clock = 0): Verdict[] {
  let memory: ScanMemory = [];
  return scans.map(({ at, who, shows }) => {
    const code = codeOf(who, shows);
    const time = now + (at + clock) * 1000;
    const first = verify(code, { ...context, now: time });
    const again = secondScan(
      first,
      { credential: credentialHash(code, sha256)!, step: stepAt(now + shows * 1000), at: time },
      memory,
    );
    memory = again.memory;
    return again.verdict;
  });
}

const table: [string, Scan[], Partial<Verdict>][] = [
  [
    'a proof of now again five seconds later passes, and says so',
    [
      { at: 0, who: 'zhang', shows: 0 },
      { at: 5, who: 'zhang', shows: 5 },
    ],
    { result: 'pass', reason: 'green', shownSecondsAgo: 5 },
  ],
  [
    'and after the code has rolled',
    [
      { at: 0, who: 'zhang', shows: 0 },
      { at: 40, who: 'zhang', shows: 40 },
    ],
    { result: 'pass', reason: 'green', shownSecondsAgo: 40 },
  ],
  [
    'another person within the minute is nobody’s second scan',
    [
      { at: 0, who: 'zhang', shows: 0 },
      { at: 5, who: 'li', shows: 5 },
    ],
    { result: 'pass', reason: 'green', shownSecondsAgo: undefined },
  ],
  [
    'an old proof: wait for the next one',
    [{ at: 0, who: 'zhang', shows: -240 }],
    { result: 'ask', reason: 'proof-not-now', act: 'wait-for-next-code', stepsOff: 8 },
  ],
  [
    'the same too soon: wait for the next one, again',
    [
      { at: 0, who: 'zhang', shows: -240 },
      { at: 20, who: 'zhang', shows: -240 },
    ],
    { result: 'ask', reason: 'proof-not-now', act: 'wait-for-next-code' },
  ],
  [
    'old, but it moved on: that phone’s clock is four minutes slow',
    [
      { at: 0, who: 'zhang', shows: -240 },
      { at: 31, who: 'zhang', shows: -209 },
    ],
    { result: 'ask', reason: 'holder-clock-off', act: 'compare-document', stepsOff: 8 },
  ],
  [
    'from the future, and it moved on: fast',
    [
      { at: 0, who: 'zhang', shows: 600 },
      { at: 31, who: 'zhang', shows: 631 },
    ],
    { result: 'ask', reason: 'holder-clock-off', stepsOff: -20 },
  ],
  [
    'old and unchanged after more than 30 s: a picture',
    [
      { at: 0, who: 'zhang', shows: -240 },
      { at: 31, who: 'zhang', shows: -240 },
    ],
    { result: 'stop', reason: 'same-proof-again', act: 'keep-distance' },
  ],
  [
    'unchanged since the first of three scans',
    [
      { at: 0, who: 'zhang', shows: -240 },
      { at: 15, who: 'zhang', shows: -240 },
      { at: 31, who: 'zhang', shows: -240 },
    ],
    { result: 'stop', reason: 'same-proof-again' },
  ],
  [
    'a picture of what passed here 50 s ago, in a friend’s hand',
    [
      { at: 0, who: 'zhang', shows: 0 },
      { at: 50, who: 'zhang', shows: 0 },
    ],
    { result: 'stop', reason: 'same-proof-again' },
  ],
  [
    'pictures with somebody else in between',
    [
      { at: 0, who: 'zhang', shows: -240 },
      { at: 15, who: 'li', shows: 15 },
      { at: 35, who: 'zhang', shows: -240 },
    ],
    { result: 'stop', reason: 'same-proof-again' },
  ],
  [
    'a step further back than before has not moved on',
    [
      { at: 0, who: 'zhang', shows: -240 },
      { at: 31, who: 'zhang', shows: -400 },
    ],
    { result: 'ask', reason: 'proof-not-now' },
  ],
  [
    'after a minute it is forgotten',
    [
      { at: 0, who: 'zhang', shows: -240 },
      { at: 61, who: 'zhang', shows: -240 },
    ],
    { result: 'ask', reason: 'proof-not-now' },
  ],
  [
    'and what passed a minute ago as well',
    [
      { at: 0, who: 'zhang', shows: 0 },
      { at: 61, who: 'zhang', shows: 61 },
    ],
    { result: 'pass', shownSecondsAgo: undefined },
  ],
  [
    'red stays red, whatever its clock',
    [
      { at: 0, who: 'red', shows: -240 },
      { at: 31, who: 'red', shows: -209 },
    ],
    { result: 'stop', reason: 'red' },
  ],
  [
    'yellow of now again stays yellow',
    [
      { at: 0, who: 'yellow', shows: 0 },
      { at: 5, who: 'yellow', shows: 5 },
    ],
    { result: 'ask', reason: 'yellow', shownSecondsAgo: undefined },
  ],
  [
    'a credential past its day keeps its say over a slow clock…',
    [
      { at: 0, who: 'dayOld', shows: -240 },
      { at: 31, who: 'dayOld', shows: -209 },
    ],
    { result: 'ask', reason: 'credential-stale' },
  ],
  [
    '…not over a picture',
    [
      { at: 0, who: 'dayOld', shows: -240 },
      { at: 31, who: 'dayOld', shows: -240 },
    ],
    { result: 'stop', reason: 'same-proof-again' },
  ],
  [
    'three phones in a row four minutes slow: it is this device’s clock',
    [
      { at: 0, who: 'zhang', shows: -240 },
      { at: 10, who: 'li', shows: -230 },
      { at: 20, who: 'wang', shows: -220 },
    ],
    { result: 'ask', reason: 'own-clock-suspect', act: 'check-own-clock' },
  ],
  [
    'two phones, one of them twice, are not three',
    [
      { at: 0, who: 'zhang', shows: -240 },
      { at: 10, who: 'li', shows: -230 },
      { at: 20, who: 'li', shows: -220 },
    ],
    { result: 'ask', reason: 'holder-clock-off' },
  ],
  [
    'three off by different times are three phones’ own matter',
    [
      { at: 0, who: 'zhang', shows: -240 },
      { at: 10, who: 'li', shows: -600 },
      { at: 20, who: 'wang', shows: -220 },
    ],
    { result: 'ask', reason: 'proof-not-now' },
  ],
  [
    'a phone of now in between clears this device’s clock',
    [
      { at: 0, who: 'zhang', shows: -240 },
      { at: 10, who: 'li', shows: -230 },
      { at: 15, who: 'dayOld', shows: 15 },
      { at: 20, who: 'wang', shows: -220 },
    ],
    { result: 'ask', reason: 'proof-not-now' },
  ],
  [
    'a picture is a picture, among slow phones too',
    [
      { at: 0, who: 'wang', shows: -240 },
      { at: 10, who: 'zhang', shows: -230 },
      { at: 20, who: 'li', shows: -220 },
      { at: 35, who: 'wang', shows: -240 },
    ],
    { result: 'stop', reason: 'same-proof-again' },
  ],
];

describe('a scan after others', () => {
  test.each(table)('%s', (_, scans, expected) => {
    expect({ shownSecondsAgo: undefined, ...gate(scans).at(-1) }).toMatchObject(expected);
  });

  test('with the gate’s clock four minutes fast, people who pass by are told nothing worse than "wait"', () => {
    const scans: Scan[] = (['zhang', 'li', 'wang'] as const).map((who, i) => ({
      at: i * 9,
      who,
      shows: i * 9,
    }));
    expect(gate(scans, 240).map(({ reason }) => reason)).toEqual([
      'proof-not-now',
      'proof-not-now',
      'own-clock-suspect',
    ]);
  });

  test('paper again and again is paper, and not remembered', () => {
    const paper = encodePresentation(issue(onPaper(phone)));
    const verdict = verify(paper, context);
    const scan = { credential: credentialHash(paper, sha256)!, step: 0, at: now };
    expect(secondScan(verdict, scan, [])).toEqual({ verdict, memory: [] });
  });

  test('what cannot be taken apart has no hash', () => {
    expect(credentialHash('hello', sha256)).toBeUndefined();
  });
});

describe('whatever is scanned in whatever order, by whatever clock', () => {
  const persons = Object.keys(people) as Person[];
  const scan = fc.record({
    at: fc.integer({ min: 0, max: 300 }),
    who: fc.constantFrom(...persons),
    shows: fc.integer({ min: -900, max: 900 }),
  });
  const some = fc.array(scan, { minLength: 1, maxLength: 12 });

  test('a second scan makes nobody’s result better, and calls a picture only what is not of now', () => {
    fc.assert(
      fc.property(some, (scans) => {
        const ranks = { pass: 0, ask: 1, stop: 2 };
        gate(scans).forEach((verdict, i) => {
          const { at, who, shows } = scans[i]!;
          const alone = verify(codeOf(who, shows), { ...context, now: now + at * 1000 });
          expect(ranks[verdict.result]).toBeGreaterThanOrEqual(ranks[alone.result]);
          if (Math.abs(alone.stepsOff!) <= 1) expect(verdict.reason).toBe(alone.reason);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('a live phone, however wrong its clock, is never called a picture', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -900, max: 900 }),
        fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 2, maxLength: 6 }),
        (skew, seconds) => {
          const times = [...seconds].sort((a, b) => a - b);
          const verdicts = gate(times.map((at) => ({ at, who: 'zhang', shows: at + skew })));
          verdicts.forEach(({ reason }) => expect(reason).not.toBe('same-proof-again'));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('nothing is remembered for longer than a minute, nor of a time that is yet to come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -200, max: 200 }), { maxLength: 12 }), (seconds) => {
        let memory: ScanMemory = [];
        for (const second of seconds) {
          const at = now + second * 1000;
          const seen = { credential: 'x', step: stepAt(at), at };
          const verdict: Verdict = { result: 'pass', reason: 'green', act: 'let-through', stepsOff: 0 };
          memory = secondScan(verdict, seen, memory).memory;
          for (const entry of memory) {
            expect(at - entry.at).toBeLessThanOrEqual(REMEMBERED_FOR);
            expect(entry.at).toBeLessThanOrEqual(at);
          }
        }
      }),
    );
  });

  test('a minute holds two steps, so a picture is caught while it is remembered', () => {
    expect(REMEMBERED_FOR).toBe(2 * STEP_LENGTH);
  });
});
