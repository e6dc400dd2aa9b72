import { isWeapp } from './is-weapp';

/**
 * Whether this page of the history is here for the first time: what an address asks for is done once, and not again
 * when the browser loads the same page anew.
 */
export function isFirstTime(): boolean {
  if (isWeapp) return true;
  const state = (history.state ?? {}) as { before?: true };
  history.replaceState({ ...state, before: true }, '');
  return !state.before;
}
