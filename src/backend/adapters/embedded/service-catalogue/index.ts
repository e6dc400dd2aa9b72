import { fail, ok } from '@contract/result';
import { catalogue as builtIn, writtenAt } from '@contract/service-request/catalogue';
import type { Catalogue, Category } from '@contract/service-request/category';
import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../../../ports/clock';
import type { ServiceCatalogue } from '../../../ports/service-catalogue';
import type { Unit } from '../database/unit';

/** It is read at every filing and changes a few times a year: other processes' imports are looked for this often (ms). */
const LOOK_AGAIN = 5_000;

interface Version {
  catalogue: Catalogue;
  byCode: ReadonlyMap<string, Category>;
}

const indexed = (catalogue: Catalogue): Version => ({
  catalogue,
  byCode: new Map(catalogue.categories.map((category) => [category.code, category])),
});

/** As it comes back from the database: without what is undefined. */
const plain = (catalogue: Catalogue): unknown => JSON.parse(JSON.stringify(catalogue)) as unknown;

const own = indexed(builtIn);

/** Catalogues in the deployment's own database; a version never changes, so one read is kept as long as the process. */
export function createServiceCatalogue(unit: Unit, clock: Clock): ServiceCatalogue {
  const versions = new Map<string, Version>();
  let newest: { version: Version; lookedAt: number } | undefined;

  async function read(version: string): Promise<Version | undefined> {
    const known = versions.get(version);
    if (known) return known;
    const row = await unit.db
      .selectFrom('service_catalogue')
      .select('catalogue')
      .where('version', '=', version)
      .executeTakeFirst();
    if (!row) return undefined;
    const found = indexed(row.catalogue);
    versions.set(version, found);
    return found;
  }

  const imported = () =>
    unit.db
      .selectFrom('service_catalogue')
      .select(['version', 'in_force_from'])
      .where('in_force_from', 'is not', null)
      .orderBy('in_force_from', 'desc')
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst();

  async function present(): Promise<Version> {
    const now = performance.now();
    if (newest && now - newest.lookedAt < LOOK_AGAIN) return newest.version;
    const name = (await imported())?.version;
    const version = (name === undefined ? undefined : await read(name)) ?? own;
    newest = { version, lookedAt: now };
    return version;
  }

  async function mayTake(catalogue: Catalogue): Promise<boolean> {
    const before = await read(catalogue.version);
    return !before || isDeepStrictEqual(before.catalogue, plain(catalogue));
  }

  return {
    inForce: async () => (await present()).catalogue,
    inForceSince: async () => (await imported())?.in_force_from ?? writtenAt(builtIn),
    version: async (version) => (await read(version))?.catalogue,
    category: async (code, version) =>
      (version === undefined ? await present() : ((await read(version)) ?? own)).byCode.get(code),
    mayTake,
    async import(catalogue) {
      const { version } = catalogue;
      if (!(await mayTake(catalogue))) return fail('version-taken');
      const before = await read(version);
      if ((await imported())?.version === version) return ok('unchanged');
      await unit.db
        .insertInto('service_catalogue')
        .values({ version, catalogue: JSON.stringify(catalogue), in_force_from: clock.now() })
        .onConflict((row) => row.column('version').doUpdateSet({ in_force_from: clock.now() }))
        .execute();
      newest = undefined;
      return ok(before ? 'again' : 'new');
    },
  };
}

/** Before anything is filed under it: a newer software comes with another, and must still read this one. */
export async function keepBuiltIn(unit: Unit): Promise<void> {
  await unit.db
    .insertInto('service_catalogue')
    .values({ version: builtIn.version, catalogue: JSON.stringify(builtIn), in_force_from: null })
    .onConflict((row) => row.doNothing())
    .execute();
}
