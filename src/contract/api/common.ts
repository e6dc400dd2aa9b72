import { type TSchema, Type } from '@sinclair/typebox';

/** An RFC 3339 instant, UTC, to the millisecond. */
export const Instant = Type.String({ format: 'date-time' });
/** A UUID in its one plain form: the format alone would also take capitals and `urn:uuid:`. */
export const Id = Type.String({ format: 'uuid', pattern: '^[0-9a-f-]{36}$' });
/** A node of the grid tree: 2, 4, 6, 9, 12 or 15 digits; a building: 18. */
export const RegionCode = Type.String({ pattern: '^(\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}|\\d{15})$' });
export const BuildingCode = Type.String({ pattern: '^\\d{18}$' });
/** Bytes as base64url without padding (RFC 4648 §5). */
export const Bytes = (maxLength = 4096) => Type.String({ pattern: '^[A-Za-z0-9_-]*$', maxLength });

export const literals = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values] });

export const Bilingual = Type.Object({ zh: Type.String(), en: Type.String() });

export const strict = <T extends Record<string, TSchema>>(properties: T) =>
  Type.Object(properties, { additionalProperties: false });

/** WGS-84, degrees. */
export const Point = strict({
  lng: Type.Number({ minimum: -180, maximum: 180 }),
  lat: Type.Number({ minimum: -90, maximum: 90 }),
});

export const ProblemBody = Type.Object({
  type: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  title: Type.String(),
  text: Type.Optional(Bilingual),
  detail: Type.Optional(Type.String()),
  traceId: Type.String(),
  fields: Type.Optional(Type.Array(Type.Object({ pointer: Type.String(), reason: Type.String() }))),
});
