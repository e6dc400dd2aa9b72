import { fault } from '@contract/open311/fault';
import type { PostedRequest } from '@contract/open311/posted';
import { atLevel } from '@contract/region/code';
import type { Point } from '@contract/region/geometry';
import { locate } from '@contract/region/locate';
import type { GridCategory } from '@contract/service-request/category';
import { Refusal } from '../http/refusal';
import type { GridDirectory } from '../ports/grid-directory';
import type { RequestDraft } from '../ports/request-desk';
import { refuse } from './open311-answer';
import { lyingAt } from './service-request-place';

type Lying = Pick<RequestDraft, 'node' | 'place'>;

/** Where what another system posts lies: by its address of the county's list, by its point, or by what the address says. */
export async function postedAt(
  directory: GridDirectory,
  { category, place: { addressId, point, addressText } }: PostedRequest,
): Promise<Lying> {
  const said = addressText === undefined ? {} : { note: addressText };
  if (addressId !== undefined) {
    if (!(await directory.address(addressId)))
      refuse(fault(404, '没有这个 address_id', 'address_id was not found'));
    return lyingAt(directory, category, { addressId, ...said, ...(point ? { point } : {}) }, null);
  }
  if (point) {
    const grid = await deskNear(directory, point);
    return lyingAt(
      directory,
      category,
      { point, ...said, ...(grid === undefined ? {} : { grid }) },
      null,
    ).catch((error: unknown) => {
      if (!(error instanceof Refusal) || error.code !== 'region-unknown') throw error;
      return refuse(
        fault(
          400,
          '这个 lat 和 long 不在任何网格里',
          'this lat and long lie in no grid of this jurisdiction',
        ),
      );
    });
  }
  return saidAt(directory, category, addressText ?? '');
}

/** So many places that fit are too many to tell where it is. */
const TOO_MANY = 20;
const plain = (text: string): string => text.replace(/\s/g, '');

/** The one address that words mean; or the grid, where all that they fit lie in one. */
async function saidAt(directory: GridDirectory, category: GridCategory, text: string): Promise<Lying> {
  const found = await directory.searchAddresses({ text, limit: TOO_MANY });
  const [first, ...others] = found;
  if (!first)
    return refuse(
      fault(
        400,
        '县里的地址里没有这个 address_string，请给 lat 和 long',
        'address_string is not among the addresses of this jurisdiction: give lat and long',
      ),
    );
  if (others.length === 0 || plain(first.text) === plain(text))
    return lyingAt(directory, category, { addressId: first.id }, null);
  if (found.length < TOO_MANY && others.every(({ grid }) => grid === first.grid))
    return lyingAt(directory, category, { grid: first.grid, note: text }, null);
  return refuse(
    fault(
      400,
      '这个 address_string 对得上几个地方，写细一点，或者给 lat 和 long',
      'address_string fits several places: say it in full, or give lat and long',
    ),
  );
}

/** Near a boundary a resident is asked; nobody can be here, so the desk of the community takes it. */
async function deskNear(directory: GridDirectory, point: Point): Promise<string | undefined> {
  const located = locate(point, await directory.shapesNear(point));
  if (located.kind !== 'near-boundary') return undefined;
  return atLevel(located.candidates[0]?.code ?? '', 'community');
}
