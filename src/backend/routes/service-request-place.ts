import type { InputOf } from '@contract/api';
import { locate } from '@contract/region/locate';
import type { GridCategory } from '@contract/service-request/category';
import type { Point } from '@contract/region/geometry';
import { nodeOfPoint } from '@contract/service-request/place';
import { Refusal } from '../http/refusal';
import type { GridDirectory } from '../ports/grid-directory';
import type { RequestDraft } from '../ports/request-desk';
import type { Person } from '../ports/store';

type PlaceInput = NonNullable<InputOf<'POST /v1/service-requests'>['body']['place']>;
interface Lying extends Pick<RequestDraft, 'node' | 'place'> {
  /** Where the thing is, as far as it may be compared with what neighbours reported. */
  at: { point?: Point | undefined; building?: string | null | undefined };
  /** To the building, or the grid: what that place is called to neighbours. */
  placeName: string;
}

const unknownPlace = (pointer: string) =>
  new Refusal('region-unknown', { fields: [{ pointer, reason: 'unknown' }] });

/** Where a request lies, and who has it therefore; or what has to be said first. */
export async function lyingAt(
  directory: GridDirectory,
  category: GridCategory,
  input: PlaceInput | undefined,
  home: Person['home'],
): Promise<Lying> {
  const place = asked(category, input ?? {});
  if (category.place === 'required' && Object.keys(place).length === 0) throw new Refusal('place-required');
  const said = {
    ...(place.point ? { point: place.point } : {}),
    ...(place.note?.trim() ? { note: place.note.trim() } : {}),
  };
  if (place.addressId !== undefined) {
    const address = await directory.address(place.addressId);
    if (!address) throw unknownPlace('/place/addressId');
    const text = [address.text, said.note].filter(Boolean).join(' ');
    const building = address.building && (await directory.building(address.building));
    return {
      node: address.grid,
      place: { addressId: address.id, ...said, text },
      at: { point: address.point ?? place.point, building: address.building },
      placeName: building ? building.name : address.gridName,
    };
  }
  const { code, name } = await nodeOf(directory, place, home);
  const where = (place.atHome && (await homeName(directory, home))) || name;
  return {
    node: code,
    place: { ...said, text: [where, said.note].filter(Boolean).join(' ') },
    at: { point: place.point },
    placeName: name,
  };
}

/** Where the category needs no place none is taken, but the grid of who lives nowhere that is known. */
const asked = (category: GridCategory, { grid, ...place }: PlaceInput): PlaceInput => ({
  ...(category.place === 'none' ? {} : place),
  ...(grid === undefined ? {} : { grid }),
});

/** Their building, where they said it. */
const homeName = async (directory: GridDirectory, home: Person['home']): Promise<string | undefined> =>
  !home?.building ? undefined : (await directory.building(home.building))?.name;

async function nodeOf(directory: GridDirectory, place: PlaceInput, home: Person['home']) {
  const code = await codeOf(directory, place, home);
  const node = await directory.region(code);
  if (!node || (node.level !== 'grid' && node.level !== 'community')) throw unknownPlace('/place/grid');
  return node;
}

async function codeOf(directory: GridDirectory, place: PlaceInput, home: Person['home']): Promise<string> {
  if (!place.point) {
    const code = place.atHome ? home?.node : (place.grid ?? home?.node);
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
