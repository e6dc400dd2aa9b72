import type { InputOf } from '@contract/api';
import { Refusal } from '../http/refusal';
import type { GridDirectory } from '../ports/grid-directory';
import type { Person } from '../ports/store';

type HomeInput = NonNullable<InputOf<'PATCH /v1/me'>['body']['home']>;

/** A home that is in the tree: a grid, or a community while the grid is not sure; its building, if any. */
export async function knownHome(
  directory: Pick<GridDirectory, 'region' | 'building'>,
  home: HomeInput,
): Promise<NonNullable<Person['home']>> {
  const unknown = (pointer: string, reason: string) =>
    new Refusal('region-unknown', { fields: [{ pointer, reason }] });
  const node = await directory.region(home.node);
  if (!node || (node.level !== 'grid' && node.level !== 'community'))
    throw unknown('/home/node', 'must be a grid or a community');
  if (home.building === undefined) return { node: node.code, building: null };
  if (!home.building.startsWith(node.code) || !(await directory.building(home.building)))
    throw unknown('/home/building', 'must be a building of the node');
  return { node: node.code, building: home.building };
}
