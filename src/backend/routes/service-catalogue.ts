import type { OutputOf } from '@contract/api';
import type { Catalogue } from '@contract/service-request/category';
import type { Handlers } from '../http/handler';
import type { Ports } from '../ports';
import { pinyinOf } from '../search/pinyin';

type Key = 'GET /v1/service-catalogue';

export function serviceCatalogueRoutes({
  serviceCatalogue,
  outsideDesks,
}: Pick<Ports, 'serviceCatalogue' | 'outsideDesks'>): Handlers<Key> {
  // A version never changes: what it sounds like is worked out once.
  const told = new WeakMap<Catalogue, OutputOf<Key>>();
  const tell = (catalogue: Catalogue): OutputOf<Key> => {
    const known = told.get(catalogue);
    if (known) return known;
    const { version, categories } = catalogue;
    const made = {
      version,
      categories: categories.map((category) => {
        const handledBy = outsideDesks.handlerOf(category);
        return { ...category, pinyin: pinyinOf(category), ...(handledBy ? { handledBy } : {}) };
      }),
      // The contract's data is read-only; what is only written out needs no copy.
    } as unknown as OutputOf<Key>;
    told.set(catalogue, made);
    return made;
  };
  return { 'GET /v1/service-catalogue': async () => tell(await serviceCatalogue.inForce()) };
}
