import type { Endpoint } from '@contract/api/endpoint';
import type { FastifyRequest } from 'fastify';
import type { OpenSession, Store } from '../ports/store';
import { Refusal } from './refusal';

/** The bearer token of a call, if any. */
export const bearer = (request: FastifyRequest): string | undefined =>
  /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];

/** The session behind a token, or the refusal that says how to get one. */
export async function sessionOf(store: Store, token: string | undefined): Promise<OpenSession> {
  if (!token) throw new Refusal('sign-in-required');
  const found = await store.sessions.find(token);
  if (!found.ok) throw new Refusal(found.failure === 'expired' ? 'session-expired' : 'sign-in-required');
  return found.value;
}

/** Who calls, where the endpoint asks; a refusal where they may not. */
export async function authorise(
  endpoint: Endpoint,
  store: Store,
  request: FastifyRequest,
): Promise<OpenSession | undefined> {
  if (endpoint.callers.includes('anyone')) return undefined;
  const session = await sessionOf(store, bearer(request));
  const allowed =
    endpoint.callers.includes('resident') ||
    session.person.grants.some((grant) => endpoint.callers.includes(grant.role));
  if (!allowed) throw new Refusal('forbidden');
  return session;
}
