/** What a rule needs to know of a matter to say whether others look like it. */
export interface Matter {
  id: string;
  category: string;
  node: string;
  /** ISO 8601. */
  createdAt: string;
}

/** Filed no longer (ms) after one another, several may have one cause. */
const WITHIN = 24 * 3_600_000;

/**
 * Matters that look like one cause: of one public-place category, in one grid, each within a day of the one before.
 * A guess, to be offered and never acted upon by itself.
 * @param isPublic whether a category is of a public place: homes and disputes are never put together
 */
export function likelyOneCause<M extends Matter>(
  matters: readonly M[],
  isPublic: (category: string) => boolean,
): M[][] {
  const groups: M[][] = [];
  const inOrder = [...matters]
    .filter(({ category }) => isPublic(category))
    .sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
  for (const matter of inOrder) {
    const group = groups.find((each) => {
      const last = each.at(-1);
      return (
        last?.category === matter.category &&
        last.node === matter.node &&
        Date.parse(matter.createdAt) - Date.parse(last.createdAt) <= WITHIN
      );
    });
    if (group) group.push(matter);
    else groups.push([matter]);
  }
  return groups.filter((group) => group.length > 1);
}
