import fc from 'fast-check';
import { gateKindNames, gateKinds } from '@contract/emergency/gate-kinds';
import {
  emergencyActs,
  type EmergencyTimes,
  emergencyStates,
  endOf,
  inForceAt,
  stateAt,
} from '@contract/emergency/state';
import { faultOfTerms, LONGEST_DAYS, type TermsFault } from '@contract/emergency/terms';
import { countsByKind } from '@contract/emergency/record';
import type { EmergencyTerms } from '@contract/proposal/act';

const day = 86_400_000;
const now = Date.parse('2026-11-24T02:00:00.000Z');
const at = (ms: number): string => new Date(ms).toISOString();
const terms: EmergencyTerms = {
  level: 'II',
  legalBasis: { zh: '浙政发〔2026〕12 号', en: 'Zhejiang provincial notice 2026/12' },
  gateKinds: ['estate', 'transport'],
  endsAt: at(now + 30 * day),
};

describe('the terms of an emergency', () => {
  test.each<[string, Partial<EmergencyTerms>, TermsFault | undefined]>([
    ['hold', {}, undefined],
    ['may run to the last moment of ninety days', { endsAt: at(now + LONGEST_DAYS * day) }, undefined],
    ['may not run a moment longer', { endsAt: at(now + LONGEST_DAYS * day + 1) }, 'end-too-far'],
    ['end after now', { endsAt: at(now) }, 'end-past'],
    ['say when they end', { endsAt: 'some day' }, 'end-unreadable'],
    ['name a level of the national scale', { level: 'V' as 'IV' }, 'level-unknown'],
    ['rest on a document', { legalBasis: { zh: ' ', en: 'x' } }, 'basis-missing'],
    ['in both languages', { legalBasis: { zh: '文', en: '' } }, 'basis-missing'],
    ['say where a code may be asked for', { gateKinds: [] }, 'gate-kinds-missing'],
    ['and nowhere else', { gateKinds: ['estate', 'bridge'] }, 'gate-kind-unknown'],
    ['never at a hospital', { gateKinds: ['hospital'] }, 'gate-kind-unknown'],
  ])('%s', (_, change, fault) => {
    expect(faultOfTerms({ ...terms, ...change }, now)).toBe(fault);
  });

  test('every kind of gate has a name in both languages', () => {
    for (const kind of gateKinds) expect(gateKindNames[kind]).toEqual({ zh: expect.stringMatching(/./), en: expect.stringMatching(/./) }); // prettier-ignore
  });
});

describe('an emergency', () => {
  const times: EmergencyTimes = {
    openedAt: now,
    endsAt: now + 30 * day,
    endedAt: null,
    deletedAt: null,
  };

  test.each([
    ['is in force while it runs', {}, now + 29 * day, 'in-force'],
    ['ends by itself at its end', {}, now + 30 * day, 'ended'],
    ['ends when officers end it', { endedAt: now + day }, now + day, 'ended'],
    ['was in force until then', { endedAt: now + day }, now + day - 1, 'in-force'],
    ['is deleted once nothing is left of it', { endedAt: now + day, deletedAt: now + day + 9 }, now + 2 * day, 'deleted'], // prettier-ignore
  ] as const)('%s', (_, change, when, state) => {
    expect(stateAt({ ...times, ...change }, when)).toBe(state);
  });

  test('noted late as run out has still ended at its end', () => {
    expect(endOf({ ...times, endedAt: now + 31 * day })).toBe(now + 30 * day);
  });

  test('is renewed or ended while in force; another is opened only when nothing is left of it', () => {
    expect(emergencyActs).toEqual({ 'in-force': ['renew', 'end'], ended: [], deleted: ['open'] });
  });

  const moment = fc.integer({ min: 0, max: 400 * day });
  const anyTimes = fc
    .record({
      opened: moment,
      runs: fc.integer({ min: 1, max: 90 * day }),
      ended: fc.option(moment),
      deleted: fc.option(moment),
    }) // prettier-ignore
    .map(({ opened, runs, ended, deleted }) => {
      const endedAt = ended === null ? null : opened + ended;
      const end = Math.min(endedAt ?? Infinity, opened + runs);
      return {
        openedAt: opened,
        endsAt: opened + runs,
        endedAt,
        deletedAt: deleted === null ? null : end + deleted,
      };
    });

  test('only ever moves on: in force, ended, deleted', () => {
    fc.assert(
      fc.property(anyTimes, moment, moment, (one, a, b) => {
        const [earlier, later] = a < b ? [a, b] : [b, a];
        const rank = (when: number): number => emergencyStates.indexOf(stateAt(one, when));
        expect(rank(later)).toBeGreaterThanOrEqual(rank(earlier));
      }),
    );
  });

  test('never runs more than ninety days from its last renewal, whatever nobody did', () => {
    fc.assert(
      fc.property(anyTimes, (one) => {
        expect(stateAt(one, one.endsAt)).not.toBe('in-force');
        expect(inForceAt([one], one.endsAt)).toBeUndefined();
      }),
    );
  });

  test('is in force from its opening, and not before', () => {
    expect(inForceAt([times], now - 1)).toBeUndefined();
    expect(inForceAt([times], now)).toBe(times);
    expect(inForceAt([], now)).toBeUndefined();
  });
});

test('the public record counts by kind, and leaves nothing out', () => {
  expect(countsByKind({ fact: 3, declaration: 2, code_spell: 10, exposure_notice: 0, whatever: 1 })).toEqual({
    declarations: 5,
    codes: 10,
    other: 1,
  });
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.nat(1000)), (counts) => {
      const sum = (all: object): number => Object.values(all).reduce((a: number, b: number) => a + b, 0);
      expect(sum(countsByKind(counts))).toBe(sum(counts));
    }),
  );
});
