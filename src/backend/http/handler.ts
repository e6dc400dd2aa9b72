import type { Endpoints, EndpointName, OutputOf } from '@contract/api';
import type { Static, TSchema } from '@sinclair/typebox';
import type { SignedCall } from '../ports/outside-desk';
import type { OpenSession } from '../ports/store';

type Part<E, Name extends string> = E extends { [K in Name]: infer T extends TSchema }
  ? Static<T>
  : undefined;
type CallerOf<E> = E extends { callers: readonly ['anyone'] } ? undefined : OpenSession;

/** One call, parsed and authorised. */
export interface Call<K extends EndpointName> {
  params: Part<Endpoints[K], 'params'>;
  query: Part<Endpoints[K], 'query'>;
  body: Part<Endpoints[K], 'body'>;
  caller: CallerOf<Endpoints[K]>;
  /** What its caller signed: the route has it checked. */
  signed: Endpoints[K] extends { signed: true } ? SignedCall : undefined;
  /** The content of an upload. */
  file: Endpoints[K] extends { upload: true } ? Buffer : undefined;
}

/** Answers with the body of the endpoint's success status; throws a `Refusal` otherwise. */
export type Handler<K extends EndpointName> = (
  call: Call<K>,
) => Promise<
  Endpoints[K] extends { responses: Record<number, 'binary'> }
    ? { type: string; content: Buffer }
    : OutputOf<K>
>;

export type Handlers<K extends EndpointName> = { [P in K]: Handler<P> };
