/** What the public record counts, in kinds that anyone understands; the log has it table by table. */
export const recordKinds = [
  'declarations',
  'colours',
  'codes',
  'appeals',
  'proposals',
  'venues',
  'gates',
  'other',
] as const;
export type RecordKind = (typeof recordKinds)[number];

const kindOfPrefix: readonly (readonly [string, RecordKind])[] = [
  ['fact', 'declarations'],
  ['declaration', 'declarations'],
  ['colour', 'colours'],
  ['person_colour', 'colours'],
  ['code_', 'codes'],
  ['appeal', 'appeals'],
  ['evidence', 'appeals'],
  ['proposal', 'proposals'],
  ['exposure_', 'venues'],
  ['checkpoint_', 'gates'],
];

const kindOf = (table: string): RecordKind =>
  kindOfPrefix.find(([prefix]) => table.startsWith(prefix))?.[1] ?? 'other';

/** Rows deleted by table → by kind; kinds of which there was nothing are left out. */
export function countsByKind(counts: Readonly<Record<string, number>>): Partial<Record<RecordKind, number>> {
  const byKind: Partial<Record<RecordKind, number>> = {};
  for (const [table, count] of Object.entries(counts))
    if (count > 0) byKind[kindOf(table)] = (byKind[kindOf(table)] ?? 0) + count;
  return byKind;
}
