import type { Visited } from '@contract/visit/visit';
import type { DeskRequest } from '../ports/request-desk';
import type { ServiceCatalogue } from '../ports/service-catalogue';

/** What the rules of visits need to know of a request. */
export async function visitedAs(
  catalogue: ServiceCatalogue,
  { category: code, catalogueVersion, ownerId, anonymous }: DeskRequest,
): Promise<Visited> {
  const category = await catalogue.category(code, catalogueVersion);
  return {
    takesVisits: category?.kind === 'grid' && category.visit === true,
    anonymous,
    ownerId,
  };
}
