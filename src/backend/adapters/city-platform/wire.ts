import { type Static, Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';

// What a city's platform answers, as docs/connect.md says it.

const words = Type.String({ minLength: 1, maxLength: 60 });
const instant = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z$' });

const fact = Type.Object({
  /** The platform's own: the same fact has the same one each time. */
  id: Type.String({ minLength: 1, maxLength: 100 }),
  kind: Type.String({ maxLength: 40 }),
  values: Type.Record(
    Type.String({ maxLength: 40 }),
    Type.Union([Type.String({ maxLength: 100 }), Type.Number(), Type.Boolean()]),
  ),
  from: Type.Object({ zh: words, en: words }),
  since: instant,
  /** Earlier than the registry of kinds would delete it; left out: as the registry says. */
  until: Type.Optional(instant),
});
const facts = Type.Object({ facts: Type.Array(fact, { maxItems: 200 }) });

const changes = Type.Object({
  personKeys: Type.Array(Type.String({ pattern: '^[0-9a-f]{64}$' }), { maxItems: 1000 }),
  cursor: Type.String({ minLength: 1, maxLength: 200 }),
  more: Type.Boolean(),
});
const forgotten = Type.Object({ cursorUnknown: Type.Literal(true) });

export type WireFact = Static<typeof fact>;

export function readFacts(answer: unknown): WireFact[] | undefined {
  if (!Value.Check(facts, answer)) return undefined;
  const ids = new Set(answer.facts.map(({ id }) => id));
  return ids.size === answer.facts.length ? answer.facts : undefined;
}

export function readChanges(answer: unknown): Static<typeof changes> | 'cursor-unknown' | undefined {
  if (Value.Check(forgotten, answer)) return 'cursor-unknown';
  return Value.Check(changes, answer) ? answer : undefined;
}
