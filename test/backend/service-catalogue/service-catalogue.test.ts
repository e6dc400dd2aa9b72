import type { Database } from '../../../src/backend/adapters/embedded/database';
import {
  createServiceCatalogue,
  keepBuiltIn,
} from '../../../src/backend/adapters/embedded/service-catalogue';
import type { Unit } from '../../../src/backend/adapters/embedded/database/unit';
import type { ServiceCatalogue } from '../../../src/backend/ports/service-catalogue';
import { catalogue as builtIn, writtenAt } from '../../../src/contract/service-request/catalogue';
import type { Catalogue } from '../../../src/contract/service-request/category';
import { describeOnEachDatabase } from '../../support/database';
import { movedClock } from '../../support/moved-clock';

const named = (version: string, zh: string): Catalogue => ({
  version,
  categories: builtIn.categories
    .filter(({ code }) => code !== 'noise')
    .map((category) => (category.code === 'rubbish' ? { ...category, name: { zh, en: zh } } : category)),
});

describeOnEachDatabase('the catalogue of a county', (open) => {
  let database: Database;
  let ours: ServiceCatalogue;
  const clock = movedClock();
  const rubbish = async (version?: string) => (await ours.category('rubbish', version))?.name.zh;

  beforeAll(async () => {
    database = await open();
    await keepBuiltIn(database.unit);
    ours = createServiceCatalogue(database.unit, clock);
  });

  it('is what the software comes with, until the county brings its own', async () => {
    expect(await ours.inForce()).toEqual(builtIn);
    expect(await ours.inForceSince()).toEqual(writtenAt(builtIn));
    expect(await ours.import(named('west-1', '垃圾'))).toEqual({ ok: true, value: 'new' });
    expect(await ours.inForceSince()).toEqual(clock.now());
    expect((await ours.inForce()).version).toBe('west-1');
    expect(await ours.category('noise')).toBeUndefined();
  });

  it('still reads what was filed under each earlier one', async () => {
    clock.forward(1);
    await ours.import(named('west-2', '垃圾没人清'));
    expect([await rubbish(), await rubbish('west-1'), await rubbish(builtIn.version)]).toEqual([
      '垃圾没人清',
      '垃圾',
      '垃圾没清',
    ]);
    expect(await ours.category('noise', builtIn.version)).toMatchObject({ code: 'noise' });
  });

  it('is what it came with for what was filed before versions were kept', async () => {
    expect(await rubbish('of-long-ago')).toBe('垃圾没清');
  });

  it('never changes under its version', async () => {
    expect(await ours.import(named('west-1', '别的'))).toEqual({ ok: false, failure: 'version-taken' });
    expect(await ours.import({ ...named(builtIn.version, '别的') })).toEqual({
      ok: false,
      failure: 'version-taken',
    });
    expect(await ours.import(named('west-2', '垃圾没人清'))).toEqual({ ok: true, value: 'unchanged' });
    expect(await rubbish()).toBe('垃圾没人清');
  });

  it('can go back to an earlier one, and to what the software comes with', async () => {
    clock.forward(1);
    expect(await ours.import(named('west-1', '垃圾'))).toEqual({ ok: true, value: 'again' });
    expect(await rubbish()).toBe('垃圾');
    clock.forward(1);
    expect(await ours.import(builtIn)).toEqual({ ok: true, value: 'again' });
    expect(await ours.inForce()).toEqual(builtIn);
  });

  it('is the same in another process, which asks the database once for many filings', async () => {
    let asked = 0;
    const { unit } = database;
    const counting: Unit = {
      together: (work) => unit.together(work),
      atEnd: (work) => unit.atEnd(work),
      get db() {
        asked += 1;
        return unit.db;
      },
      get isTogether() {
        return unit.isTogether;
      },
    };
    const theirs = createServiceCatalogue(counting, clock);
    expect(await theirs.version('west-2')).toMatchObject({ version: 'west-2' });
    expect((await theirs.inForce()).version).toBe(builtIn.version);
    const before = asked;
    for (let filed = 0; filed < 20; filed += 1) await theirs.category('rubbish');
    await theirs.category('rubbish', 'west-2');
    expect([before, asked]).toEqual([3, 3]);
  });
});
