import { adminRunner } from '../admin/here';
import { runCommand } from '../server-call';
import { runAudit } from './run';

/** Through the running server, or by itself when none runs. */
runCommand(async () => {
  const { run, close } = adminRunner();
  let isRead = true;
  process.stdout.on('error', () => (isRead = false));
  const write = (text: string): Promise<boolean> =>
    new Promise((resolve) => process.stdout.write(text, () => resolve(isRead)));
  try {
    return await runAudit(process.argv.slice(2), run, { write, complain: (line) => console.error(line) });
  } finally {
    await close();
  }
});
