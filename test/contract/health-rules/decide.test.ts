import { colours } from '@contract/health-code/colour';
import { builtInRules } from '@contract/health-rules/built-in';
import { decide } from '@contract/health-rules/decide';
import type { Decision } from '@contract/health-rules/decision';
import type { Fact } from '@contract/health-rules/fact';
import { factKind, factKinds } from '@contract/health-rules/fact-kinds';
import type { Known } from '@contract/health-rules/input';
import { prepareRules } from '@contract/health-rules/prepare';
import { riskMapOf } from '@contract/risk-map/map';
import fc from 'fast-check';
import { factOf, node, now, person } from './arbitraries';

const rules = prepareRules(builtInRules);
const day = 86_400_000;
const instant = (days: number): string => new Date(now + days * day).toISOString();
const fact = (kind: string, more: Partial<Fact> = {}): Fact => ({
  id: kind,
  kind,
  values: {},
  source: 'official',
  from: { zh: '滨江区疾控中心', en: 'Binjiang CDC' },
  since: instant(-1),
  expiresAt: instant(13),
  ...more,
});
const flat = riskMapOf([]);
const of = (facts: Fact[], more: Partial<Known> = {}, at = now): Decision =>
  decide({ facts, riskMap: flat, ...more }, rules, at);
const level = (decision: Decision): number => colours.indexOf(decision.colour);
const fever = fact('symptoms', { values: { fever: true, temperature: 38.2 }, source: 'declaration' });

describe('the colour of a person', () => {
  it('is green where nothing is known, and time alone changes nothing', () => {
    expect(of([], { home: node })).toEqual({ colour: 'green', reasons: [] });
  });

  it('comes with the reason in plain words, since when, until when and the way back', () => {
    const { colour, reasons, recheckAt } = of([fever]);
    expect(colour).toBe('yellow');
    expect(recheckAt).toBe(instant(2));
    expect(reasons).toEqual([
      {
        rule: 'LL-Y-0001',
        version: '1.0.0',
        colour: 'yellow',
        reason: {
          zh: '你发热 38.2℃。退烧前，请先少去人多的地方。',
          en: 'You have a fever of 38.2 °C. Until it passes, please avoid crowds.',
        },
        source: 'declaration',
        from: fever.from,
        factId: 'symptoms',
        since: instant(-1),
        until: instant(2),
        wayBack: expect.arrayContaining([expect.objectContaining({ act: 'amend-declaration' })]),
      },
    ]);
  });

  it('leaves out what the fact does not say, and what is not the resident’s to put right', () => {
    const [reason] = of([{ ...fever, values: { fever: true }, source: 'official' }]).reasons;
    expect(reason?.reason.zh).toBe('你发热。退烧前，请先少去人多的地方。');
    expect(reason?.wayBack.map(({ act }) => act)).not.toContain('amend-declaration');
  });

  it('is the gravest, and the others are listed after it', () => {
    const positive = fact('positive-test', { values: { method: 'pcr' } });
    const { colour, reasons } = of([fever, positive, fact('household-contact')]);
    expect(colour).toBe('red');
    expect(reasons.map(({ rule }) => rule)).toEqual(['LL-R-0001', 'LL-Y-0001', 'LL-Y-0005']);
  });

  it('is green again with a negative test, and yellow when that is deleted first', () => {
    const negative = fact('negative-test', { values: { method: 'pcr' }, expiresAt: instant(1) });
    const green = of([fever, negative]);
    expect(green).toEqual({ colour: 'green', reasons: [], recheckAt: instant(1) });
    expect(of([fever, negative], {}, now + day).colour).toBe('yellow');
  });

  it('follows the map: the home’s level and that of where one has been', () => {
    const raised = riskMapOf([{ node: node.slice(0, 12), level: 'highest', since: instant(-1) }]);
    const stay = fact('stay', { values: { node, place: '江南社区' }, source: 'declaration' });
    expect(of([], { home: node, riskMap: raised }).reasons).toMatchObject([
      { rule: 'LL-R-0005', source: 'risk-map', since: instant(-1), until: instant(13) },
      { rule: 'LL-Y-0009', until: instant(6) },
    ]);
    const [first] = of([stay], { home: '330109', riskMap: raised }).reasons;
    expect(first).toMatchObject({ rule: 'LL-R-0004', factId: 'stay', until: instant(6) });
    expect(first?.reason.zh).toBe('7 天内你去过江南社区，现在是最高风险的地方。请先在家，少和人见面。');
    expect(of([stay], { home: node }).colour).toBe('green');
  });

  it('does not come from a rule out of its validity, and is looked at again when one begins', () => {
    const [fevers] = builtInRules.filter(({ Identifier }) => Identifier === 'LL-Y-0001');
    if (!fevers) throw new Error('the rule about fever');
    const later = prepareRules([{ ...fevers, ValidFrom: instant(1) }]);
    const over = prepareRules([{ ...fevers, ValidTo: instant(0) }]);
    const known = { facts: [fever], riskMap: flat };
    expect(decide(known, later, now)).toEqual({ colour: 'green', reasons: [], recheckAt: instant(1) });
    expect(decide(known, over, now)).toEqual({ colour: 'green', reasons: [] });
    const ending = prepareRules([{ ...fevers, ValidTo: instant(1) }]);
    expect(decide(known, ending, now).reasons).toMatchObject([{ until: instant(1) }]);
  });

  it.each(['not-before', 'after'] as const)('turns later where a rule says so (%s)', (from) => {
    const [fevers] = builtInRules.filter(({ Identifier }) => Identifier === 'LL-Y-0001');
    if (!fevers) throw new Error('the rule about fever');
    const since = (days: number) => ({ plusTime: [{ var: 'fact.since' }, days, 'day'] });
    const rightNow = { plusTime: [{ var: 'now' }, 0, 'day'] };
    const late = from === 'after' ? 1 : 0;
    const [from2, until4] = [{ [from]: [rightNow, since(2)] }, { [from]: [rightNow, since(4)] }];
    const testOverdue = prepareRules([{ ...fevers, Logic: { if: [from2, until4, true] } }]);
    const known = { facts: [fever], riskMap: flat };
    const turns = [1, 3].map((days) => new Date(now + days * day + late).toISOString());
    const before = decide(known, testOverdue, now);
    expect(before).toEqual({ colour: 'green', reasons: [], recheckAt: turns[0] });
    expect(decide(known, testOverdue, Date.parse(turns[0] ?? '') - 1).colour).toBe('green');
    expect(decide(known, testOverdue, Date.parse(turns[0] ?? ''))).toMatchObject({
      colour: 'yellow',
      reasons: [{ until: turns[1] }],
      recheckAt: turns[1],
    });
  });

  it('is nobody’s by a rule that cannot be reckoned', () => {
    const [fevers] = builtInRules.filter(({ Identifier }) => Identifier === 'LL-Y-0001');
    if (!fevers) throw new Error('the rule about fever');
    const broken = prepareRules([{ ...fevers, Logic: { '<': [{ var: 'fact.cough' }, 3] } }]);
    expect(decide({ facts: [fever], riskMap: flat }, broken, now).colour).toBe('green');
  });
});

