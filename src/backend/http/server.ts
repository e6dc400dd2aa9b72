import type { ErrorCode } from '@contract/errors';
import websocket from '@fastify/websocket';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { ErrorObject } from 'ajv';
import Fastify, {
  LogController,
  type FastifyError,
  type FastifyInstance,
  type FastifyServerOptions,
} from 'fastify';
import { compileWhenUsed } from './compilers';
import { problemOf, Refusal } from './refusal';
import { refuseUnstorableText } from './storable-text';
import { newTraceId } from './trace-id';

export interface ServerSettings {
  logger: FastifyServerOptions['logger'];
  /** Behind a TLS proxy: believe its X-Forwarded-* headers. */
  trustProxy: boolean;
  version: string;
}

/** The bare server: plugins, validation, problem documents, logs without personal data. No routes yet. */
export async function createServer(settings: ServerSettings): Promise<FastifyInstance> {
  const app = Fastify({
    logger: settings.logger ?? false,
    trustProxy: settings.trustProxy,
    genReqId: newTraceId,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1024 * 1024,
    routerOptions: { ignoreTrailingSlash: true },
  });
  compileWhenUsed(app);
  logWithoutPersonalData(app);
  answerProblems(app);
  refuseUnstorableText(app);
  await app.register(rateLimit, { global: false });
  await app.register(multipart);
  await app.register(websocket, { options: { maxPayload: 4096 } });
  await app.register(swagger, {
    // The form of an upload is documented here and not validated: its body is a stream.
    transform: ({ schema, url }) => ({
      schema: schema?.consumes?.includes('multipart/form-data') ? { ...schema, body: uploadForm } : schema,
      url,
    }),
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Linli 邻里',
        version: settings.version,
        description: 'Health code, service requests and notices of a county.',
      },
      components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
    },
  });
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true });
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
  return app;
}

const uploadForm = {
  type: 'object',
  properties: { file: { type: 'string', format: 'binary' } },
  required: ['file'],
};

/** The route's pattern, never its address: no id, no query, no body reaches the log. */
function logWithoutPersonalData(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info({
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
    done();
  });
}

/** Points at the property itself (RFC 6901), also where it is missing or unknown. */
function fieldOf(error: ErrorObject): { pointer: string; reason: string } {
  const { missingProperty, additionalProperty } = error.params as Record<string, string | undefined>;
  const property = missingProperty ?? additionalProperty;
  const step = property === undefined ? '' : `/${property.replace(/~/g, '~0').replace(/\//g, '~1')}`;
  return { pointer: error.instancePath + step, reason: error.message ?? error.keyword };
}

function refusalOf(error: FastifyError | Refusal, tooLarge: ErrorCode = 'payload-too-large'): Refusal {
  if (error instanceof Refusal) return error;
  // The only header that any endpoint asks for.
  if (error.validationContext === 'headers') return new Refusal('idempotency-key-required');
  if (error.validation)
    return new Refusal('invalid-request', { fields: (error.validation as ErrorObject[]).map(fieldOf) });
  if (error.statusCode === 429) return new Refusal('too-many-requests');
  if (error.statusCode === 413) return new Refusal(tooLarge);
  if (error.statusCode === 415) return new Refusal('unsupported-media');
  if (error.statusCode && error.statusCode < 500)
    return new Refusal('invalid-request', { detail: error.code });
  return new Refusal('internal-error');
}

function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError | Refusal>((error, request, reply) => {
    const refusal = refusalOf(error, request.routeOptions.config.tooLarge);
    const problem = problemOf(refusal, request.id);
    // What went wrong inside stays inside; the trace id joins the two. An overload is no fault to look into each time.
    if (problem.status >= 500 && problem.code !== 'overloaded') request.log.error({ err: error });
    if (refusal.more.retryAfterSeconds !== undefined)
      reply.header('retry-after', refusal.more.retryAfterSeconds);
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
    return reply.code(problem.status).type('application/problem+json').send(problem);
  });
  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .type('application/problem+json')
      .send(problemOf(new Refusal('not-found'), request.id)),
  );
}
