import { Type } from '@sinclair/typebox';
import type { HealthRule } from './rule';

const strict = <T extends Parameters<typeof Type.Object>[0]>(properties: T) =>
  Type.Object(properties, { additionalProperties: false });
const Words = Type.String({ minLength: 1, maxLength: 400, pattern: '\\S' });
const InBoth = strict({ zh: Words, en: Words });
const Instant = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z$' });
// Not `enum`, which TypeBox's own validator does not know.
const oneOf = (values: readonly string[]) => Type.Union(values.map((value) => Type.Literal(value)));

/** The shape of a rule, for the endpoint that publishes it and for whoever writes one. */
export const HealthRuleBody = Type.Unsafe<HealthRule>(
  strict({
    Identifier: Type.String({ pattern: '^LL-[RY]-[0-9]{4}$' }),
    Version: Type.String({ pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$' }),
    Colour: oneOf(['yellow', 'red']),
    ValidFrom: Instant,
    ValidTo: Instant,
    Description: InBoth,
    Reason: InBoth,
    WayBack: Type.Array(
      strict({
        text: InBoth,
        act: Type.Optional(oneOf(['amend-declaration', 'ask-for-visit', 'call-desk', 'appeal'])),
      }),
      { minItems: 1, maxItems: 8 },
    ),
    AffectedKind: Type.Union([Type.String(), Type.Null()]),
    Engine: oneOf(['CERTLOGIC']),
    EngineVersion: Type.String({ pattern: '^1\\.[0-9]+\\.[0-9]+$' }),
    Logic: Type.Unknown(),
    Examples: Type.Array(strict({ name: InBoth, data: Type.Unknown(), passes: Type.Boolean() }), {
      minItems: 2,
      maxItems: 40,
    }),
  }),
);
