import type { OutputOf } from '@contract/api';
import type { Catalogue } from '@contract/service-request/category';
import type { Handlers } from '../http/handler';
import type { Ports } from '../ports';
import { pinyinOf } from '../search/pinyin';

type Key = 'GET /v1/service-catalogue';

export function serviceCatalogueRoutes({ serviceCatalogue }: Pick<Ports, 'serviceCatalogue'>): Handlers<Key> {
  // A version never changes: what it sounds like is worked out once.
  const told = new WeakMap<Catalogue, OutputOf<Key>>();
  const tell = (catalogue: Catalogue): OutputOf<Key> => {
    const known = told.get(catalogue);
    if (known) return known;
    const { version, categories } = catalogue;
    const made = {
      version,
      categories: categories.map((category) => ({ ...category, pinyin: pinyinOf(category) })),
      // The contract's data is read-only; what is only written out needs no copy.
    } as unknown as OutputOf<Key>;
    told.set(catalogue, made);
    return made;
  };
  return { 'GET /v1/service-catalogue': async () => tell(await serviceCatalogue.inForce()) };
}
