import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { CommandFault, runCommand } from '../server-call';
import { type AdminRequest, help, isCommand, namesPath, readsFile } from './commands';
import { adminRunner } from './here';

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
  return { command, args, options, by: operator() };
}

/** Whoever is at the machine: behind `sudo` the one who called it. */
function operator(): string {
  try {
    return process.env['SUDO_USER'] ?? userInfo().username;
  } catch {
    // A container may run under a number that has no name.
    return `uid ${process.getuid?.() ?? '?'}`;
  }
}

/** Reads the file that an import names; makes the path of a backup whole, since the server has another folder. */
function withFile(request: AdminRequest): AdminRequest {
  const path =
    request.args[['trust', 'rules', 'calendar', 'catalogue', 'cap'].includes(request.command) ? 1 : 0];
  if (!readsFile(request) && !namesPath(request.command)) return request;
  if (path === undefined) throw new CommandFault(`${request.command} needs a file\n${help.join('\n')}`);
  const whole = resolve(process.cwd(), path);
  if (namesPath(request.command)) return { ...request, args: [whole] };
  try {
    return { ...request, file: readFileSync(whole).toString('base64') };
  } catch {
    throw new CommandFault(`${path}: cannot be read`);
  }
}

/** `npm run admin -- <command>`: through the running server, or by itself when none runs; the result is the same. */
runCommand(async () => {
  const asked = parse(process.argv.slice(2));
  if (!isCommand(asked.command)) throw new CommandFault([`no command ${asked.command}`, ...help].join('\n'));
  const request = withFile(asked);
  if (asked.command === 'help') {
    console.log(help.join('\n'));
    return 0;
  }
  const { run, close } = adminRunner();
  try {
    const answer = await run(request);
    for (const line of answer.lines) (answer.code === 0 ? console.log : console.error)(line);
    return answer.code;
  } finally {
    await close();
  }
});
