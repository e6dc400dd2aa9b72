import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** By content: the same object is hashed once. */
const known = new WeakMap<object, string>();

const hashed = (content: string | Buffer): string =>
  `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;

function etagOf(body: object): string {
  const etag = known.get(body) ?? hashed(Buffer.isBuffer(body) ? body : JSON.stringify(body));
  known.set(body, etag);
  return etag;
}

/**
 * Puts on an answer how long it may be kept and what names it; true when the caller has it already (RFC 9110 §13.1.2).
 * @param maxAge seconds; undefined for what is the caller's own, which nobody on the way keeps
 */
export function isUnchanged(
  request: FastifyRequest,
  reply: FastifyReply,
  body: object,
  maxAge: number | undefined,
): boolean {
  const etag = etagOf(body);
  const keep = maxAge === undefined ? 'private, no-cache' : `public, max-age=${maxAge}`;
  reply.header('cache-control', keep).header('etag', etag);
  const had = request.headers['if-none-match'] ?? '';
  return had.split(',').some((each) => [etag, `W/${etag}`, '*'].includes(each.trim()));
}
