import type { Handlers } from '../http/handler';
import type { Ports } from '../ports';

/** Phones hold the log to what it once published: a chain that was cut or written anew holds none of it. */
export function auditLogRoutes({ auditLog }: Pick<Ports, 'auditLog'>): Handlers<'POST /v1/audit-log/heads'> {
  return {
    'POST /v1/audit-log/heads': async ({ body: { heads } }) => ({
      heads: await Promise.all(heads.map(async (head) => ({ ...head, held: await auditLog.holds(head) }))),
    }),
  };
}
