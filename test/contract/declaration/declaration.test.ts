import { dayAt, startOf } from '@contract/calendar-day';
import { refuseDeclarant } from '@contract/declaration/declarant';
import { type Answers, DECLARED_DAYS, factsOf, faultsOf } from '@contract/declaration/declaration';
import { symptomCodes } from '@contract/declaration/symptoms';
import { checkFact } from '@contract/health-rules/check-fact';
import { factKind } from '@contract/health-rules/fact-kinds';
import fc from 'fast-check';

const day = 86_400_000;
const now = Date.parse('2026-11-24T02:00:00.000Z');
const today = dayAt(now);
const daysAgo = (days: number): string => dayAt(now - days * day);
const well: Answers = { symptoms: [], contact: false };
const context = { now, nameOf: () => '桂语社区', byGuardian: false };

/** Answers as the page puts them together. */
const answers = (at: number): fc.Arbitrary<Answers> => {
  const lately = fc.integer({ min: 0, max: DECLARED_DAYS - 1 }).map((days) => dayAt(at - days * day));
  return fc
    .record({
      symptoms: fc.subarray([...symptomCodes]),
      tenths: fc.integer({ min: 340, max: 430 }),
      onsetOn: lately,
      contact: fc.boolean(),
      contactOn: lately,
      places: fc.array(fc.record({ node: fc.constant('330106990001'), on: lately }), { maxLength: 3 }),
    })
    .map(({ symptoms, tenths, onsetOn, contact, contactOn, places }) => ({
      symptoms,
      ...(symptoms.includes('fever') ? { temperature: tenths / 10 } : {}),
      ...(symptoms.length > 0 ? { onsetOn } : {}),
      contact,
      ...(contact ? { contactOn } : {}),
      places,
    }));
};

describe('a declaration', () => {
  it.each<[string, Answers, string[]]>([
    ['feeling well', well, []],
    ['a fever, measured', { ...well, symptoms: ['fever'], temperature: 38.2, onsetOn: today }, []],
    ['a fever nobody measured', { ...well, symptoms: ['fever'], onsetOn: today }, ['/temperature']],
    ['a temperature without a fever', { ...well, temperature: 36.6 }, ['/temperature']],
    [
      'a temperature to a hundredth',
      { ...well, symptoms: ['fever'], temperature: 38.25, onsetOn: today },
      ['/temperature'],
    ],
    ['a cough since nobody knows when', { ...well, symptoms: ['cough'] }, ['/onsetOn']],
    ['a day without symptoms', { ...well, onsetOn: today }, ['/onsetOn']],
    ['a contact some day', { ...well, contact: true }, ['/contactOn']],
    ['a contact tomorrow', { ...well, contact: true, contactOn: daysAgo(-1) }, ['/contactOn']],
    ['a contact 13 days ago', { ...well, contact: true, contactOn: daysAgo(13) }, []],
    ['a contact 14 days ago', { ...well, contact: true, contactOn: daysAgo(14) }, ['/contactOn']],
    [
      'a stay long ago beside one of today',
      {
        ...well,
        places: [
          { node: '330106', on: today },
          { node: '330106', on: daysAgo(20) },
        ],
      },
      ['/places/1/on'],
    ],
  ])('%s', (_, said, pointers) => {
    expect(faultsOf(said, now).map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it('asks after nothing that the registry of kinds does not know', () => {
    const fields = Object.keys(factKind('symptoms')?.fields ?? {});
    expect(fields).toEqual(expect.arrayContaining([...symptomCodes]));
  });

  it('amounts to facts that the registry takes, of now and of the past alone', () => {
    const moment = fc.integer({ min: now, max: now + 30 * day });
    fc.assert(
      fc.property(
        moment.chain((at) => fc.tuple(fc.constant(at), answers(at))),
        fc.boolean(),
        ([at, said], byGuardian) => {
          expect(faultsOf(said, at)).toEqual([]);
          for (const { fact } of factsOf(said, { ...context, now: at, byGuardian })) {
            expect(checkFact({ ...fact, source: 'declaration' }, at)).toMatchObject({ ok: true });
            expect(Date.parse(fact.since)).toBeLessThanOrEqual(at);
          }
        },
      ),
    );
  });

  it('says of every answer which fact it is, and of feeling well none', () => {
    expect(factsOf(well, context)).toEqual([]);
    const said: Answers = {
      symptoms: ['fever', 'cough'],
      temperature: 38.2,
      onsetOn: daysAgo(1),
      contact: true,
      contactOn: daysAgo(2),
      places: [{ node: '330106990001', on: today }],
    };
    const from = { zh: '你自己填的', en: 'Your own declaration' };
    expect(factsOf(said, context)).toEqual([
      {
        answer: 'symptoms',
        fact: {
          kind: 'symptoms',
          values: { fever: true, temperature: 38.2, cough: true },
          from,
          since: new Date(startOf(daysAgo(1))).toISOString(),
        },
      },
      {
        answer: 'contact',
        fact: {
          kind: 'close-contact',
          values: {},
          from,
          // The end of that day: rules count from the last moment.
          since: new Date(startOf(daysAgo(1)) - 1).toISOString(),
        },
      },
      {
        answer: 'place',
        fact: {
          kind: 'stay',
          values: { node: '330106990001', place: '桂语社区' },
          from,
          since: new Date(now).toISOString(),
        },
      },
    ]);
  });
});

describe('who may declare', () => {
  const [me, child] = ['me', 'child'];
  it.each<[string, Parameters<typeof refuseDeclarant>, string | undefined]>([
    ['an adult of themself', [me, { id: me, bornOn: null }, false, today], undefined],
    ['from fourteen of oneself', [me, { id: me, bornOn: '2012-11-24' }, false, today], undefined],
    [
      'a day younger: a guardian does',
      [me, { id: me, bornOn: '2012-11-25' }, false, today],
      'guardian-declares',
    ],
    ['a guardian of a child', [me, { id: child, bornOn: '2018-08-15' }, true, today], undefined],
    ['a guardian of one over fourteen', [me, { id: child, bornOn: '2010-08-15' }, true, today], undefined],
    ['anybody else of anybody', [me, { id: child, bornOn: null }, false, today], 'not-in-family'],
  ])('%s', (_, asked, refused) => {
    expect(refuseDeclarant(...asked)).toBe(refused);
  });
});
