import { type Static, Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { outsideStepKinds } from '@contract/service-request/outside-desk';

// What a county's platform answers, as docs/connect.md says it.

const instant = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z$' });
const taken = Type.Object({
  reference: Type.String({ minLength: 1, maxLength: 100 }),
  number: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
});
const step = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 100 }),
  kind: Type.Union(outsideStepKinds.map((kind) => Type.Literal(kind))),
  at: instant,
  words: Type.Optional(Type.String({ maxLength: 4000 })),
});
const standing = Type.Composite([taken, Type.Object({ steps: Type.Array(step, { maxItems: 200 }) })]);
const refusal = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 4000 }) });

export const readTaken = (answer: unknown): Static<typeof taken> | undefined =>
  Value.Check(taken, answer) ? answer : undefined;
export const readStanding = (answer: unknown): Static<typeof standing> | undefined =>
  Value.Check(standing, answer) ? answer : undefined;
export const readReason = (answer: unknown): string | undefined =>
  Value.Check(refusal, answer) ? answer.reason : undefined;
