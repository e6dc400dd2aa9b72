import type { ServiceRequest } from '@contract/api';
import { releasableParts } from '@contract/open311/release';
import { publicPlace } from '@contract/open311/requests';
import { publicCategories } from '@contract/open311/services';
import { atLevel } from '@contract/region/code';
import { holds } from '@contract/role';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { DeskRequestWithTimeline } from '../ports/request-desk';
import type { Person } from '../ports/store';

export const communityOf = ({ node }: Pick<DeskRequestWithTimeline, 'node'>): string =>
  atLevel(node, 'community') ?? node;

/** What of a request anybody can read, as those in it see it; and how an officer changes that. */
export function publicSide({
  directory,
  publicRequests,
  serviceCatalogue,
}: Pick<Ports, 'directory' | 'publicRequests' | 'serviceCatalogue'>) {
  /** In a public place then and now, and under a name. */
  async function isPublic({
    anonymous,
    category: code,
    catalogueVersion,
  }: DeskRequestWithTimeline): Promise<boolean> {
    if (anonymous) return false;
    const found = [
      await serviceCatalogue.category(code, catalogueVersion),
      await serviceCatalogue.category(code),
    ];
    return found.every((category) => category !== undefined && publicCategories([category]).length === 1);
  }

  return {
    /**
     * Undefined where nothing of it is public.
     * @param community its name
     */
    async of(
      request: DeskRequestWithTimeline,
      viewer: Pick<Person, 'grants'>,
      community: string | undefined,
    ): Promise<ServiceRequest['public']> {
      if (!(await isPublic(request))) return undefined;
      const { node, place } = request;
      const released = await publicRequests.releasedOf(request.id);
      const address = place.addressId === undefined ? undefined : await directory.address(place.addressId);
      return {
        place: publicPlace(community ?? '', address),
        parts: releasableParts(request).map(({ part, kind }) => ({
          part,
          kind,
          released: released.includes(part),
        })),
        mayRelease: holds(viewer.grants, 'officer', node),
      };
    },
    async release(
      request: DeskRequestWithTimeline,
      part: string,
      released: boolean,
      { id, grants }: Person,
    ): Promise<void> {
      if (!holds(grants, 'officer', request.node)) throw new Refusal('forbidden');
      if (!(await isPublic(request))) throw new Refusal('not-public');
      if (!releasableParts(request).some((each) => each.part === part))
        throw new Refusal('invalid-request', { fields: [{ pointer: '/part', reason: 'unknown' }] });
      await publicRequests.release(request, part, released, id);
    },
  };
}
