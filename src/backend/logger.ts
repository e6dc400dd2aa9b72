import type { FastifyServerOptions } from 'fastify';
import type { Settings } from './settings';

/** Errors of the language itself speak of code, not of people; any other text may quote a row or a body. */
const speaksOfCode = new Set(['TypeError', 'ReferenceError', 'RangeError']);

/** What of an error may be written down: its kind, its code and where it happened. */
export function describeError(error: unknown): { type: string; message: string; stack: string } {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  const { code, constraint } = error as Error & { code?: unknown; constraint?: unknown };
  return {
    type: error.name,
    message: speaksOfCode.has(error.name) ? error.message : '',
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
  };
}

/**
 * Structured logs (pino) that hold no personal data: a route's pattern for its address, no header, no body,
 * no client address, and of an error no text that could quote a person.
 */
export function loggerOptions(
  level: Settings['logLevel'],
  stream?: { write(line: string): void },
): Exclude<FastifyServerOptions['logger'], boolean | undefined> {
  return {
    level,
    base: null,
    hooks: {
      // Left alone, pino takes an error's own words for the line's message.
      logMethod(args, method) {
        const [first, ...rest] = args as unknown[];
        const wordless = rest.length === 0 && typeof first === 'object' && first !== null;
        const ofError = wordless && (first instanceof Error || 'err' in first);
        method.apply(this, (ofError ? [first, 'failed'] : args) as typeof args);
      },
    },
    serializers: {
      err: describeError,
      error: describeError,
      req: (request) => ({ method: request.method }),
      res: (reply) => ({ statusCode: reply.statusCode }),
    },
    ...(stream ? { stream } : {}),
  };
}
