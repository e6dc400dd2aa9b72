import { createApp } from '../../../src/backend/app';
import { readSettings } from '../../../src/backend/settings';

/** Starts the demo on a new DATA_DIR until everything is in it, and ends. */
async function main(): Promise<void> {
  const app = await createApp(readSettings({ LOG_LEVEL: 'warn', ...process.env }, [], process.cwd()));
  await app.load(() => undefined);
  await app.close();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
