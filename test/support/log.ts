import type { AuditLog } from '../../src/backend/ports/audit-log';

/** A log that keeps nothing, where what is logged is not what a test is about. */
export const noLog: Pick<AuditLog, 'append'> = { append: () => Promise.resolve() };
