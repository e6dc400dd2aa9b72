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

/** Does what a demo consists of, each step once: a database that was made by an earlier version gets the later ones. */
export async function onceInDemo(unit: Unit, steps: readonly (() => Promise<void>)[]): Promise<void> {
  const there = await unit.db
    .selectFrom('deployment')
    .select('value')
    .where('name', '=', 'demo')
    .executeTakeFirst();
  for (let done = Number(there?.value ?? 0); done < steps.length; done += 1) {
    const value = String(done + 1);
    // All of it or nothing: half a demo would be neither.
    await unit.together(async () => {
      await steps[done]?.();
      await unit.db
        .insertInto('deployment')
        .values({ name: 'demo', value })
        .onConflict((noted) => noted.column('name').doUpdateSet({ value }))
        .execute();
    });
  }
}
