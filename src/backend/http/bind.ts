import { endpoints, type EndpointName } from '@contract/api';
import type { Endpoint } from '@contract/api/endpoint';
import type { ErrorCode } from '@contract/errors';
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import type { SignedCall } from '../ports/outside-desk';
import type { OpenSession, Store } from '../ports/store';
import { authorise } from './authorise';
import { schemaOf } from './endpoint-schema';
import type { Handlers } from './handler';
import { Refusal } from './refusal';
import { isUnchanged } from './revalidation';
import { keepBody, signedCallOf } from './signed-body';
import { createShedder, type Shedder } from './shedding';

const maxPhotoBytes = 5 * 1024 * 1024;

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls; undefined where anyone may. */
    caller: OpenSession | undefined;
  }
  interface FastifyContextConfig {
    /** What the endpoint says of a body that is too large. */
    tooLarge?: ErrorCode;
    anyText?: boolean;
  }
}

type AnyHandler = (call: {
  params: unknown;
  query: unknown;
  body: unknown;
  caller: OpenSession | undefined;
  signed: SignedCall | undefined;
  file: Buffer | undefined;
}) => Promise<unknown>;

/** Puts every endpoint of the contract on the server: who may call, validation, idempotency, answer. */
export function bindEndpoints(
  app: FastifyInstance,
  store: Store,
  handlers: Handlers<EndpointName>,
  shedder: Shedder = createShedder(),
): void {
  app.decorateRequest('caller', undefined);
  app.decorateRequest('signedBody', undefined);
  app.addHook('onClose', () => shedder.close());
  const methodsOf = new Map<string, HTTPMethods[]>();
  for (const name of Object.keys(handlers) as EndpointName[]) {
    const endpoint: Endpoint = endpoints[name];
    const [method, url] = name.split(' ') as [HTTPMethods, string];
    methodsOf.set(url, [...(methodsOf.get(url) ?? []), method]);
    // The map is typed endpoint by endpoint; walking it as a whole needs the common shape.
    const handler = handlers[name] as unknown as AnyHandler;
    app.route({
      method,
      url,
      schema: schemaOf(endpoint),
      ...(endpoint.bodyLimit ? { bodyLimit: endpoint.bodyLimit.bytes } : {}),
      config: {
        ...(endpoint.perMinute ? { rateLimit: { max: endpoint.perMinute, timeWindow: '1 minute' } } : {}),
        ...(endpoint.bodyLimit ? { tooLarge: endpoint.bodyLimit.refusal } : {}),
        ...(endpoint.anyText ? { anyText: true } : {}),
      },
      // Before the body is read: a stranger learns nothing from it and costs little.
      onRequest: async (request, reply) => {
        if (endpoint.shed) {
          reply.raw.once('close', shedder.admit());
          await shedder.turn();
        }
        request.caller = await authorise(endpoint, store, request);
      },
      ...(endpoint.signed ? { preParsing: keepBody } : {}),
      handler: (request, reply) => answer(endpoint, handler, store, name, request, reply),
    });
  }
  for (const [url, methods] of methodsOf) refuseOtherMethods(app, url, methods);
}

function refuseOtherMethods(app: FastifyInstance, url: string, methods: readonly HTTPMethods[]): void {
  const others: HTTPMethods[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
  app.route({
    method: others.filter((method) => !methods.includes(method)),
    url,
    exposeHeadRoute: false,
    schema: { hide: true },
    onRequest: (_request, reply) => {
      reply.header('allow', methods.join(', '));
      throw new Refusal('method-not-allowed');
    },
    handler: () => undefined,
  });
}

async function answer(
  endpoint: Endpoint,
  handler: AnyHandler,
  store: Store,
  name: EndpointName,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { params, query, body, caller } = request;
  const key = endpoint.idempotent ? request.headers['idempotency-key'] : undefined;
  const file = endpoint.upload ? await upload(request) : undefined;
  const signed = endpoint.signed ? signedCallOf(request) : undefined;
  const work = () => handler({ params, query, body, caller, signed, file });
  const status = Number(Object.keys(endpoint.responses)[0]);
  reply.code(status).header('cache-control', 'no-store');
  if (typeof key !== 'string' || !caller) return send(endpoint, request, reply, await work());

  const content = file ?? JSON.stringify([params, body]);
  const fingerprint = createHash('sha256').update(name).update(content).digest('base64url');
  const kept = await store.idempotency.once(caller.person.id, key, fingerprint, async () => ({
    status,
    body: await work(),
  }));
  if (!kept.ok)
    throw new Refusal(kept.failure === 'reused' ? 'idempotency-key-reused' : 'idempotency-in-flight');
  return send(endpoint, request, reply, kept.value.body);
}

function send(
  { maxAge, revalidates }: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
  body: unknown,
): unknown {
  if (typeof body !== 'object' || body === null) return reply.send(body ?? undefined);
  if (revalidates && !isBinary(body)) {
    // One's own, and new each time: written once, to be named by what it says and to be sent.
    const written = Buffer.from(String(reply.serialize(body)));
    if (isUnchanged(request, reply, written, maxAge)) return reply.code(304).send();
    return reply.type('application/json; charset=utf-8').send(written);
  }
  if (maxAge !== undefined) {
    if (isUnchanged(request, reply, isBinary(body) ? body.content : body, maxAge))
      return reply.code(304).send();
  } else if (isBinary(body)) reply.header('cache-control', 'private, max-age=31536000, immutable');
  return isBinary(body) ? reply.type(body.type).send(body.content) : body;
}

const isBinary = (body: unknown): body is { type: string; content: Buffer } =>
  typeof body === 'object' && body !== null && 'content' in body && Buffer.isBuffer(body.content);

async function upload(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) throw new Refusal('unsupported-media');
  const part = await request.file({ limits: { fileSize: maxPhotoBytes, files: 1 } });
  if (!part) throw new Refusal('invalid-request', { fields: [{ pointer: '/file', reason: 'missing' }] });
  return part.toBuffer().catch(() => {
    throw new Refusal('payload-too-large');
  });
}
