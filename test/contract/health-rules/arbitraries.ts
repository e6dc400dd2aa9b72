import { checkFact } from '@contract/health-rules/check-fact';
import type { Fact } from '@contract/health-rules/fact';
import { type FactField, type FactKind } from '@contract/health-rules/fact-kind';
import { factKinds } from '@contract/health-rules/fact-kinds';
import type { Known } from '@contract/health-rules/input';
import { riskLevels } from '@contract/risk-map/level';
import { riskMapOf } from '@contract/risk-map/map';
import fc from 'fast-check';

export const now = Date.UTC(2026, 10, 24, 6);
const hour = 3_600_000;
export const node = '330108001001003';
const instant = (at: number): string => new Date(at).toISOString();
/** Hours ago, up to those that any rule looks back; whole days too, where answers turn. */
const began = fc.oneof(
  fc.integer({ min: 0, max: 20 * 24 * 60 }).map((minutes) => now - minutes * 60_000),
  fc.integer({ min: 0, max: 20 }).map((days) => now - days * 24 * hour),
);

const valueOf = (field: FactField, since: number): fc.Arbitrary<string | number | boolean> => {
  switch (field.type) {
    case 'yes-no':
      return fc.boolean();
    case 'number':
      return fc.integer({ min: field.min * 10, max: field.max * 10 }).map((tenths) => tenths / 10);
    case 'choice':
      return fc.constantFrom(...Object.keys(field.options));
    case 'words':
      return fc.constantFrom('江南社区', '桂语苑');
    case 'region':
      return fc.constantFrom('330108', '330108001001', node, '330109');
    case 'instant':
      return fc.integer({ min: 0, max: field.withinDays * 24 }).map((hours) => instant(since + hours * hour));
  }
};

const valuesOf = (kind: FactKind, since: number) =>
  fc.record(
    Object.fromEntries(Object.entries(kind.fields).map(([name, field]) => [name, valueOf(field, since)])),
    { requiredKeys: Object.keys(kind.fields).filter((name) => kind.fields[name]?.required) },
  );

/** Any fact that could stand in the database now. */
export const factOf = (kinds: readonly FactKind[] = factKinds): fc.Arbitrary<Fact> =>
  fc
    .tuple(fc.constantFrom(...kinds), began)
    .chain(([kind, since]) =>
      fc.record({
        id: fc.uuid(),
        kind: fc.constant(kind.kind),
        values: valuesOf(kind, since),
        source: fc.constantFrom(...kind.sources),
        from: fc.constant({ zh: '滨江区疾控中心', en: 'Binjiang CDC' }),
        since: fc.constant(instant(since)),
      }),
    )
    .map((fact) => ({ fact, checked: checkFact(fact, now) }))
    .filter(({ checked }) => checked.ok)
    .map(({ fact, checked }) => ({ ...fact, expiresAt: checked.ok ? checked.value.expiresAt : '' }));

const levels = fc.array(
  fc.record({
    node: fc.constantFrom('330108', '330108001001', node, '330109'),
    level: fc.constantFrom(...riskLevels),
    since: began.map(instant),
  }),
  { maxLength: 4 },
);

/** Any person of a neighbourhood whose map may have any levels. */
export const person: fc.Arbitrary<Known> = fc
  .record({
    facts: fc.uniqueArray(factOf(), { maxLength: 6, selector: ({ id }) => id }),
    home: fc.option(fc.constant(node), { nil: undefined }),
    levels,
  })
  .map(({ facts, home, levels: set }) => ({ facts, home, riskMap: riskMapOf(set) }));
