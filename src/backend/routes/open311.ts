import { type Format, formats } from '@contract/open311/document';
import { fault } from '@contract/open311/fault';
import type { Form } from '@contract/open311/posted';
import { type QueryArguments, valuesOf } from '@contract/open311/query';
import type { Stretch } from '@contract/working-time/hours';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import type { Ports } from '../ports';
import type { ApiClient } from '../ports/api-keys';
import { answerFaults, languageOf, refuse, send } from './open311-answer';
import { open311Filing } from './open311-filing';
import { open311Reading } from './open311-reading';
import { open311Services } from './open311-services';

/** Calls a minute: of one address to one path, and of one key. */
export const CALLS_PER_MINUTE = 120;
export const FILINGS_PER_MINUTE = 60;
const PHOTOS_PER_MINUTE = 300;
const MAX_IDEMPOTENCY_KEY = 200;

export interface Open311 {
  ports: Pick<
    Ports,
    | 'clock'
    | 'store'
    | 'directory'
    | 'requestDesk'
    | 'serviceCatalogue'
    | 'workCalendars'
    | 'messenger'
    | 'fileStore'
    | 'apiKeys'
    | 'publicRequests'
  >;
  /** Where other systems reach this deployment, without a slash at the end. */
  publicUrl: string;
  production: boolean;
  /** Six digits: the jurisdiction_id. */
  county: string;
  workHours: readonly Stretch[];
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Which other system files. */
    apiClient: ApiClient | undefined;
  }
}

/**
 * Open311 GeoReport v2: what lies in public places, for anyone to follow and for other systems to file.
 * Its paths, errors and formats are the standard's own, so it stands beside the house's endpoints and not among them.
 */
export async function bindOpen311(server: FastifyInstance, open311: Open311): Promise<void> {
  await server.register(
    (app, _options, done) => {
      answerFaults(app);
      app.decorateRequest('apiClient', undefined);
      app.removeAllContentTypeParsers();
      app.addContentTypeParser(
        'application/x-www-form-urlencoded',
        { parseAs: 'string' },
        (_request, body, parsed) => parsed(null, [...new URLSearchParams(String(body))]),
      );
      app.addHook('onRequest', (_request, reply, next) => {
        // Nothing here goes by cookies: a page from anywhere may read what anyone may.
        reply.header('access-control-allow-origin', '*').header('cache-control', 'no-cache');
        // Whoever lost an answer may send again under the same Idempotency-Key.
        reply.header('accept-idempotency-key', 'true');
        next();
      });
      bindReading(app, open311);
      bindFiling(app, open311);
      bindPhotos(app, open311);
      done();
    },
    { prefix: '/open311' },
  );
}

const routeOf = (open311: Format, max = CALLS_PER_MINUTE) => ({
  schema: { hide: true },
  config: { open311, rateLimit: { max, timeWindow: '1 minute' } },
});

function bindReading(app: FastifyInstance, open311: Open311): void {
  for (const [path, answer] of Object.entries(open311Reading(open311)))
    for (const format of formats) {
      const url = `${path}.${format}`;
      app.get(url, routeOf(format), async (request, reply) => {
        const query = request.query as QueryArguments;
        inJurisdiction(valuesOf(query, 'jurisdiction_id'), open311);
        const { name = '' } = request.params as { name?: string };
        const { root, tree } = await answer({ query, name, language: languageOf(request) });
        return send(request, reply, root, tree);
      });
      const others: HTTPMethods[] = ['PUT', 'PATCH', 'DELETE'];
      app.route({
        ...routeOf(format),
        url,
        method: path === '/v2/requests' ? others : ['POST', ...others],
        onRequest: () =>
          refuse(fault(400, '这个地址不能这样用', 'This resource does not take this HTTP method')),
        handler: () => undefined,
      });
    }
}

function bindFiling(app: FastifyInstance, open311: Open311): void {
  const { clientOf, file } = open311Filing(open311);
  const countFilings = app.createRateLimit({
    max: FILINGS_PER_MINUTE,
    timeWindow: '1 minute',
    keyGenerator: ({ apiClient, ip }) => apiClient?.filerId ?? ip,
  });
  for (const format of formats)
    app.post(`/v2/requests.${format}`, routeOf(format), async (request, reply) => {
      const form = (request.body ?? []) as Form;
      const said = argumentsOf(request, form);
      request.apiClient = await clientOf(said('api_key')[0] ?? '');
      const counted = await countFilings(request);
      if (!counted.isAllowed && counted.isExceeded) tooMany(reply, counted.ttlInSeconds);
      inJurisdiction(said('jurisdiction_id'), open311);
      const key = request.headers['idempotency-key'];
      const tree = await file(
        request.apiClient,
        form,
        languageOf(request),
        typeof key === 'string' ? key.slice(0, MAX_IDEMPOTENCY_KEY) : undefined,
      );
      return send(request, reply, 'service_requests', tree);
    });
}

/** Who posts may say in the address what the form does not. */
const argumentsOf = (request: FastifyRequest, form: Form) => (name: string) => [
  ...form.filter(([key, value]) => key === name && value !== '').map(([, value]) => value),
  ...valuesOf(request.query as QueryArguments, name),
];

function bindPhotos(app: FastifyInstance, { ports }: Open311): void {
  const { fileStore, publicRequests } = ports;
  const { codesInForce } = open311Services(ports);
  app.get('/v2/photos/:id', routeOf('json', PHOTOS_PER_MINUTE), async (request, reply) => {
    const { id = '' } = request.params as { id?: string };
    const photo = (await publicRequests.isReleased(id, await codesInForce()))
      ? await fileStore.describe(id)
      : undefined;
    const content = photo && (await fileStore.read(photo.id));
    if (!content) return refuse(fault(404, '没有这张照片', 'There is no such photo'));
    return reply.type(photo.type).header('x-content-type-options', 'nosniff').send(content);
  });
}

function inJurisdiction([id]: readonly string[], { county }: Open311): void {
  if (id !== undefined && id !== county)
    refuse(fault(404, '没有这个 jurisdiction_id', 'jurisdiction_id was not found'));
}

function tooMany(reply: FastifyReply, seconds: number): never {
  reply.header('retry-after', seconds);
  return refuse(
    fault(429, '一分钟里次数太多，过一分钟再试', 'Too many requests of this key: try again in a minute'),
  );
}
