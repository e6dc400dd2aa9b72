import { publicCategories } from '@contract/open311/services';
import type { GridCategory } from '@contract/service-request/category';
import type { Ports } from '../ports';

/** Services as other systems see them: matters of public places, of the catalogue that is in force. */
export function open311Services({ serviceCatalogue }: Pick<Ports, 'serviceCatalogue'>) {
  const inForce = async (): Promise<GridCategory[]> =>
    publicCategories((await serviceCatalogue.inForce()).categories);
  return {
    inForce,
    codesInForce: async (): Promise<string[]> => (await inForce()).map(({ code }) => code),
    /**
     * The service that a request was filed as; undefined where it lay in no public place then, whatever it does now:
     * nobody told its filer that it becomes public.
     */
    async filedAs(code: string, version: string): Promise<GridCategory | undefined> {
      const category = await serviceCatalogue.category(code, version);
      return category && publicCategories([category])[0];
    },
  };
}
