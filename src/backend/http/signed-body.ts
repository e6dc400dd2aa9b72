import type { FastifyRequest, preParsingHookHandler } from 'fastify';
import { Transform } from 'node:stream';
import type { SignedCall } from '../ports/outside-desk';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it came, byte for byte: what its caller signed. */
    signedBody: Buffer[] | undefined;
  }
}

/** Keeps the bytes of a body on their way to the parser, which holds them to the limit. */
export const keepBody: preParsingHookHandler = (request, _reply, payload, done) => {
  const parts: Buffer[] = [];
  request.signedBody = parts;
  done(
    null,
    payload.pipe(
      new Transform({
        transform(part: Buffer, _encoding, next) {
          parts.push(part);
          next(null, part);
        },
      }),
    ),
  );
};

/** The call as the Standard Webhooks have it; what is missing is empty, which no signature fits. */
export function signedCallOf({ headers, signedBody = [] }: FastifyRequest): SignedCall {
  const header = (name: string): string => {
    const value = headers[name];
    return typeof value === 'string' ? value : '';
  };
  return {
    id: header('webhook-id'),
    timestamp: header('webhook-timestamp'),
    signature: header('webhook-signature'),
    body: Buffer.concat(signedBody).toString('utf8'),
  };
}
