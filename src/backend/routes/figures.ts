import { stringify } from 'csv-stringify/sync';
import { figuresFor, lastWeeks } from '@contract/figures/figures';
import { hideSmall, LEAST } from '@contract/figures/hide';
import { tableOf } from '@contract/figures/table';
import { levelOf } from '@contract/region/code';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { Person } from '../ports/store';

const PUBLIC_WEEKS = 12;

/** What is collected of requests, for officers of a community and above, and for everybody what may be public of it. */
export function figureRoutes({
  clock,
  directory,
  figures,
  serviceCatalogue,
}: Pick<Ports, 'clock' | 'directory' | 'figures' | 'serviceCatalogue'>): Handlers<
  'GET /v1/figures' | 'GET /v1/figures/table' | 'GET /v1/regions/:code/figures'
> {
  async function whole(node: string, weeks: number) {
    const region = await directory.region(node);
    if (!region) throw new Refusal('region-unknown');
    const { from, until } = lastWeeks(weeks, clock.now().getTime());
    const { total, weeks: byWeek, categories } = await figures.of(node, { from, until });
    const named = await Promise.all(
      categories.map(async (each) => ({ ...each, name: await nameOf(each.category) })),
    );
    return { node, nodeName: region.name, from, until, total, weeks: byWeek, categories: named };
  }

  /** As it is called now; an entry that is gone has its code alone. */
  const nameOf = async (code: string) =>
    (await serviceCatalogue.category(code))?.name ?? { zh: code, en: code };

  async function ofOfficer(
    { grants }: Person,
    { node, weeks = PUBLIC_WEEKS }: { node: string; weeks?: number },
  ) {
    const may = figuresFor(node, grants);
    if (may === 'below-the-community') throw new Refusal('below-the-community');
    if (may === 'not-theirs') throw new Refusal('forbidden');
    return whole(node, weeks);
  }

  return {
    'GET /v1/figures': ({ caller: { person }, query }) => ofOfficer(person, query),
    'GET /v1/figures/table': async ({ caller: { person }, query }) => {
      const { weeks, categories, total } = await ofOfficer(person, query);
      const table = tableOf([
        ...weeks.map(({ week, figures: of }) => ({ of: week, figures: of })),
        ...categories.map(({ name, figures: of }) => ({ of: `${name.zh} ${name.en}`, figures: of })),
        { of: '合计 in all', figures: total },
      ]);
      // A spreadsheet takes it for UTF-8 only with a mark, and what begins with = for a formula.
      const content = stringify(table, { bom: true, escape_formulas: true });
      return { type: 'text/csv; charset=utf-8', content: Buffer.from(content) };
    },
    'GET /v1/regions/:code/figures': async ({ params: { code } }) => {
      if (levelOf(code) !== 'community') throw new Refusal('below-the-community');
      const { node, nodeName, from, until, categories } = await whole(code, PUBLIC_WEEKS);
      const hidden = hideSmall(
        categories.map(({ figures: { filed, inTime } }) => ({ whole: filed, part: inTime })),
      );
      return {
        node,
        nodeName,
        from,
        until,
        least: LEAST,
        total: hidden.total,
        categories: categories.flatMap(({ category, name }, at) => {
          const row = hidden.rows[at];
          return row ? [{ category, name, figures: row }] : [];
        }),
      };
    },
  };
}
