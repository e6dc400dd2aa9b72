import type { Grant, Role } from '@contract/role';
import { roles } from '@contract/role';
import type { Backup } from '../../ports/backup';
import { parseAddresses } from '../../import/addresses-csv';
import { type Crs, crsNames } from '../../import/crs';
import { parseGrids } from '../../import/grids-geojson';
import { describeProblem, type Imported, type ImportProblem } from '../../import/problems';
import { parseStaff } from '../../import/staff-csv';
import type { Changes, CountyRegister } from '../../ports/county-register';
import type { Messenger } from '../../ports/messenger';

/** What a command line asks for. Files are read where they lie, by the person's own process. */
export interface AdminRequest {
  command: string;
  args: string[];
  options: Record<string, string>;
  /** The content of the file named, base64. */
  file?: string;
}

export interface AdminAnswer {
  /** 0: done. 1: refused, and nothing was changed. */
  code: 0 | 1;
  lines: string[];
}

export interface AdminDeps {
  register: CountyRegister;
  backup: Backup;
  messenger: Messenger;
}

type Command = (request: AdminRequest, deps: AdminDeps) => Promise<AdminAnswer>;

export const help = [
  'npm run admin -- <command>',
  '',
  '  import-grids <geojson> --crs wgs84|gcj02|bd09   polygons with code and name',
  '  import-addresses <csv> [--crs …]                addresses, buildings, doors',
  '  import-staff <csv>                              staff; prints an invitation for each new one',
  '  grant <staff number|person id> --role worker|officer|checkpoint --node <code>',
  '  revoke <staff number|person id> --role … --node …',
  '  invite <staff number|person id>                 a new single-use invitation',
  '  invite --name <name> --node <code>              for a resident at the desk',
  '  backup <file>                                   everything but the signing key',
  '  restore <file>                                  into an empty deployment, while no server runs',
];

const done = (...lines: string[]): AdminAnswer => ({ code: 0, lines });
const refused = (...lines: string[]): AdminAnswer => ({ code: 1, lines });
const told = (problem: ImportProblem): string => describeProblem(problem, 'en');
const counted = ({ added, changed, unchanged }: Changes): string =>
  `${added} added, ${changed} changed, ${unchanged} unchanged`;

/** Puts the rows of a file in, or names every fault of it and puts in none. */
async function put<T>(
  imported: Imported<T>,
  write: (rows: readonly T[]) => Promise<string[]>,
): Promise<AdminAnswer> {
  if (!imported.ok)
    return refused(
      ...imported.errors.map(told),
      `${imported.errors.length} faults: nothing of this file was taken`,
    );
  return done(
    ...imported.warnings.map((warning) => `note: ${told(warning)}`),
    ...(await write(imported.rows)),
  );
}

const content = ({ file }: AdminRequest): Uint8Array => new Uint8Array(Buffer.from(file ?? '', 'base64'));

function crsOf({ options }: AdminRequest): Crs | undefined {
  const crs = options['crs'] ?? 'wgs84';
  return crsNames.find((name) => name === crs);
}

function grantOf({ options }: AdminRequest): Grant | undefined {
  const role = roles.find((name): name is Role => name === options['role']);
  const node = options['node'];
  return role && node ? { role, node } : undefined;
}

const unknownCrs = refused(`--crs takes one of ${crsNames.join(', ')}`);
const needsGrant = refused('say --role worker|officer|checkpoint and --node <region code>');

/** A grant given or taken, and the person's phones told of it. */
const changeGrant =
  (give: boolean): Command =>
  async (request, { register, messenger }) => {
    const grant = grantOf(request);
    const person = await register.find(request.args[0] ?? '');
    if (!person) return refused(`nobody has the number or id ${request.args[0] ?? ''}`);
    if (!grant) return needsGrant;
    if (!(await register.known([grant.node])).has(grant.node))
      return refused(`there is no place ${grant.node}`);
    const changed = give ? await register.grant(person.id, grant) : await register.revoke(person.id, grant);
    if (changed) await messenger.announce({ type: 'person', id: person.id });
    const what = `${grant.role} of ${grant.node}`;
    return done(
      changed ? `${give ? 'granted' : 'revoked'}: ${what}` : `unchanged: ${give ? 'already' : 'not'} ${what}`,
    );
  };

const commands: Record<string, Command> = {
  help: () => Promise.resolve(done(...help)),
  async 'import-grids'(request, { register }) {
    const crs = crsOf(request);
    if (!crs) return unknownCrs;
    const parsed = await parseGrids(content(request), crs, register.known);
    return put(parsed, async (grids) => [counted(await register.putGrids(grids))]);
  },
  async 'import-addresses'(request, { register }) {
    const crs = crsOf(request);
    if (!crs) return unknownCrs;
    const parsed = parseAddresses(content(request), { crs, grids: await register.grids() });
    return put(parsed, async (addresses) => [counted(await register.putAddresses(addresses))]);
  },
  async 'import-staff'(request, { register }) {
    const parsed = await parseStaff(content(request), register.known);
    return put(parsed, async (staff) => {
      const { invitations, ...changes } = await register.putStaff(staff);
      return [
        counted(changes),
        ...invitations.map(({ staffNumber, name, code }) => `invitation ${staffNumber} ${name} ${code}`),
      ];
    });
  },
  grant: changeGrant(true),
  revoke: changeGrant(false),
  async invite({ args, options }, { register }) {
    const [who] = args;
    if (who !== undefined) {
      const person = await register.find(who);
      return person
        ? done(`invitation ${await register.invite(person.id)}`)
        : refused(`nobody has the number or id ${who}`);
    }
    const { name, node } = options;
    if (!name || !node) return refused('say whom: a staff number, or --name and --node for a resident');
    if (!(await register.known([node])).has(node)) return refused(`there is no place ${node}`);
    const id = await register.admit({ name, confirmed: true, home: { node, building: null } });
    return done(`invitation ${await register.invite(id)}`);
  },
  async backup({ args }, { backup }) {
    const { rows, files } = await backup.write(args[0] ?? '');
    return done(
      `${rows} rows and ${files} photos written; the signing key is not among them: keep a copy of it apart`,
    );
  },
  async restore({ args }, { backup }) {
    const restored = await backup.read(args[0] ?? '');
    if (!restored.ok) return refused(`${restored.failure}: nothing was restored`);
    return done(`${restored.value.rows} rows and ${restored.value.files} photos restored`);
  },
};

/** Those that name a file to read, and those that name one to write or restore from. */
export const readsFile = (command: string): boolean => command.startsWith('import-');
export const namesPath = (command: string): boolean => command === 'backup' || command === 'restore';
export const isCommand = (command: string): boolean => command in commands;

/** The one way a command is carried out, by the running server or by the command line itself. */
export async function runAdmin(request: AdminRequest, deps: AdminDeps): Promise<AdminAnswer> {
  const command = commands[request.command];
  if (!command) return refused(`no command ${request.command}`, ...help);
  return command(request, deps);
}