describe('whatever is known', () => {
  const helpful = factKinds.filter(({ direction }) => direction === 'helps');
  const grave = factKinds.filter(({ direction }) => direction === 'worsens');
  const without = (known: Known, id: string): Known => ({
    ...known,
    facts: known.facts.filter((one) => one.id !== id),
  });

  it('one helpful fact more never worsens a colour', () => {
    fc.assert(
      fc.property(person, factOf(helpful), (known, help) => {
        const before = level(decide(known, rules, now));
        expect(level(decide({ ...known, facts: [...known.facts, help] }, rules, now))).toBeLessThanOrEqual(
          before,
        );
      }),
    );
  });

  it('one fact against the person less never worsens a colour, nor lengthens another reason', () => {
    fc.assert(
      fc.property(person, factOf(grave), (known, fact_) => {
        const more = decide({ ...known, facts: [...known.facts, fact_] }, rules, now);
        const less = decide(known, rules, now);
        expect(level(less)).toBeLessThanOrEqual(level(more));
        expect(more.reasons.filter(({ factId }) => factId !== fact_.id)).toEqual(less.reasons);
      }),
    );
  });

  it('the order of facts does not matter', () => {
    fc.assert(
      fc.property(person, (known) => {
        const turned = { ...known, facts: [...known.facts].reverse() };
        expect(decide(turned, rules, now)).toEqual(decide(known, rules, now));
      }),
    );
  });

  it('every reason ends, and is gone at the instant it names', () => {
    fc.assert(
      fc.property(person, (known) => {
        for (const reason of decide(known, rules, now).reasons) {
          const until = Date.parse(reason.until);
          expect(until).toBeGreaterThan(now);
          const left = decide(known, rules, until).reasons;
          expect(left).not.toContainEqual(
            expect.objectContaining({ rule: reason.rule, factId: reason.factId }),
          );
          const [still] = decide(known, rules, until - 1).reasons.filter(
            ({ rule, factId }) => rule === reason.rule && factId === reason.factId,
          );
          expect(still).toBeDefined();
        }
      }),
    );
  });

  it('until it is to be looked at again, time changes nothing; after the last time it is green', () => {
    fc.assert(
      fc.property(person, fc.double({ min: 0, max: 1, noNaN: true }), (known, share) => {
        let at = now;
        for (let turns = 0; turns < 200; turns++) {
          const decision = decide(known, rules, at);
          const next = decision.recheckAt === undefined ? undefined : Date.parse(decision.recheckAt);
          const { recheckAt: _, ...said } = decide(
            known,
            rules,
            at + Math.floor(((next ?? at + 400 * day) - 1 - at) * share),
          );
          expect(said).toEqual({ colour: decision.colour, reasons: decision.reasons });
          if (next === undefined) {
            expect(decision.colour).toBe('green');
            return;
          }
          expect(next).toBeGreaterThan(at);
          at = next;
        }
        throw new Error('it never came to rest');
      }),
      { numRuns: 60 },
    );
  });

  it('names no fact but by its kind’s own words', () => {
    fc.assert(
      fc.property(person, (known) => {
        for (const { reason, factId } of decide(known, rules, now).reasons) {
          expect(`${reason.zh}${reason.en}`).not.toMatch(/[{}[\]]|undefined/);
          const held = known.facts.find(({ id }) => id === factId);
          if (held) expect(factKind(held.kind)?.direction).toBe('worsens');
        }
      }),
    );
  });

  it('what is taken away is as if it had never been', () => {
    fc.assert(
      fc.property(person, (known) => {
        const [first] = known.facts;
        fc.pre(first !== undefined);
        const reasons = decide(without(known, first?.id ?? ''), rules, now).reasons;
        expect(reasons.map(({ factId }) => factId)).not.toContain(first?.id);
      }),
    );
  });
});
