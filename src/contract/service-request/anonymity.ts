import type { Behalf } from './behalf';
import type { GridCategory } from './category';
import type { RequestRole } from './lifecycle';

/**
 * Why a matter cannot be filed without a name; undefined when it can. Only one's own, or that of somebody one may file
 * for: whoever is to be met, or filed as part of their work, is known.
 */
export const refuseAnonymous = (
  category: Pick<GridCategory, 'anonymous'>,
  behalf: Behalf | undefined,
): 'anonymous-not-here' | undefined => (category.anonymous && !behalf ? undefined : 'anonymous-not-here');

/** Whether somebody may know who took a step: the team never knows it of the filer's side of an anonymous matter. */
export const mayKnowActor = (
  request: { anonymous: boolean },
  viewer: 'filer' | 'handler',
  actedAs: RequestRole,
): boolean => !(request.anonymous && viewer === 'handler' && actedAs === 'filer');
