import type { FastifyInstance } from 'fastify';
import type { Store } from '../ports/store';
import { Refusal } from './refusal';

/** What a supervisor asks: is the process up (`/healthz`), and would a call be answered now (`/readyz`). */
export function bindHealth(app: FastifyInstance, store: Store): void {
  const hidden = { schema: { hide: true } };
  app.get('/healthz', hidden, () => ({ status: 'up' }));
  app.get('/readyz', hidden, async (request) => {
    try {
      await store.ping();
    } catch (error) {
      request.log.error({ err: error });
      throw new Refusal('overloaded');
    }
    return { status: 'ready' };
  });
}
