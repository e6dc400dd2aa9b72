import type { FastifyInstance } from 'fastify';
import { Refusal } from './refusal';

/** JSON can say what no text can hold: a NUL, or half of a character. No database takes them, and nobody types them. */
const unstorable = /\0|\p{Surrogate}/u;

/** Where such a text lies, as a JSON Pointer (RFC 6901); undefined where there is none. */
function find(value: unknown, pointer = ''): string | undefined {
  if (typeof value === 'string') return unstorable.test(value) ? pointer : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, each] of Object.entries(value)) {
    if (unstorable.test(name)) return pointer;
    const found = find(each, `${pointer}/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Refuses them at the door, so that no route meets them as a failure of the database. */
export function refuseUnstorableText(app: FastifyInstance): void {
  app.addHook('preValidation', (request, _reply, done) => {
    if (request.routeOptions.config.anyText) return done();
    const pointer = find(request.body) ?? find(request.query);
    if (pointer === undefined) return done();
    done(new Refusal('invalid-request', { fields: [{ pointer, reason: 'not a text' }] }));
  });
}
