import { describeProblem, type Imported, type ImportProblem } from '../../import/problems';
import type { Changes } from '../../ports/county-register';
import { type AdminAnswer, done, refused } from './answer';

const told = (problem: ImportProblem): string => describeProblem(problem, 'en');
/** What putting rows in did, as a line. */
export const counted = ({ added, changed, unchanged }: Changes): string =>
  `${added} added, ${changed} changed, ${unchanged} unchanged`;

/** Puts the rows of a file in, or names every fault of it and puts in none. */
export async function put<T>(
  imported: Imported<T>,
  write: (rows: readonly T[]) => Promise<string[]>,
): Promise<AdminAnswer> {
  if (!imported.ok)
    return refused(
      ...imported.errors.map(told),
      `${imported.errors.length} faults: nothing of this file was taken`,
    );
  return done(
    ...imported.warnings.map((warning) => `note: ${told(warning)}`),
    ...(await write(imported.rows)),
  );
}
