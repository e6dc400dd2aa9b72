import { sql } from 'kysely';
import { readRegionTree, type RegionTreeRow } from '../../../import/region-tree';
import type { AuditLog } from '../../../ports/audit-log';
import type { Clock } from '../../../ports/clock';
import type { CountyRegister } from '../../../ports/county-register';
import type { Unit } from '../database/unit';
import { invite } from '../identity/invitation';
import { createRoleGrants } from '../role-grants';
import { admit, find } from './people';
import { countOf, putAddresses, putGrids, putRegions } from './places';
import { putStaff } from './staff';

/** Rows of the tree in one transaction: some tenths of a second, so that others get their turn. */
const TREE_PORTION = 10_000;

/** The county's own data in the deployment's own database. */
export function createCountyRegister(
  unit: Unit,
  clock: Clock,
  log: Pick<AuditLog, 'append'>,
): CountyRegister {
  const roles = createRoleGrants(unit, clock, log);
  /** Two imports at once take turns, so that each compares with what is really there. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
    unit.together(async () => {
      await sql`select pg_advisory_xact_lock(hashtextextended('county register', 0))`.execute(unit.db);
      return work();
    });

  /** Which provinces the tree holds in full, as it was noted when they were complete. */
  async function loadedProvinces(): Promise<string[]> {
    const note = await unit.db
      .selectFrom('deployment')
      .select('value')
      .where('name', '=', 'region-tree')
      .executeTakeFirst();
    return note?.value.split(',') ?? [];
  }

  return {
    async loadTree(provinces, progress = () => undefined) {
      const loaded = await loadedProvinces();
      const wanted = provinces === 'all' ? ['all'] : provinces;
      if (loaded.includes('all') || wanted.every((each) => loaded.includes(each))) return;
      let done = 0;
      for (const portion of portions(readRegionTree(provinces), TREE_PORTION)) {
        await inTurn(() => putRegions(unit, portion));
        progress((done += portion.length));
      }
      const value = [...new Set([...loaded, ...wanted])].join(',');
      await unit.db
        .insertInto('deployment')
        .values({ name: 'region-tree', value })
        .onConflict((noted) => noted.column('name').doUpdateSet({ value }))
        .execute();
    },
    putRegions: (regions) =>
      inTurn(async () => {
        const written = await putRegions(unit, regions);
        const codes = regions.map(({ code }) => code);
        return countOf(codes, (code) => written.added.has(code), [written]);
      }),
    putGrids: (grids) => inTurn(() => putGrids(unit, grids)),
    putAddresses: (addresses) => inTurn(() => putAddresses(unit, addresses)),
    putStaff: (staff, by) => inTurn(() => putStaff(unit, clock, roles, staff, by)),

    async known(codes) {
      if (codes.length === 0) return new Set();
      const rows = await unit.db
        .selectFrom('region')
        .select('code')
        .where(sql<boolean>`code = any (${[...codes]}::text[])`)
        .execute();
      return new Set(rows.map(({ code }) => code));
    },
    grids: () => unit.db.selectFrom('grid_shape').select(['code', 'rings']).execute(),

    admit: (admission) => inTurn(() => admit(unit, clock, admission)),
    find: (who) => find(unit, who),
    grant: (personId, post, by) => roles.give(personId, post, { through: 'grant', operator: by }),
    revoke: (personId, post, by) => roles.take(personId, post, { through: 'grant', operator: by }),
    invite: (personId, by) =>
      unit.together(async () => {
        await roles.note('invitation-made', personId, by);
        return invite(unit, clock, personId);
      }),
  };
}

function* portions(rows: Iterable<RegionTreeRow>, size: number): Generator<RegionTreeRow[]> {
  let portion: RegionTreeRow[] = [];
  for (const row of rows) {
    portion.push(row);
    if (portion.length < size) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}
