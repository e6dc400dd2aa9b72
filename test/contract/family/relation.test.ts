import {
  actsOf,
  allows,
  endsOn,
  familyActs,
  familyKinds,
  familyStates,
  isOfAge,
  refuseGuardian,
  refuseHelper,
  type Relation,
  stands,
} from '@contract/family/relation';
import { reaches } from '@contract/person/age';
import fc from 'fast-check';

const today = '2026-11-24';
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const relation: fc.Arbitrary<Relation> = fc.record({
  kind: fc.constantFrom(...familyKinds),
  state: fc.constantFrom(...familyStates),
  may: fc.subarray([...familyActs]),
  bornOn: fc.option(day),
});
const guardian = (bornOn: string | null): Relation => ({
  kind: 'guardian',
  state: 'active',
  may: [],
  bornOn,
});
const helper = (...may: Relation['may']): Relation => ({
  kind: 'helper',
  state: 'active',
  may,
  bornOn: null,
});

describe('who may act for whom', () => {
  it.each<[string, Relation, readonly string[]]>([
    ['a guardian may everything', guardian('2018-08-15'), familyActs],
    ['a helper may what was chosen', helper('show', 'read'), ['show', 'read']],
    ['a helper to whom nothing is left may nothing', helper(), []],
    ['nobody may before the community has seen the child', { ...guardian('2018-08-15'), state: 'asked' }, []],
    ['a guardian may until the day before eighteen', guardian('2008-11-25'), familyActs],
    ['a guardian may nothing from eighteen on', guardian('2008-11-24'), []],
    ['a guardian of somebody of age may nothing', guardian(null), []],
  ])('%s', (_, one, acts) => {
    expect(familyActs.filter((act) => allows(one, act, today))).toEqual(acts);
  });

  it('is never more than what is said of it, and a guardian’s part ends for good', () => {
    fc.assert(
      fc.property(relation, fc.constantFrom(...familyActs), day, day, (one, act, now, later) => {
        if (allows(one, act, now)) {
          expect(one.state).toBe('active');
          expect(stands(one, now)).toBe(true);
          expect(actsOf(one)).toContain(act);
        }
        if (later > now && !stands(one, now)) expect(stands(one, later)).toBe(false);
      }),
    );
  });

  it('ends on the eighteenth birthday for a guardian, and for a helper only when it is ended', () => {
    fc.assert(
      fc.property(day, (bornOn) => {
        expect(endsOn({ kind: 'guardian', bornOn })).toBe(reaches(18, bornOn));
        expect(endsOn({ kind: 'helper', bornOn })).toBeNull();
      }),
    );
    expect(endsOn({ kind: 'guardian', bornOn: '2008-02-29' })).toBe('2026-03-01');
  });
});

describe('the community makes somebody a guardian', () => {
  const adult = { confirmed: true, bornOn: null };
  it.each([
    ['an adult, of a child of eight', adult, '2018-08-15', false, undefined],
    ['an adult, of a newborn', adult, today, false, undefined],
    ['nobody it has not seen', { confirmed: false, bornOn: null }, '2018-08-15', true, 'guardian-not-of-age'],
    ['no minor', { confirmed: true, bornOn: '2009-01-01' }, '2018-08-15', true, 'guardian-not-of-age'],
    [
      'somebody who is eighteen today',
      { confirmed: true, bornOn: '2008-11-24' },
      '2018-08-15',
      false,
      undefined,
    ],
    ['without the child up to the day before fourteen', adult, '2012-11-25', false, undefined],
    ['not without the child from fourteen on', adult, '2012-11-24', false, 'child-consent-required'],
    ['with the child from fourteen on', adult, '2012-11-24', true, undefined],
    ['up to the day before eighteen', adult, '2008-11-25', true, undefined],
    ['of nobody who is eighteen', adult, '2008-11-24', true, 'not-a-child'],
  ])('%s', (_, who, bornOn, agrees, refused) => {
    expect(refuseGuardian(who, { bornOn, agrees }, today)).toBe(refused);
  });
});

describe('an adult’s yes to a helper', () => {
  it('counts for somebody the community has seen, and from an adult only', () => {
    const seen = { confirmed: true, bornOn: null };
    expect(refuseHelper(seen, { bornOn: null }, today)).toBeUndefined();
    expect(refuseHelper({ ...seen, confirmed: false }, { bornOn: null }, today)).toBe('name-not-confirmed');
    expect(refuseHelper(seen, { bornOn: '2008-11-25' }, today)).toBe('not-in-family');
    expect(refuseHelper(seen, { bornOn: '2008-11-24' }, today)).toBeUndefined();
    expect(isOfAge({ confirmed: false, bornOn: null }, today)).toBe(false);
  });
});
