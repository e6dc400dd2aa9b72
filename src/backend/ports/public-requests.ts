import type { FeedQuery } from '@contract/open311/query';
import type { PublicRequest } from '@contract/open311/requests';

/** A request as anybody may see it; its category and pictures by their code and id. */
export interface PublicRow extends Omit<PublicRequest, 'category' | 'mediaUrls'> {
  category: string;
  /** Of the catalogue that it was filed under. */
  catalogueVersion: string;
  /** Released, in the order they came. */
  photos: string[];
  /** Released. */
  link?: string;
}

/** What of a request an officer may release: what its filer wrote, the link sent with it, or one photo by its id. */
export type ReleasedPart = 'words' | 'link' | (string & {});

/** What anybody may see of requests. What is in no public place, or was filed without a name, is not here, whoever asks. */
export interface PublicRequests {
  /**
   * The newest first; those asked for by their last change, the longest ago first.
   * @param codes the categories that lie in public places
   */
  find(query: FeedQuery, codes: readonly string[], options: { steps: boolean }): Promise<PublicRow[]>;
  /** Whether a photo was released with a request of one of these categories. */
  isReleased(photoId: string, codes: readonly string[]): Promise<boolean>;
  /** What was released of a request. */
  releasedOf(requestId: string): Promise<ReleasedPart[]>;
  /** Releases a part or takes it back, and says so in the log of what officials do. Done twice, it is done once. */
  release(
    request: { id: string; node: string },
    part: ReleasedPart,
    released: boolean,
    by: string,
  ): Promise<void>;
}
