import type { RequestSummary } from '@contract/api';

/** Whether a matter has all that was typed, in its kind, its place, its words, its number or who has it. */
export function isFound(request: RequestSummary, typed: string): boolean {
  const { categoryName, placeText, words, number, ownerMaskedName } = request;
  const all = [categoryName.zh, categoryName.en, placeText, words, number, ownerMaskedName ?? '']
    .join(' ')
    .toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((part) => all.includes(part));
}
