import type { AuditLog, LogEntry } from '../../src/backend/ports/audit-log';

/** A log in memory for what only appends to it; the real one has tests of its own. */
export function memoryLog(): Pick<AuditLog, 'append' | 'forget'> & {
  entries: LogEntry[];
  forgotten: unknown[];
} {
  const entries: LogEntry[] = [];
  const forgotten: unknown[] = [];
  return {
    entries,
    forgotten,
    append: (entry) => Promise.resolve(void entries.push(entry)),
    forget: (whose) => Promise.resolve(void forgotten.push(whose)),
  };
}
