import type { Subject, Subjects } from './subjects';

/** As many as a short transaction turns. */
export const PAGE = 500;

/** Between two transactions, ms: a hundred thousand people are turned in a minute all the same. */
export const LONGEST_PAUSE = 50;
export const pause = (ms: number): Promise<void> => new Promise((resume) => setTimeout(resume, ms));

/** Other calls have their turn. */
export const rest = (): Promise<void> => new Promise(setImmediate);

/** The ids of everybody under a node, page by page. */
export async function* idsUnder(subjects: Subjects, under: string): AsyncGenerator<string[]> {
  let after: string | undefined;
  for (;;) {
    const page = await subjects.idsUnder(under, after, PAGE);
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
    after = page.at(-1);
  }
}

/** Some ids, each once, page by page. */
export function* pagesOf(ids: readonly string[]): Generator<string[]> {
  const once = [...new Set(ids)].sort();
  for (let from = 0; from < once.length; from += PAGE) yield once.slice(from, from + PAGE);
}

/** The people of pages of ids. */
export async function* peopleOf(
  subjects: Subjects,
  pages: AsyncIterable<string[]> | Iterable<string[]>,
): AsyncGenerator<Subject[]> {
  for await (const page of pages) yield subjects.of(page);
}
