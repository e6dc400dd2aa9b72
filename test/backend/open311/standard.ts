import { type TSchema, Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { JSDOM } from 'jsdom';

/*
 * Open311 GeoReport v2 and its Service Discovery, word by word, as published at http://wiki.open311.org/GeoReport_v2
 * and http://wiki.open311.org/Service_Discovery (source: open311/open311.github.io, GeoReport_v2/index.md at 5e3a5ce,
 * Service_Discovery.md). What "may not be returned" may be absent; all else is there, and nothing else is.
 * Beside it, what the validators that are around ask: open311/schema-validation (JSON), SeeClickFix/open311-validator
 * (discovery, of which a changeset is a moment), kvlahromei/validopen311 (XML).
 */

/** A common subset of ISO 8601, as the W3C note has it; with Z or an offset in any case. */
export const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

const text = Type.String({ minLength: 1 });
/** An empty element is null in JSON. */
const orEmpty = (schema: TSchema) => Type.Union([schema, Type.Null()]);
const w3 = Type.String({ pattern: moment.source });
const strict = { additionalProperties: false } as const;

const service = Type.Object(
  {
    service_code: text,
    service_name: text,
    description: orEmpty(text),
    metadata: Type.Boolean(),
    type: Type.Union([Type.Literal('realtime'), Type.Literal('batch'), Type.Literal('blackbox')]),
    keywords: orEmpty(text),
    group: orEmpty(text),
  },
  strict,
);

const attributeOf = (datatypes: readonly string[], more: Record<string, TSchema>) =>
  Type.Object(
    {
      variable: Type.Boolean(),
      code: text,
      datatype: Type.Union(datatypes.map((name) => Type.Literal(name))),
      required: Type.Boolean(),
      datatype_description: orEmpty(text),
      order: Type.Integer({ minimum: 1 }),
      description: text,
      ...more,
    },
    strict,
  );

const definition = Type.Object(
  {
    service_code: text,
    attributes: Type.Array(
      Type.Union([
        attributeOf(['string', 'number', 'datetime', 'text'], {}),
        attributeOf(['singlevaluelist', 'multivaluelist'], {
          values: Type.Array(Type.Object({ key: text, name: text }, strict), { minItems: 1 }),
        }),
      ]),
    ),
  },
  strict,
);

const receipts = Type.Array(
  Type.Object(
    // Never beside a token.
    {
      service_request_id: text,
      service_notice: Type.Optional(text),
      account_id: Type.Optional(orEmpty(text)),
    },
    strict,
  ),
  { minItems: 1, maxItems: 1 },
);

const tokens = Type.Array(Type.Object({ service_request_id: text, token: text }, strict), {
  minItems: 1,
  maxItems: 1,
});

const request = Type.Object(
  {
    service_request_id: text,
    status: Type.Union([Type.Literal('open'), Type.Literal('closed')]),
    status_notes: Type.Optional(orEmpty(text)),
    service_name: text,
    service_code: text,
    description: orEmpty(Type.String({ maxLength: 4000 })),
    agency_responsible: Type.Optional(orEmpty(text)),
    service_notice: Type.Optional(orEmpty(text)),
    requested_datetime: w3,
    updated_datetime: w3,
    expected_datetime: Type.Optional(w3),
    address: text,
    address_id: orEmpty(text),
    zipcode: orEmpty(text),
    lat: orEmpty(Type.Number({ minimum: -90, maximum: 90 })),
    long: orEmpty(Type.Number({ minimum: -180, maximum: 180 })),
    media_url: orEmpty(Type.String({ pattern: '^https?://' })),
  },
  strict,
);

const errors = Type.Array(Type.Object({ code: Type.Integer(), description: text }, strict), { minItems: 1 });

const endpoint = Type.Object(
  {
    specification: Type.Literal('http://wiki.open311.org/GeoReport_v2'),
    url: Type.String({ pattern: '^https?://.+[^/]$' }),
    changeset: w3,
    type: Type.Union([Type.Literal('production'), Type.Literal('test')]),
    formats: Type.Array(text, { minItems: 1 }),
  },
  strict,
);
const discovery = Type.Object(
  { changeset: w3, contact: text, key_service: text, endpoints: Type.Array(endpoint, { minItems: 1 }) },
  strict,
);

export const schemas = {
  services: Type.Array(service, { minItems: 1 }),
  definition,
  receipts,
  tokens,
  requests: Type.Array(request),
  errors,
  discovery,
};

/** What does not fit, in words; nothing where all does. */
export const misfits = (schema: TSchema, said: unknown): string[] =>
  [...Value.Errors(schema, said)].map(({ path, message, value }) => `${path}: ${message} (${String(value)})`);

/** What each list's items are called, and of which elements an XML answer may be made at all. */
const items: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
};

/**
 * What of an XML answer is not as the standard has it: its declaration, the names in its lists, attributes, namespaces, and text
 * beside elements.
 */
export function xmlFaults(xml: string, root: string): string[] {
  const faults: string[] = [];
  if (!/^<\?xml version="1\.0" encoding="utf-8"\?>\n</i.test(xml)) faults.push('declaration');
  const { documentElement } = new JSDOM(xml, { contentType: 'text/xml' }).window.document;
  if (documentElement.tagName !== root) faults.push(`root is ${documentElement.tagName}`);
  for (const element of [documentElement, ...documentElement.querySelectorAll('*')]) {
    const { tagName, attributes, namespaceURI, children } = element;
    if (attributes.length > 0 || namespaceURI !== null) faults.push(`${tagName} has more than its name`);
    const item = items[tagName];
    const names = [...children].map((child) => child.tagName);
    if (item !== undefined && names.some((name) => name !== item))
      faults.push(`${tagName} holds ${names.join()}`);
    if (item === undefined && new Set(names).size < names.length)
      faults.push(`${tagName} says something twice`);
    const isMixed = names.length > 0 && [...element.childNodes].some(({ nodeType }) => nodeType === 3);
    if (isMixed) faults.push(`${tagName} mixes text and elements`);
  }
  return faults;
}
