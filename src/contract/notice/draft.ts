import { fail, ok, type Result } from '../result';

/** A draft lives until it is out: what is published is never changed, only followed by an Update or a Cancel. */
export const draftStates = ['draft', 'awaiting', 'scheduled', 'published', 'discarded'] as const;
export type DraftState = (typeof draftStates)[number];

export const draftActs = ['save', 'submit', 'approve', 'return', 'recall', 'publish', 'discard'] as const;
export type DraftAct = (typeof draftActs)[number];

export type DraftRefusal = 'over' | 'not-submitted' | 'already-submitted';

const over = { save: 'over', submit: 'over', approve: 'over', return: 'over', recall: 'over', publish: 'over', discard: 'over' } as const; // prettier-ignore

/**
 * Every pair. A submitted draft either waits for a second person or, approved or needing none, for its moment;
 * changing it takes it back first, so that what was approved is what goes out.
 */
const table: Readonly<Record<DraftState, Readonly<Record<DraftAct, DraftState | DraftRefusal>>>> = {
  draft: {
    save: 'draft',
    submit: 'awaiting',
    approve: 'not-submitted',
    return: 'not-submitted',
    recall: 'not-submitted',
    publish: 'not-submitted',
    discard: 'discarded',
  },
  awaiting: {
    save: 'already-submitted',
    submit: 'already-submitted',
    approve: 'scheduled',
    return: 'draft',
    recall: 'draft',
    publish: 'not-submitted',
    discard: 'discarded',
  },
  scheduled: {
    save: 'already-submitted',
    submit: 'already-submitted',
    approve: 'already-submitted',
    return: 'draft',
    recall: 'draft',
    publish: 'published',
    discard: 'discarded',
  },
  published: over,
  discarded: over,
};

const isState = (answer: DraftState | DraftRefusal): answer is DraftState =>
  draftStates.some((state) => state === answer);

/** @param needsApproval submitted without a need, it waits for its moment only */
export function draftAfter(
  state: DraftState,
  act: DraftAct,
  needsApproval: boolean,
): Result<DraftState, DraftRefusal> {
  const answer = table[state][act];
  if (!isState(answer)) return fail(answer);
  return ok(act === 'submit' && !needsApproval ? 'scheduled' : answer);
}
