import { describeOnEachDatabase } from '../../support/database';
import { queues } from '../../support/queues';
import { startTestApp } from '../../support/server';

describeOnEachDatabase('the queues of the server', (open) => {
  it('are made by its first start, and are those of the databases that the suites get', async () => {
    const database = await open();
    const names = async () => {
      const { rows } = await database.executeSql(
        `select name from pgboss.queue where name not like '\\_\\_%'`,
      );
      return (rows as { name: string }[]).map(({ name }) => name).sort();
    };
    expect(await names()).toEqual(queues);
    await database.executeSql('drop schema pgboss cascade');
    const app = await startTestApp({ database });
    // Without WeChat there is nothing to bring there.
    expect(await names()).toEqual(queues.filter((name) => name !== 'nudges'));
    await app.close();
  });
});
