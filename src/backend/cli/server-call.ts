import type { EndpointName, InputOf, OutputOf } from '@contract/api';
import type { Problem } from '@contract/errors';

/** Said on one line of stderr; the command then ends with 1. */
export class CommandFault extends Error {}

const address = (): string => `http://${process.env['HOST'] ?? '127.0.0.1'}:${process.env['PORT'] ?? '8710'}`;

/** Calls the running server at HOST:PORT. Endpoints without parameters in their path only. */
export async function callServer<K extends EndpointName>(
  name: K,
  input: InputOf<K>,
  token?: string,
): Promise<OutputOf<K>> {
  const [method, path] = name.split(' ') as [string, string];
  const { body } = input as { body?: unknown };
  const answer = await fetch(address() + path, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new CommandFault(`no server at ${address()}: start one with npm start`);
  });
  const content = (await answer.json()) as unknown;
  if (!answer.ok) throw new CommandFault(`${(content as Problem).code}: ${(content as Problem).title}`);
  return content as OutputOf<K>;
}

/** Runs a command: what it throws becomes one line and exit code 1. */
export function runCommand(command: () => Promise<number>): void {
  command().then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : String(error));
      process.exitCode = 1;
    },
  );
}
