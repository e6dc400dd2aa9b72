import { endpoints, type EndpointName } from '@contract/api';
import { ProblemBody } from '@contract/api/common';
import type { Endpoint } from '@contract/api/endpoint';
import { errors, type ErrorCode } from '@contract/errors';
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import type { OpenSession, Store } from '../ports/store';
import type { Handlers } from './handler';
import { Refusal } from './refusal';

const maxPhotoBytes = 5 * 1024 * 1024;

type AnyHandler = (call: {
  params: unknown;
  query: unknown;
  body: unknown;
  caller: OpenSession | undefined;
  file: Buffer | undefined;
}) => Promise<unknown>;

/** Puts every endpoint of the contract on the server: validation, who may call, idempotency, answer. */
export function bindEndpoints(app: FastifyInstance, store: Store, handlers: Handlers<EndpointName>): void {
  for (const name of Object.keys(endpoints) as EndpointName[]) {
    const endpoint: Endpoint = endpoints[name];
    const [method, url] = name.split(' ') as [string, string];
    // The map is typed endpoint by endpoint; walking it as a whole needs the common shape.
    const handler = handlers[name] as unknown as AnyHandler;
    app.route({
      method,
      url,
      ...options(endpoint),
      handler: (request, reply) => answer(endpoint, handler, store, name, request, reply),
    });
  }
}

/** The bearer token of a call, if any. */
export const bearer = (request: FastifyRequest): string | undefined =>
  /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];

/** The session behind a token, or the refusal that says how to get one. */
export async function sessionOf(store: Store, token: string | undefined): Promise<OpenSession> {
  if (!token) throw new Refusal('sign-in-required');
  const found = await store.sessions.find(token);
  if (!found.ok) throw new Refusal(found.failure === 'expired' ? 'session-expired' : 'sign-in-required');
  return found.value;
}

async function authorise(
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

async function answer(
  endpoint: Endpoint,
  handler: AnyHandler,
  store: Store,
  name: EndpointName,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const caller = await authorise(endpoint, store, request);
  const file = endpoint.upload ? await upload(request) : undefined;
  const work = () =>
    handler({ params: request.params, query: request.query, body: request.body, caller, file });
  const status = Number(Object.keys(endpoint.responses)[0]);
  reply.code(status);
  if (!endpoint.idempotent || !caller) return send(reply, await work());

  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || key.length < 8 || key.length > 100)
    throw new Refusal('idempotency-key-required');
  const content = file ?? JSON.stringify([request.params, request.body]);
  const fingerprint = createHash('sha256').update(name).update(content).digest('base64url');
  const kept = await store.idempotency.once(caller.person.id, key, fingerprint, async () => ({
    status,
    body: await work(),
  }));
  if (!kept.ok)
    throw new Refusal(kept.failure === 'reused' ? 'idempotency-key-reused' : 'idempotency-in-flight');
  return send(reply, kept.value.body);
}

function send(reply: FastifyReply, body: unknown): unknown {
  if (body === undefined || body === null) return reply.send();
  if (isBinary(body))
    return reply
      .header('cache-control', 'private, max-age=31536000, immutable')
      .type(body.type)
      .send(body.content);
  return body;
}

const isBinary = (body: unknown): body is { type: string; content: Buffer } =>
  typeof body === 'object' && body !== null && 'content' in body && Buffer.isBuffer(body.content);

async function upload(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) throw new Refusal('unsupported-media');
  const part = await request.file({ limits: { fileSize: maxPhotoBytes, files: 1 } });
  if (!part) throw new Refusal('invalid-request', { fields: [{ pointer: '/file', reason: 'missing' }] });
  const content = await part.toBuffer().catch(() => {
    throw new Refusal('payload-too-large');
  });
  return content;
}

const shared: ErrorCode[] = ['invalid-request', 'internal-error'];
const signedIn: ErrorCode[] = ['sign-in-required', 'session-expired', 'forbidden'];
const repeated: ErrorCode[] = ['idempotency-key-required', 'idempotency-key-reused', 'idempotency-in-flight'];

function refusalsOf(endpoint: Endpoint): ErrorCode[] {
  return [
    ...shared,
    ...(endpoint.callers.includes('anyone') ? [] : signedIn),
    ...(endpoint.idempotent ? repeated : []),
    ...(endpoint.params ? (['not-found'] as const) : []),
    ...(endpoint.errors ?? []),
  ];
}

function options(endpoint: Endpoint): RouteShorthandOptions {
  const open = endpoint.callers.includes('anyone');
  const refusals = refusalsOf(endpoint);
  const problems = Object.fromEntries(
    [...new Set(refusals.map((code) => errors[code].status))].map((status) => [
      status,
      { ...ProblemBody, description: refusals.filter((code) => errors[code].status === status).join(', ') },
    ]),
  );
  const successes = Object.fromEntries(
    Object.entries(endpoint.responses).map(([status, schema]) => [
      status,
      schema === null
        ? { type: 'null', description: 'done' }
        : schema === 'binary'
          ? { description: 'the photo', content: { 'image/*': { schema: {} } } }
          : schema,
    ]),
  );
  return {
    schema: {
      summary: endpoint.summary,
      description: `May be called by: ${endpoint.callers.join(', ')}.`,
      tags: [endpoint.tag],
      ...(open ? {} : { security: [{ session: [] }] }),
      ...(endpoint.params ? { params: endpoint.params } : {}),
      ...(endpoint.query ? { querystring: endpoint.query } : {}),
      ...(endpoint.body ? { body: endpoint.body } : {}),
      ...(endpoint.upload ? { consumes: ['multipart/form-data'] } : {}),
      ...(endpoint.idempotent
        ? {
            headers: {
              type: 'object',
              properties: { 'idempotency-key': { type: 'string', minLength: 8, maxLength: 100 } },
            },
          }
        : {}),
      response: { ...successes, ...problems },
    },
  };
}
