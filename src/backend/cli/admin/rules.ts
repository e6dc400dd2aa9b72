import { changedRules } from '@contract/health-rules/change';
import { checkRules } from '@contract/health-rules/check';
import type { HealthRule } from '@contract/health-rules/rule';
import type { Ports } from '../../ports';
import {
  type AdminAnswer,
  type AdminDeps,
  type AdminRequest,
  type Command,
  content,
  done,
  refused,
} from './answer';
import { jsonIn } from './json';

/** What trying and proposing rules takes: who they would turn, and where they wait for a second official. */
export type RulesDeps = Pick<Ports, 'colours' | 'healthRules' | 'proposals' | 'store'>;

const refusals = {
  'outside-your-place': 'that takes an officer of the county, or above it',
  'name-not-confirmed': 'that officer’s name is not confirmed yet: it takes a confirmed person',
  'concerns-you': 'that takes another officer',
  'not-found': 'the county is not in the region tree',
} as const;

const usage = refused(
  'say rules check <file>, rules try <file>, or rules propose <file> --as <staff number> --reason <why>',
);
const needsServer = refused('that needs to know whom it turns: start the server first');

/** `rules check|try|propose <file>`: what is wrong with them; whom they would turn; the proposal a second one signs. */
export const rulesCommand: Command = async (request, deps) => {
  const [act] = request.args;
  if (act !== 'check' && act !== 'try' && act !== 'propose') return usage;
  const rules = jsonIn(content(request));
  const problems = rules === undefined ? undefined : checkRules(rules);
  if (!problems) return refused('the file is not JSON');
  if (problems.length > 0)
    return refused(
      ...problems.map(({ rule, problem, about }) => [rule, problem, about].filter(Boolean).join(': ')),
      `${problems.length} faults: nothing of this file was taken`,
    );
  const sound = rules as readonly HealthRule[];
  if (act === 'check') return done(`${sound.length} rules, nothing wrong with them`);
  return act === 'try' ? tryRules(sound, deps) : proposeRules(sound, request, deps);
};

async function tryRules(rules: readonly HealthRule[], { rules: ports }: AdminDeps): Promise<AdminAnswer> {
  if (!ports) return needsServer;
  const changed = changedRules(await ports.healthRules.inForce(), rules);
  const { worse, better } = await ports.colours.wouldWorsen({ rules });
  return done(
    changed.length === 0 ? 'no rule would decide otherwise' : `changed: ${changed.join(', ')}`,
    `${worse} people would get a worse colour, ${better} a better one`,
  );
}

async function proposeRules(
  rules: readonly HealthRule[],
  { options }: AdminRequest,
  { register, rules: ports }: AdminDeps,
): Promise<AdminAnswer> {
  if (!ports) return needsServer;
  const found = await register.find(options['as'] ?? '');
  const by = found && (await ports.store.people.get(found.id));
  if (!by) return refused('say as whom: --as <staff number>');
  const reason = options['reason']?.trim();
  if (!reason) return refused('say why: --reason <words>, which whoever signs it reads');
  const proposed = await ports.proposals.propose({ kind: 'rules', rules }, by, reason);
  if (!proposed.ok) return refused(refusals[proposed.failure]);
  const { id, state, worsens, needsLevelAbove } = proposed.value;
  if (state === 'applied') return done('in force: they only leave out what was, and worsen nobody’s colour');
  return done(
    `proposed: ${id}, it turns ${worsens} people`,
    `it counts when a second officer of the county has signed at the desk${needsLevelAbove ? ', and one of the level above' : ''}`,
  );
}
