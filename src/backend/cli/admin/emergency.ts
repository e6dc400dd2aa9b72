import { gateKindNames, isGateKind } from '@contract/emergency/gate-kinds';
import { endOf } from '@contract/emergency/state';
import { emergencyLevels, faultOfTerms, LONGEST_DAYS, type TermsFault } from '@contract/emergency/terms';
import type { Act, EmergencyTerms } from '@contract/proposal/act';
import { type Emergency, timesOf } from '../../ports/emergencies';
import { type AdminAnswer, type AdminDeps, type AdminRequest, type Command, done, refused } from './answer';

const DAY = 86_400_000;

const faults: Readonly<Record<TermsFault, string>> = {
  'level-unknown': `--level takes one of ${emergencyLevels.join(', ')}`,
  'basis-missing': 'say the document it rests on, in both languages: --basis <zh> --basis-en <en>',
  'gate-kinds-missing': `--gates takes one or more of ${Object.keys(gateKindNames).join(',')}`,
  'gate-kind-unknown': `--gates takes one or more of ${Object.keys(gateKindNames).join(',')}`,
  'end-unreadable': '--until takes a day: 2027-01-15, which is its last',
  'end-past': '--until is past',
  'end-too-far': `--until is more than ${LONGEST_DAYS} days ahead: an emergency is renewed, not left running`,
};

const minute = (date: Date): string => `${date.toISOString().slice(0, 16)}Z`;

function linesOf({ id, county, terms, openedAt, renewals }: Emergency): string[] {
  const gates = terms.gateKinds.map((kind) => (isGateKind(kind) ? gateKindNames[kind].en : kind)).join('; ');
  return [
    `emergency ${id} of ${county}, level ${terms.level}`,
    `opened ${minute(openedAt)}, runs until ${minute(new Date(terms.endsAt))}, renewed ${renewals.length} times`,
    `rests on ${terms.legalBasis.en} (${terms.legalBasis.zh})`,
    `a code may be asked for at: ${gates}`,
  ];
}

function lastLine(last: Emergency): string {
  const over = `the last one ended ${minute(new Date(endOf(timesOf(last))))}`;
  if (!last.record) return `${over}; what it brought is being deleted`;
  const { counts, deletedAt } = last.record;
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return `${over}; ${rows} rows deleted by ${minute(deletedAt)}, as the log says: npm run audit`;
}

/** A day is its last: it ends at midnight in China. */
const endOfDay = (day: string | undefined): string => {
  const midnight = Date.parse(`${day ?? ''}T00:00:00+08:00`);
  return Number.isNaN(midnight) ? (day ?? '') : new Date(midnight + DAY).toISOString();
};

/** What the options say, on top of the terms there are. */
function termsOf({ options }: AdminRequest, present?: EmergencyTerms): EmergencyTerms {
  const { level, gates, until } = options;
  return {
    level: (level ?? present?.level ?? '') as EmergencyTerms['level'],
    legalBasis: {
      zh: options['basis'] ?? present?.legalBasis.zh ?? '',
      en: options['basis-en'] ?? present?.legalBasis.en ?? '',
    },
    gateKinds: gates?.split(',').map((kind) => kind.trim()) ?? present?.gateKinds ?? [],
    endsAt: endOfDay(until),
  };
}

const refusals = {
  'outside-your-place': 'that takes an officer of the county, or above it',
  'name-not-confirmed': 'that officer’s name is not confirmed yet: it takes a confirmed person',
  'concerns-you': 'that officer is one of those it is about',
  'not-found': 'not possible as things stand: see emergency status',
} as const;

async function propose(act: Act, { options }: AdminRequest, deps: AdminDeps): Promise<AdminAnswer> {
  const found = await deps.register.find(options['as'] ?? '');
  const by = found && (await deps.people.get(found.id));
  if (!by) return refused('say as whom: --as <staff number>');
  const reason = options['reason']?.trim();
  if (!reason) return refused('say why: --reason <words>');
  const proposed = await deps.proposals.propose(act, by, reason);
  if (!proposed.ok) return refused(refusals[proposed.failure]);
  return done(
    `proposed: ${proposed.value.id}`,
    'it counts when a second officer of the county has signed it at the desk',
  );
}

/** `emergency status`, and `open`, `renew`, `end`, which only propose. */
export const emergencyCommand: Command = async (request, deps) => {
  const { emergencies, county } = deps;
  const [act] = request.args;
  const inForce = await emergencies.inForce();
  switch (act ?? '') {
    case 'status': {
      const last = await emergencies.last();
      return done(
        ...(inForce ? linesOf(inForce) : ['no emergency is in force: nobody needs a code']),
        ...(last ? [lastLine(last)] : []),
      );
    }
    case 'open':
    case 'renew': {
      if (act === 'renew' && !inForce)
        return refused('there is none in force to renew: see emergency status');
      const terms = termsOf(request, act === 'renew' ? inForce?.terms : undefined);
      const fault = faultOfTerms(terms, deps.now());
      if (fault) return refused(faults[fault]);
      return propose(
        act === 'renew'
          ? { kind: 'emergency-renewal', emergencyId: inForce?.id ?? '', terms }
          : { kind: 'emergency-opening', county, terms },
        request,
        deps,
      );
    }
    case 'end':
      return inForce
        ? propose({ kind: 'emergency-end', emergencyId: inForce.id }, request, deps)
        : refused('there is none in force to end: see emergency status');
    default:
      return refused('say emergency status, emergency open, emergency renew or emergency end');
  }
};
