import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createBackup } from '../../adapters/embedded/backup';
import { createCountyRegister } from '../../adapters/embedded/county-register';
import { openDatabase } from '../../adapters/embedded/database';
import { createMessenger } from '../../adapters/embedded/messenger';
import { readSettings } from '../../settings';
import { CommandFault, runCommand } from '../server-call';
import {
  type AdminAnswer,
  type AdminRequest,
  help,
  isCommand,
  namesPath,
  readsFile,
  runAdmin,
} from './commands';
import { askServer } from './socket';

/** `--name value` pairs apart from the rest. */
function parse(words: readonly string[]): AdminRequest {
  const [command = 'help', ...rest] = words;
  const args: string[] = [];
  const options: Record<string, string> = {};
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at] ?? '';
    if (!word.startsWith('--')) args.push(word);
    else options[word.slice(2)] = rest[(at += 1)] ?? '';
  }
  return { command, args, options };
}

/** Reads the file that an import names; makes the path of a backup whole, since the server has another folder. */
function withFile(request: AdminRequest): AdminRequest {
  const [path] = request.args;
  if (!readsFile(request.command) && !namesPath(request.command)) return request;
  if (path === undefined) throw new CommandFault(`${request.command} needs a file\n${help.join('\n')}`);
  const whole = resolve(process.cwd(), path);
  if (namesPath(request.command)) return { ...request, args: [whole] };
  try {
    return { ...request, file: readFileSync(whole).toString('base64') };
  } catch {
    throw new CommandFault(`${path}: cannot be read`);
  }
}

/** Opens the database itself, as no server runs. */
async function runHere(request: AdminRequest): Promise<AdminAnswer> {
  const { PRODUCTION: _, ...environment } = process.env;
  const settings = readSettings(environment, [], join(__dirname, '../../../..'));
  const database = await openDatabase({ dataDir: settings.dataDir, databaseUrl: settings.databaseUrl });
  try {
    const register = createCountyRegister(database.unit, { now: () => new Date() });
    await register.loadTree(settings.regions);
    const backup = createBackup(database.unit, settings.filesDir);
    return await runAdmin(request, { register, backup, messenger: createMessenger(database) });
  } finally {
    await database.close();
  }
}

/** `npm run admin -- <command>`: through the running server, or by itself when none runs; the result is the same. */
runCommand(async () => {
  const asked = parse(process.argv.slice(2));
  if (!isCommand(asked.command)) throw new CommandFault([`no command ${asked.command}`, ...help].join('\n'));
  const request = withFile(asked);
  const dataDir = resolve(join(__dirname, '../../../..'), process.env['DATA_DIR'] || '.data');
  const byServer = asked.command === 'help' ? undefined : await askServer(dataDir, request);
  const answer = byServer ?? (asked.command === 'help' ? { code: 0, lines: help } : await runHere(request));
  for (const line of answer.lines) (answer.code === 0 ? console.log : console.error)(line);
  return answer.code;
});
