import { openDatabase } from '../../src/backend/adapters/embedded/database';
import type { Order, Answer } from './writer-process';

/**
 * A process that writes rows as it is told and says when each is safe; made to be killed.
 * A row is two halves written in one transaction, so that half a transaction would show.
 */
async function main(): Promise<void> {
  const [dataDir = '', databaseUrl] = process.argv.slice(2);
  const database = await openDatabase({ dataDir, databaseUrl });
  await database.executeSql(
    'create table if not exists fault_row (id text, half integer, primary key (id, half))',
  );
  const write = (id: string) =>
    database.unit.together(async () => {
      await database.executeSql('insert into fault_row values ($1, 1)', [id]);
      await database.executeSql('insert into fault_row values ($1, 2)', [id]);
    });
  const stored = async () => {
    const { rows } = await database.executeSql(
      'select id, count(*)::int as halves from fault_row group by id',
    );
    return rows as { id: string; halves: number }[];
  };
  const answer = (message: Answer) => void process.send?.(message);

  process.on('message', (order: Order) => {
    const obey = async () => {
      if (order.do === 'write') answer({ number: order.number, value: await write(order.id) });
      else answer({ number: order.number, value: await stored() });
    };
    obey().catch((error: unknown) => answer({ number: order.number, error: String(error) }));
  });
  process.on('disconnect', () => void database.close());
  answer({ ready: true });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
