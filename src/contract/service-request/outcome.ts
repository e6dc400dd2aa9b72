/** How a call or a look at the door went: chosen, not written, so that whoever waits reads the same word everywhere. */
export const outcomes = ['reached', 'not-reached', 'seen-well', 'no-answer', 'needs-help'] as const;
export type Outcome = (typeof outcomes)[number];

const calls: readonly Outcome[] = ['reached', 'not-reached'];
const doors: readonly Outcome[] = ['seen-well', 'no-answer', 'needs-help'];

/** What can come of a matter, by its category's code. Where there is any, it is resolved with one of them and not without. */
export function outcomesOf(category: string): readonly Outcome[] {
  if (category === 'call-me') return calls;
  return category === 'look-in' ? doors : [];
}

/** Whether a step says how it went where it must, and nowhere else. */
export const saysOutcome = (category: string, event: string, outcome: Outcome | undefined): boolean => {
  const possible = event === 'resolve' ? outcomesOf(category) : [];
  return outcome === undefined ? possible.length === 0 : possible.includes(outcome);
};
