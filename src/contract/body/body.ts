import type { Bilingual } from '../text';

/** Whom residents turn to beside the grid: those who govern themselves, and offices with a duty of their own. */
export const bodyKinds = [
  'villagers-council',
  'residents-council',
  'owners-committee',
  'advisers-council',
  'association',
  'volunteers',
  'water',
  'power',
  'gas',
  'property',
] as const;
export type BodyKind = (typeof bodyKinds)[number];

export const bodyKindNames: Readonly<Record<BodyKind, Bilingual>> = {
  'villagers-council': { zh: '村民议事会', en: 'Villagers’ council' },
  'residents-council': { zh: '居民议事会', en: 'Residents’ council' },
  'owners-committee': { zh: '业主委员会', en: 'Owners’ committee' },
  'advisers-council': { zh: '乡贤参事会', en: 'Advisers’ council' },
  association: { zh: '社团', en: 'Association' },
  volunteers: { zh: '志愿者', en: 'Volunteers' },
  water: { zh: '供水', en: 'Water' },
  power: { zh: '供电', en: 'Power' },
  gas: { zh: '燃气', en: 'Gas' },
  property: { zh: '物业', en: 'Property management' },
};

const offices: readonly BodyKind[] = ['water', 'power', 'gas', 'property'];

/** Keeps its own card and meets as it likes; an office's is the county's to keep. */
export const isSelfGoverning = (kind: BodyKind): boolean => !offices.includes(kind);

/** A body at a node of the tree. Several of a kind may stand at one: an owners' committee for each estate. */
export interface Placed {
  kind: BodyKind;
  node: string;
}

/**
 * Of those at a place and above it, the nearest of each kind, in the order of the kinds: the community's own council
 * before the township's. Several of a kind at the same node all stay.
 */
export function nearestOf<T extends Placed>(bodies: readonly T[]): T[] {
  const depth = new Map<BodyKind, number>();
  for (const { kind, node } of bodies) depth.set(kind, Math.max(depth.get(kind) ?? 0, node.length));
  const near = bodies.filter(({ kind, node }) => depth.get(kind) === node.length);
  return bodyKinds.flatMap((kind) => near.filter((body) => body.kind === kind));
}
