import type { RequestEvent } from './lifecycle';

/**
 * On whose behalf a matter is filed that is neither the filer's own nor of somebody who lets them file (whose matter
 * it then is: they are its filer). Somebody without an account is known by how to address them, and by nothing else.
 */
export const behalfKinds = ['neighbour', 'met-on-visit', 'found'] as const;
export type BehalfKind = (typeof behalfKinds)[number];

export interface Behalf {
  kind: BehalfKind;
  /** How to address them at the door: 李奶奶. No document, no phone. */
  called?: string;
}

/** Filed by the team out of its work: whom they met, or what they found 发现上报. */
export const isOfTeam = (behalf: Behalf | undefined): boolean =>
  behalf?.kind === 'met-on-visit' || behalf?.kind === 'found';

/** Steps that are for somebody with a phone to answer. */
const forAPhone: readonly RequestEvent[] = ['ask'];

/** Whether a step would wait for somebody who is not there: of what the team filed itself, nobody can be asked here. */
export const asksNobody = (behalf: Behalf | undefined, event: RequestEvent): boolean =>
  isOfTeam(behalf) && forAPhone.includes(event);

/**
 * Why a matter cannot be filed so; undefined when it can.
 * @param place where it is, as far as it was said: whose place is not the filer's has to be named
 * @param servesPlace whether the filer serves where it lies
 */
export function refuseBehalf(
  behalf: Behalf,
  { place, servesPlace }: { place: 'said' | 'missing'; servesPlace: boolean },
): 'place-required' | 'forbidden' | undefined {
  if (place === 'missing') return 'place-required';
  return isOfTeam(behalf) && !servesPlace ? 'forbidden' : undefined;
}
