import { fail, ok, type Result } from '../result';
import type { Catalogue, GridCategory } from './category';

/** What a filing goes by from its first moment to its last: questions, name and limits of one version. */
export interface FiledUnder {
  category: GridCategory;
  version: string;
}

/**
 * The version its filer saw, since it was answered to those questions and promised those limits, perhaps long before it
 * could be sent; but only what is the grid's today is filed.
 * @param seen undefined where the version is unknown, or was not said
 */
export function filedUnder(
  code: string,
  now: Catalogue,
  seen: Catalogue | undefined,
): Result<FiledUnder, 'category-unknown' | 'category-not-filed'> {
  const today = entry(now, code);
  if (!today) return fail('category-unknown');
  if (today.kind !== 'grid') return fail('category-not-filed');
  const by = seen && entry(seen, code)?.kind === 'grid' ? seen : now;
  const category = entry(by, code);
  return category?.kind === 'grid' ? ok({ category, version: by.version }) : fail('category-not-filed');
}

const entry = ({ categories }: Catalogue, code: string) =>
  categories.find((category) => category.code === code);
