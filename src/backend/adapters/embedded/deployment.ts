import type { Unit } from './database/unit';

/** Demo data and a county's own never share a database. One line for the person who started the process. */
export class DeploymentFault extends Error {}

/**
 * Marks a database as a county's own at its first start in production, and refuses to mix it with a demo either way.
 * @throws DeploymentFault
 */
export async function claimDeployment(unit: Unit, production: boolean): Promise<void> {
  const marks = await unit.db
    .selectFrom('deployment')
    .select('name')
    .where('name', 'in', ['demo', 'production'])
    .execute();
  const holds = (name: string): boolean => marks.some((mark) => mark.name === name);
  if (production && holds('demo'))
    throw new DeploymentFault(
      'this database holds demo data: production needs another DATA_DIR or DATABASE_URL',
    );
  if (!production && holds('production'))
    throw new DeploymentFault('this database is a county’s own: start it with --production');
  if (production)
    await unit.db
      .insertInto('deployment')
      .values({ name: 'production', value: '1' })
      .onConflict((marked) => marked.doNothing())
      .execute();
}

/** Notes that the demo is in this database, once what it holds has been put in. */
export async function onceInDemo(unit: Unit, load: () => Promise<void>): Promise<void> {
  const there = await unit.db
    .selectFrom('deployment')
    .select('name')
    .where('name', '=', 'demo')
    .executeTakeFirst();
  if (there) return;
  // All of it or nothing: half a demo would be neither.
  await unit.together(async () => {
    await load();
    await unit.db.insertInto('deployment').values({ name: 'demo', value: '1' }).execute();
  });
}
