import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fastJson from 'fast-json-stringify';
import type { FastifyInstance } from 'fastify';
import { endpoints, type EndpointName } from '../../../src/contract/api';
import type { Endpoint } from '../../../src/contract/api/endpoint';
import type { Store } from '../../../src/backend/ports/store';
import { bindEndpoints } from '../../../src/backend/http/bind';
import { refusalsOf } from '../../../src/backend/http/endpoint-schema';
import type { Handlers } from '../../../src/backend/http/handler';
import { createServer } from '../../../src/backend/http/server';
import { errors } from '../../../src/contract/errors';

interface Media {
  schema: object;
}
interface Operation {
  summary: string;
  tags: string[];
  security?: Record<string, string[]>[];
  parameters?: { in: string; name: string; required?: boolean; schema: object }[];
  requestBody?: { required?: boolean; content: Record<string, Media> };
  responses: Record<string, { description: string; content?: Record<string, Media> }>;
}
interface Document {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { securitySchemes: Record<string, { type: string; scheme: string }> };
}

const names = Object.keys(endpoints) as EndpointName[];

describe('the OpenAPI document', () => {
  let server: FastifyInstance;
  let document: Document;

  beforeAll(async () => {
    server = await createServer({ logger: false, trustProxy: false, version: '1.2.3' });
    const handlers = Object.fromEntries(
      names.map((name) => [name, () => Promise.reject(new Error('unused'))]),
    );
    bindEndpoints(server, {} as Store, handlers as unknown as Handlers<EndpointName>);
    await server.ready();
    document = (await server.inject('/openapi.json')).json<Document>();
  });
  afterAll(() => server.close());

  const operationOf = (name: EndpointName): Operation => {
    const [method = '', url = ''] = name.split(' ');
    const operation = document.paths[url.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
    if (!operation) throw new Error(`${name} is not in the document`);
    return operation;
  };

  it('is OpenAPI 3.1 and lists every endpoint of the contract, and no other', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(document.info).toMatchObject({ title: 'Linli 邻里', version: '1.2.3' });
    const listed = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(listed.sort()).toEqual([...names].sort());
  });

  it.each(names)('%s: parameters, security and answers are as defined', (name) => {
    const endpoint: Endpoint = endpoints[name];
    const operation = operationOf(name);
    expect(operation.summary).toBe(endpoint.summary);
    expect(operation.security ?? []).toEqual(endpoint.callers.includes('anyone') ? [] : [{ session: [] }]);
    const inPath = [...name.matchAll(/:(\w+)/g)].map(([, param]) => param);
    const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
    expect(declared.map((parameter) => [parameter.name, parameter.required])).toEqual(
      inPath.map((param) => [param, true]),
    );
    const key = operation.parameters?.find((parameter) => parameter.in === 'header');
    expect(key?.required ?? false).toBe(endpoint.idempotent ?? false);
    expect(Object.keys(operation.requestBody?.content ?? {})).toEqual(
      endpoint.upload ? ['multipart/form-data'] : endpoint.body ? ['application/json'] : [],
    );
    const statuses = [
      ...Object.keys(endpoint.responses),
      ...(endpoint.maxAge === undefined ? [] : ['304']),
      ...refusalsOf(endpoint).map((code) => String(errors[code].status)),
    ];
    expect(Object.keys(operation.responses).sort()).toEqual([...new Set(statuses)].sort());
    for (const response of Object.values(operation.responses))
      expect(response.description).not.toBe('Default Response');
  });

  it('holds only schemas of JSON Schema 2020-12 that compile', () => {
    const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true, formats: { binary: true } }));
    const schemas = names.flatMap((name) => {
      const { parameters = [], requestBody, responses } = operationOf(name);
      const contents = [requestBody, ...Object.values(responses)].flatMap((part) =>
        Object.values(part?.content ?? {}),
      );
      return [...parameters, ...contents].map((part) => part.schema);
    });
    expect(schemas.length).toBeGreaterThan(names.length);
    for (const schema of schemas) expect(() => ajv.compile(schema)).not.toThrow();
  });

  it('holds only answers that the server can write: each is compiled when first used', () => {
    for (const endpoint of Object.values<Endpoint>(endpoints))
      for (const schema of Object.values(endpoint.responses))
        if (schema !== null && schema !== 'binary') expect(() => fastJson(schema)).not.toThrow();
  });

  it('names the security it asks for, and refusals are problem documents', () => {
    expect(document.components.securitySchemes['session']).toEqual({ type: 'http', scheme: 'bearer' });
    for (const name of names)
      for (const [status, response] of Object.entries(operationOf(name).responses))
        if (Number(status) >= 400)
          expect(Object.keys(response.content ?? {})).toEqual(['application/problem+json']);
  });

  it('is shown at /docs with nothing from elsewhere', async () => {
    const page = await server.inject('/docs/');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
    expect(page.body).not.toMatch(/(src|href)="https?:/);
  });
});
