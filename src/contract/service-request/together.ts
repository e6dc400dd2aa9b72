import { type RequestState, transition } from './lifecycle';
import { outcomesOf } from './outcome';

/**
 * Whether one reply, or one resolution, can be given to a matter together with others: its life allows it once it is
 * taken, and it does not end with a result of its own, which nobody can say of several at once.
 */
export function goesTogether(
  event: 'reply' | 'resolve',
  { state, category }: { state: RequestState; category: string },
): boolean {
  if (event === 'resolve' && outcomesOf(category).length > 0) return false;
  return transition(state === 'submitted' ? 'accepted' : state, event, 'handler').ok;
}
