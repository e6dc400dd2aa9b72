import type { InputOf } from '@contract/api';
import { locate } from '@contract/region/locate';
import type { GridCategory } from '@contract/service-request/category';
import { nodeOfPoint } from '@contract/service-request/place';
import { Refusal } from '../http/refusal';
import type { GridDirectory } from '../ports/grid-directory';
import type { RequestDraft } from '../ports/request-desk';
import type { Person } from '../ports/store';

type PlaceInput = NonNullable<InputOf<'POST /v1/service-requests'>['body']['place']>;
type Lying = Pick<RequestDraft, 'node' | 'place'>;

const unknownPlace = (pointer: string) =>
  new Refusal('region-unknown', { fields: [{ pointer, reason: 'unknown' }] });

/** Where a request lies, and who has it therefore; or what has to be said first. */
export async function lyingAt(
  directory: GridDirectory,
  category: GridCategory,
  input: PlaceInput | undefined,
  home: Person['home'],
): Promise<Lying> {
  const place = input ?? {};
  if (category.place === 'required' && Object.keys(place).length === 0) throw new Refusal('place-required');
  const said = {
    ...(place.point ? { point: place.point } : {}),
    ...(place.note?.trim() ? { note: place.note.trim() } : {}),
  };
  if (place.addressId !== undefined) {
    const address = await directory.address(place.addressId);
    if (!address) throw unknownPlace('/place/addressId');
    const text = [address.text, said.note].filter(Boolean).join(' ');
    return { node: address.grid, place: { addressId: address.id, ...said, text } };
  }
  const { code, name } = await nodeOf(directory, place, home);
  return { node: code, place: { ...said, text: [name, said.note].filter(Boolean).join(' ') } };
}

async function nodeOf(directory: GridDirectory, place: PlaceInput, home: Person['home']) {
  const code = await codeOf(directory, place, home);
  const node = await directory.region(code);
  if (!node || (node.level !== 'grid' && node.level !== 'community')) throw unknownPlace('/place/grid');
  return node;
}

async function codeOf(directory: GridDirectory, place: PlaceInput, home: Person['home']): Promise<string> {
  if (!place.point) {
    const code = place.grid ?? home?.node;
    if (code === undefined) throw new Refusal('home-required');
    return code;
  }
  const located = locate(place.point, await directory.shapesNear(place.point));
  const found = nodeOfPoint(located, place.grid, home?.node);
  if (found.ok) return found.value;
  if (found.failure === 'region-unknown') throw unknownPlace('/place/point');
  const candidates = located.kind === 'near-boundary' ? located.candidates.map((grid) => grid.code) : [];
  throw new Refusal('grid-ambiguous', {
    fields: [{ pointer: '/place/grid', reason: `one of ${candidates.join(', ')}` }],
  });
}
