import { type Static, Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { type RequestState, requestStates } from '@contract/service-request/lifecycle';

// What an Open311 GeoReport v2 server answers. Servers differ in what they leave out or write as null: only what is needed is asked for.

const maybe = Type.Optional(Type.Union([Type.String(), Type.Null()]));
/** Some number their requests. */
const id = Type.Union([Type.String({ maxLength: 200 }), Type.Integer()]);
const maybeId = Type.Optional(Type.Union([id, Type.Null()]));

const created = Type.Array(Type.Object({ service_request_id: maybeId, token: maybeId }), { minItems: 1 });
const listed = Type.Object({
  service_request_id: maybeId,
  token: maybeId,
  description: maybe,
});
const request = Type.Object({
  service_request_id: id,
  status: Type.String({ pattern: '^([Oo]pen|OPEN|[Cc]losed|CLOSED)$' }),
  status_notes: maybe,
  requested_datetime: maybe,
  updated_datetime: maybe,
  // Beyond the standard, and to each server something else: only a state that we know is read.
  extended_attributes: Type.Optional(Type.Unknown()),
});
const stated = Type.Object({ state: Type.Union(requestStates.map((state) => Type.Literal(state))) });
const faults = Type.Array(
  Type.Object({
    code: Type.Union([Type.String(), Type.Number()]),
    description: Type.String({ minLength: 1 }),
  }),
  { minItems: 1 },
);

export type WireListed = Static<typeof listed>;
export type WireRequest = Static<typeof request>;
export interface WireCreated {
  id?: string;
  token?: string;
}

export function readCreated(answer: unknown): WireCreated | undefined {
  if (!Value.Check(created, answer)) return undefined;
  const [first] = answer;
  const said = { id: idOf(first?.service_request_id), token: idOf(first?.token) };
  if (said.id !== undefined) return { id: said.id };
  return said.token === undefined ? undefined : { token: said.token };
}

export const readList = (answer: unknown): WireListed[] | undefined =>
  Value.Check(Type.Array(listed), answer) ? answer : undefined;

export const readRequest = (answer: unknown): WireRequest | undefined =>
  Value.Check(Type.Array(request, { minItems: 1 }), answer) ? answer[0] : undefined;

/** The state behind open or closed, where the server is one of ours. */
export const stateOf = ({ extended_attributes }: WireRequest): RequestState | undefined =>
  Value.Check(stated, extended_attributes) ? extended_attributes.state : undefined;

/** What the server says against it, in its own words. */
export const readFaults = (answer: unknown): string | undefined =>
  Value.Check(faults, answer) ? answer.map(({ description }) => description).join('; ') : undefined;

export const idOf = (value: string | number | null | undefined): string | undefined => {
  const text = String(value ?? '').trim();
  return text === '' ? undefined : text;
};
