import type { ProposalView } from '@contract/api';
import { maskName } from '@contract/health-code/masked-name';
import { lineage } from '@contract/region/code';
import { actTitles, describeAct } from '@contract/proposal/describe';
import { decidingNode, hasHandIn, isLevelAbove } from '@contract/proposal/signing';
import type { Ports } from '../ports';
import type { Proposal, Signature } from '../ports/proposals';
import type { Person } from '../ports/store';

type ViewPorts = Pick<Ports, 'accountJoins' | 'directory' | 'facts' | 'store'>;

/** A proposal as whoever may see it sees it: who, what, why, and how many it turns. */
export function proposalViews({ accountJoins, directory, facts, store }: ViewPorts) {
  async function pathOf(code: string): Promise<string> {
    const regions = await directory.regions(lineage(code));
    return regions.slice(-2).map(({ name }) => name).join('') || code; // prettier-ignore
  }

  async function handOf({ personId, node, at }: Signature): Promise<ProposalView['proposedBy']> {
    const person = await store.people.get(personId);
    return { name: person?.name ?? '', placeName: await pathOf(node), at: at.toISOString() };
  }

  /** Facts that the act names by their id, or that come with a person key. */
  async function factsOf({ act }: Proposal) {
    if (act.kind === 'fact-removal') {
      const fact = await facts.get(act.factId);
      return { facts: fact ? [fact] : [], personId: fact?.personId ?? undefined };
    }
    if (act.kind === 'person-key') {
      const join = act.seen.way === 'join' ? await accountJoins.get(act.seen.joinId) : undefined;
      return {
        facts:
          act.seen.way === 'join'
            ? join
              ? await facts.of(join.secondId)
              : []
            : await facts.waitingFor(act.seen.personKey),
        personId: act.personId,
      };
    }
    return { facts: [], personId: 'personId' in act ? act.personId : undefined };
  }

  return async function viewOf(
    proposal: Proposal,
    caller: Person,
  ): Promise<{ view: ProposalView; subjectId?: string }> {
    const { act } = proposal;
    const known = await factsOf(proposal);
    const places = [
      ...('node' in act ? [act.node] : []),
      ...(act.kind === 'risk-level' ? [act.level.node] : []),
      ...[...known.facts, ...(act.kind === 'fact' ? [act.fact] : [])].map(({ values }) =>
        String(values.node),
      ),
    ];
    const names = new Map<string, string>();
    for (const code of new Set(places)) names.set(code, await pathOf(code));
    const subject = known.personId === undefined ? undefined : await store.people.get(known.personId);
    const { refusal } = proposal;
    const view: ProposalView = {
      id: proposal.id,
      kind: act.kind,
      title: actTitles[act.kind],
      node: proposal.node,
      placeName: await pathOf(proposal.node),
      ...(subject ? { about: { personId: subject.id, maskedName: maskName(subject.name ?? '') } } : {}),
      lines: describeAct(act, { place: (code) => names.get(code) ?? code, facts: known.facts }),
      reason: proposal.reason,
      proposedBy: await handOf(proposal.proposedBy),
      signedBy: await Promise.all(proposal.signedBy.map(handOf)),
      state: proposal.state,
      worsens: proposal.worsens,
      needsLevelAbove: proposal.needsLevelAbove,
      ...(refusal
        ? {
            refusal: {
              name: (await store.people.get(refusal.personId))?.name ?? '',
              words: refusal.words,
              at: refusal.at.toISOString(),
            },
          }
        : {}),
      filedAt: proposal.filedAt.toISOString(),
      decidedAt: proposal.decidedAt?.toISOString() ?? null,
      may: mayOf(proposal, caller),
    };
    return { view, ...(subject ? { subjectId: subject.id } : {}) };
  };
}

/** What to offer somebody; whether it holds is asked again when they do it. */
function mayOf(proposal: Proposal, { id, confirmed, grants }: Person): ProposalView['may'] {
  if (proposal.state !== 'waiting') return [];
  if (proposal.proposedBy.personId === id) return ['withdraw'];
  const { act, node, needsLevelAbove, proposedBy, signedBy } = proposal;
  const standing = decidingNode(
    { personId: id, confirmed, grants },
    { kind: act.kind, node, levelAboveOnly: act.kind === 'risk-level', concerned: [] },
  );
  if ('fault' in standing || hasHandIn([id], proposal)) return [];
  // Another of the same level adds nothing where the level above is missing.
  const helps = signedBy.length === 0 || !needsLevelAbove || isLevelAbove(standing.node, proposedBy.node);
  return helps ? ['sign', 'refuse'] : ['refuse'];
}
