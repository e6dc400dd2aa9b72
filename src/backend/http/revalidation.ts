import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** By content: the same object is hashed once. */
const known = new WeakMap<object, string>();

function etagOf(body: object): string {
  const kept = known.get(body);
  if (kept) return kept;
  const content = Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  known.set(body, etag);
  return etag;
}

/** Puts on an answer how long it may be kept and what names it; true when the caller has it already (RFC 9110 §13.1.2). */
export function isUnchanged(
  request: FastifyRequest,
  reply: FastifyReply,
  body: object,
  maxAge: number,
): boolean {
  const etag = etagOf(body);
  reply.header('cache-control', `public, max-age=${maxAge}`).header('etag', etag);
  const had = request.headers['if-none-match'] ?? '';
  return had.split(',').some((each) => [etag, `W/${etag}`, '*'].includes(each.trim()));
}
