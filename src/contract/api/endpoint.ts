import type { Static, TSchema } from '@sinclair/typebox';
import type { ErrorCode } from '../errors';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Who may call. `anyone` needs no session; `resident` is every signed-in person;
 * the others need a grant. Several mean any of them. What they may see is the route's own rule.
 */
export type Caller = 'anyone' | 'resident' | 'worker' | 'officer' | 'checkpoint';

export interface Endpoint {
  summary: string;
  tag: string;
  callers: readonly Caller[];
  params?: TSchema;
  query?: TSchema;
  body?: TSchema;
  /** Asks for an `Idempotency-Key` header: sent twice, done once. */
  idempotent?: true;
  /** Calls a minute from one address; more are refused with `too-many-requests`. */
  perMinute?: number;
  /** The most bytes a JSON body may have, and how a larger one is refused; otherwise 1 MB, `payload-too-large`. */
  bodyLimit?: { bytes: number; refusal: ErrorCode };
  /** Takes texts that no database could hold too: it reads them and keeps nothing. */
  anyText?: true;
  /** Signed by its caller, as the Standard Webhooks have it: `webhook-id`, `webhook-timestamp`, `webhook-signature`. */
  signed?: true;
  /** A file in a multipart form, field `file`, instead of a JSON body. */
  upload?: true;
  /**
   * The same for everybody, and may be kept so many seconds on the way; whoever has it still is told so by its ETag.
   * Without it an answer is nobody's but the caller's.
   */
  maxAge?: number;
  /** The caller's own, and asked for again and again: whoever has it still is told so by its ETag. */
  revalidates?: true;
  /** May wait: an overloaded server refuses it first, unread (`overloaded`, with Retry-After). */
  shed?: true;
  /** Success statuses with the schema of their body; `null` is an empty body, 'binary' a file. */
  responses: Readonly<Record<number, TSchema | null | 'binary'>>;
  /** What a 'binary' answer is; a photo unless named. */
  mediaType?: string;
  /** Refusals of this endpoint's own, beside those every endpoint shares. */
  errors?: readonly ErrorCode[];
}

export type EndpointKey = `${Method} /${string}`;
export const defineEndpoints = <const T extends Readonly<Record<EndpointKey, Endpoint>>>(endpoints: T): T =>
  endpoints;

type Typed<T> = T extends TSchema ? Static<T> : undefined;
type Body<R> = {
  [Status in keyof R]: R[Status] extends TSchema
    ? Static<R[Status]>
    : R[Status] extends 'binary'
      ? ArrayBuffer
      : undefined;
}[keyof R];

/** What a caller passes. Keys that the endpoint does not name do not exist. */
export type Input<E> = (E extends { params: infer P } ? { params: Typed<P> } : unknown) &
  (E extends { query: infer Q } ? { query?: Typed<Q> } : unknown) &
  (E extends { body: infer B } ? { body: Typed<B> } : unknown) &
  (E extends { idempotent: true } ? { idempotencyKey: string } : unknown);

/** What a caller gets on success. */
export type Output<E> = E extends { responses: infer R } ? Body<R> : never;
