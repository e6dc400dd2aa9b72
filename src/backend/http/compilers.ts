import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import fastJson from 'fast-json-stringify';
import type { FastifyInstance } from 'fastify';

// A query string is text and may be read as numbers; a JSON body says what it is. Neither loses unknown fields silently.
const strict = addFormats(new Ajv({ useDefaults: true, allErrors: false }));
const lenient = addFormats(new Ajv({ useDefaults: true, allErrors: false, coerceTypes: true }));
const writers = new WeakMap<object, (data: unknown) => string>();

/**
 * How bodies are checked and answers written. Each schema is compiled when it is first used, once in a process: a
 * hundred endpoints compiled beforehand are most of what a start takes, and many processes live for a handful of calls.
 */
export function compileWhenUsed(app: FastifyInstance): void {
  app.setValidatorCompiler<object>(({ schema, httpPart }) => {
    // Ajv itself keeps what it compiled.
    const compiled = once((): ValidateFunction => (httpPart === 'body' ? strict : lenient).compile(schema));
    return (data: unknown) => {
      const validate = compiled();
      return validate(data) ? true : { error: validate.errors ?? [] };
    };
  });
  app.setSerializerCompiler<object>(({ schema }) => {
    const compiled = once(() => {
      const write = writers.get(schema) ?? fastJson(schema);
      writers.set(schema, write);
      return write;
    });
    return (data: unknown) => compiled()(data);
  });
}

function once<T>(make: () => T): () => T {
  let made: { it: T } | undefined;
  return () => (made ??= { it: make() }).it;
}
