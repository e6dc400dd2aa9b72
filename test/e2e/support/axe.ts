import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  id: string;
  nodes: { html: string; failureSummary?: string }[];
}

/** What axe finds against WCAG 2.1 AA on a page as it is drawn now. */
export async function violations(page: Page): Promise<string[]> {
  // As a tool of the test, not of the page: the page's own policy lets no foreign script in.
  const found = await page.evaluate(async (source: string) => {
    // oxlint-disable-next-line typescript/no-implied-eval -- it comes as text, and the page takes it in no other way
    const run = new Function(
      `${source}; return axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })`,
    ) as () => Promise<{ violations: Finding[] }>;
    return (await run()).violations;
  }, axe);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  );
}
