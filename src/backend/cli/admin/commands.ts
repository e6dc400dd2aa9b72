import type { Grant, Role } from '@contract/role';
import { roles } from '@contract/role';
import { parseAddresses } from '../../import/addresses-csv';
import { type Crs, crsNames } from '../../import/crs';
import { parseGrids } from '../../import/grids-geojson';
import { parseStaff } from '../../import/staff-csv';
import { restoreFailures } from '../../ports/backup';
import {
  type AdminAnswer,
  type AdminDeps,
  type AdminRequest,
  type Command,
  content,
  done,
  operatorOf,
  refused,
} from './answer';
import { apiKeyCommand } from './api-key';
import { emergencyCommand } from './emergency';
import { counted, put } from './put-file';
import { auditCommand } from './audit';
import { importContactsCommand, inviteBody } from './contacts';
import { catalogueCommand } from './catalogue';
import { importFactsCommand } from './import-facts';
import { calendarCommand } from './calendar';
import { capCommand } from './cap';
import { keysCommand } from './keys';
import { rulesCommand } from './rules';
import { trustCommand } from './trust';

export type { AdminAnswer, AdminDeps, AdminRequest } from './answer';

export const help = [
  'npm run admin -- <command>',
  '',
  '  import-grids <geojson> --crs wgs84|gcj02|bd09   polygons with code and name',
  '  import-addresses <csv> [--crs …]                addresses, buildings, doors',
  '  import-staff <csv>                              staff; prints an invitation for each new one',
  '  import-contacts <csv>                           councils, committees, volunteers, utilities, property managers;',
  '                                                  prints an invitation for each self-governing body that is new',
  '  import-facts <csv> --as <staff number> --reason <why>',
  '                                                  facts by document number; a second officer signs at the desk',
  '  grant <staff number|person id> --role worker|officer|checkpoint --node <code>',
  '  revoke <staff number|person id> --role … --node …',
  '  invite <staff number|person id>                 a new single-use invitation',
  '  invite --name <name> --node <code>              for a resident at the desk',
  '  invite --body <name> --node <code>              for whoever is to keep a body’s card from then on',
  '  keys list                                       keys that sign, wait, or are told of still',
  '  keys rotate                                     the next key: published now, used in 24 hours',
  '  keys revoke <kid>                               a stolen key: nothing it signed counts; the next is used at once',
  '  api-key create <name>                           another system may file through Open311; shows its key once',
  '  api-key list',
  '  api-key revoke <name>',
  '  rules check <file>                              what is wrong with rules as data (JSON)',
  '  rules try <file>                                how many people they would turn',
  '  rules propose <file> --as <staff number> --reason <why>',
  '                                                  in force when a second officer has signed at the desk',
  '  catalogue check <file>                          what is wrong with a catalogue of services (JSON), line by line',
  '  catalogue import <file>                         puts it in force; what was filed keeps its version',
  '  catalogue export [version]                      the one in force, to be changed and imported',
  '  calendar import <file>                          a year’s holidays as published (JSON); limits are reckoned anew',
  '  calendar list',
  '  cap import <file>                               a warning of another system (CAP); residents it is for see it',
  '  cap quarantined                                 what came as CAP and was none, with why',
  '  trust add <file>                                a signer certificate (HC1), or another deployment (LL1, JSON)',
  '  trust list',
  '  trust remove <county|kid>',
  '  emergency status                                the one in force, and the last one',
  '  emergency open|renew --as <staff number> --level I|II|III|IV --basis <zh> --basis-en <en>',
  '            --gates estate,transport,… --until <YYYY-MM-DD> --reason <why>',
  '  emergency end --as <staff number> --reason <why>',
  '                                                  only proposed: a second officer signs at the desk',
  '  backup <file>                                   everything but the keys, encrypted with BACKUP_KEY',
  '  restore <file>                                  into an empty deployment, while no server runs',
];

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
    const changed = give
      ? await register.grant(person.id, grant, operatorOf(request))
      : await register.revoke(person.id, grant, operatorOf(request));
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
      const { invitations, ...changes } = await register.putStaff(staff, operatorOf(request));
      return [
        counted(changes),
        ...invitations.map(({ staffNumber, name, code }) => `invitation ${staffNumber} ${name} ${code}`),
      ];
    });
  },
  'import-contacts': importContactsCommand,
  'import-facts': importFactsCommand,
  calendar: calendarCommand,
  cap: capCommand,
  catalogue: catalogueCommand,
  grant: changeGrant(true),
  revoke: changeGrant(false),
  async invite(request, deps) {
    const { args, options } = request;
    if (options['body'] !== undefined) return inviteBody(request, deps);
    const { register } = deps;
    const by = operatorOf(request);
    const [who] = args;
    if (who !== undefined) {
      const person = await register.find(who);
      return person
        ? done(`invitation ${await register.invite(person.id, by)}`)
        : refused(`nobody has the number or id ${who}`);
    }
    const { name, node } = options;
    if (!name || !node) return refused('say whom: a staff number, or --name and --node for a resident');
    if (!(await register.known([node])).has(node)) return refused(`there is no place ${node}`);
    const id = await register.admit({ name, confirmed: true, home: { node, building: null } });
    return done(`invitation ${await register.invite(id, by)}`);
  },
  emergency: emergencyCommand,
  audit: auditCommand,
  keys: keysCommand,
  'api-key': apiKeyCommand,
  trust: trustCommand,
  rules: rulesCommand,
  async backup({ args }, { backup }) {
    const { rows, files } = await backup.write(args[0] ?? '');
    return done(
      `${rows} rows and ${files} photos written, encrypted with BACKUP_KEY`,
      'that key, the signing keys and the person key are not among them: keep copies of them apart',
    );
  },
  async restore({ args }, { backup }) {
    const restored = await backup.read(args[0] ?? '');
    if (!restored.ok) return refused(`${restored.failure}: ${restoreFailures[restored.failure]}`);
    const { rows, files, unreadable, deletedAgain } = restored.value;
    return done(
      `${rows} rows and ${files} photos restored`,
      ...(deletedAgain > 0 ? [`${deletedAgain} deletions made since were done again`] : []),
      ...(unreadable > 0
        ? [
            `${unreadable} rows of an emergency stay unreadable: its key is destroyed, or not in DATA_DIR/keys`,
          ]
        : []),
    );
  },
};

/** Those that name a file to read, and those that name one to write or restore from. */
export const readsFile = ({ command, args }: AdminRequest): boolean =>
  command.startsWith('import-') ||
  (command === 'trust' && args[0] === 'add') ||
  (command === 'rules' && args.length > 0) ||
  (['calendar', 'cap'].includes(command) && args[0] === 'import') ||
  (command === 'catalogue' && ['check', 'import'].includes(args[0] ?? ''));
export const namesPath = (command: string): boolean => command === 'backup' || command === 'restore';
export const commandNames: readonly string[] = Object.keys(commands);
export const isCommand = (command: string): boolean => command in commands;

/** The one way a command is carried out, by the running server or by the command line itself. */
export async function runAdmin(request: AdminRequest, deps: AdminDeps): Promise<AdminAnswer> {
  const command = commands[request.command];
  if (!command) return refused(`no command ${request.command}`, ...help);
  return command(request, deps);
}
