import { ProblemBody } from '@contract/api/common';
import type { Endpoint } from '@contract/api/endpoint';
import { errors, type ErrorCode } from '@contract/errors';
import type { FastifySchema } from 'fastify';

const shared: ErrorCode[] = ['invalid-request', 'internal-error'];
const signedIn: ErrorCode[] = ['sign-in-required', 'session-expired', 'forbidden'];
const repeated: ErrorCode[] = ['idempotency-key-required', 'idempotency-key-reused', 'idempotency-in-flight'];

/** Every refusal a caller of the endpoint has to reckon with. */
export function refusalsOf(endpoint: Endpoint): ErrorCode[] {
  return [
    ...shared,
    ...(endpoint.callers.includes('anyone') ? [] : signedIn),
    ...(endpoint.idempotent ? repeated : []),
    ...(endpoint.perMinute ? (['too-many-requests'] as const) : []),
    ...(endpoint.shed ? (['overloaded'] as const) : []),
    ...(endpoint.params ? (['not-found'] as const) : []),
    ...(endpoint.bodyLimit ? [endpoint.bodyLimit.refusal] : []),
    ...(endpoint.errors ?? []),
  ];
}

function problems(endpoint: Endpoint): Record<string, unknown> {
  const codes = refusalsOf(endpoint);
  const statuses = [...new Set(codes.map((code) => errors[code].status))];
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: codes.filter((code) => errors[code].status === status).join(', '),
        content: { 'application/problem+json': { schema: ProblemBody } },
      },
    ]),
  );
}

function successes(endpoint: Endpoint): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(endpoint.responses).map(([status, schema]) => {
      if (schema === null) return [status, { type: 'null', description: 'done' }];
      if (schema === 'binary')
        return [
          status,
          { description: endpoint.summary, content: { [endpoint.mediaType ?? 'image/*']: { schema: {} } } },
        ];
      return [status, { ...schema, description: endpoint.summary }];
    }),
  );
}

/** What Fastify validates and serialises with, and what OpenAPI says of the endpoint. */
export function schemaOf(endpoint: Endpoint): FastifySchema {
  return {
    summary: endpoint.summary,
    description: `May be called by: ${endpoint.callers.join(', ')}.${endpoint.signed ? ' Signed as the Standard Webhooks have it.' : ''}`,
    tags: [endpoint.tag],
    ...(endpoint.callers.includes('anyone') ? {} : { security: [{ session: [] }] }),
    ...(endpoint.params ? { params: endpoint.params } : {}),
    ...(endpoint.query ? { querystring: endpoint.query } : {}),
    ...(endpoint.body ? { body: endpoint.body } : {}),
    ...(endpoint.upload ? { consumes: ['multipart/form-data'] } : {}),
    ...(endpoint.idempotent
      ? {
          headers: {
            type: 'object',
            properties: { 'idempotency-key': { type: 'string', minLength: 8, maxLength: 100 } },
            required: ['idempotency-key'],
          },
        }
      : {}),
    response: {
      ...successes(endpoint),
      ...(endpoint.maxAge === undefined ? {} : { 304: { type: 'null', description: 'unchanged' } }),
      ...problems(endpoint),
    },
  } as FastifySchema;
}
