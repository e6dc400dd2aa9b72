import { categoriesIn, describeHeld, type HeldRows, placesIn } from '@contract/personal-data/held';
import type { Said } from '@contract/personal-data/in-words';
import { personalData } from '@contract/personal-data/registry';
import { isBuildingCode, lineage } from '@contract/region/code';
import { pathName } from '@contract/region/name';
import type { Category } from '@contract/service-request/category';
import type { MyData } from '@contract/api';
import type { Handlers } from '../http/handler';
import type { Ports } from '../ports';

/** Everything held about the caller, in words. Nobody else's comes with it. */
export function myDataRoutes({
  clock,
  directory,
  personalRecords,
  readingLog,
  serviceCatalogue,
}: Pick<Ports, 'clock' | 'directory' | 'personalRecords' | 'readingLog' | 'serviceCatalogue'>): Handlers<
  'GET /v1/my-data' | 'GET /v1/my-data/copy'
> {
  async function placeNames(codes: readonly string[]): Promise<Map<string, string>> {
    const regions = await directory.regions([
      ...new Set(codes.filter((code) => !isBuildingCode(code)).flatMap(lineage)),
    ]);
    const byCode = new Map(regions.map((region) => [region.code, region]));
    const names = new Map<string, string>();
    for (const code of codes) {
      const name = isBuildingCode(code)
        ? (await directory.building(code))?.name
        : pathName(lineage(code).flatMap((each) => byCode.get(each) ?? []));
      if (name) names.set(code, name);
    }
    return names;
  }

  async function categories(tables: readonly HeldRows[]): Promise<Said['category']> {
    const found = new Map<string, Category>();
    for (const [code, version] of categoriesIn(tables)) {
      const category = await serviceCatalogue.category(code, version);
      if (category) found.set(`${version} ${code}`, category);
    }
    return (code, version) => found.get(`${version} ${code}`);
  }

  async function allOf(personId: string): Promise<MyData> {
    const { personIds, tables } = await personalRecords.of(personId);
    const looks = await readingLog.of(personId);
    return {
      at: clock.now().toISOString(),
      tables: describeHeld(tables, {
        personIds,
        places: await placeNames(placesIn(tables)),
        category: await categories(tables),
      }),
      looks: looks.map(({ role, what, at }) => ({
        role,
        what: personalData[what]?.name ?? { zh: what, en: what },
        at: at.toISOString(),
      })),
    };
  }

  return {
    'GET /v1/my-data': ({ caller: { person } }) => allOf(person.id),
    'GET /v1/my-data/copy': async ({ caller: { person } }) => ({
      type: 'application/json; charset=utf-8',
      content: Buffer.from(JSON.stringify(await allOf(person.id), null, 2)),
    }),
  };
}
