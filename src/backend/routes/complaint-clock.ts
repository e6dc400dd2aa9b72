import { complaintTransition } from '@contract/complaint/complaint';
import { answeringAbove } from '@contract/complaint/handling';
import type { Ports } from '../ports';
import type { Complaint } from '../ports/complaints';

/** So many at a time; the next minute goes on where this one ended. */
const AT_ONCE = 500;

/** What a minute brings to complaints about handling: unanswered at their limit they go one level up, once. */
export function complaintClock({
  clock,
  complaints,
  messenger,
}: Pick<Ports, 'clock' | 'complaints' | 'messenger'>) {
  async function tend({ id, state, version, answerBy, handling }: Complaint): Promise<void> {
    const next = complaintTransition(state, 'escalate', 'system');
    if (!handling || !next.ok) return;
    const node = answeringAbove(handling.node) ?? handling.node;
    // The limit stays what it was: the resident sees that it has passed. Where somebody answered in the same moment
    // nothing is written.
    const step = { event: 'escalate', role: 'system', actorId: null } as const;
    const after = { state: next.value, answerBy, handling: { node, escalated: true } };
    await complaints.append(id, version, step, after);
    await messenger.announce({ type: 'complaint', id });
  }

  return {
    async tendAll(): Promise<void> {
      for (const complaint of await complaints.overdue(clock.now(), AT_ONCE)) await tend(complaint);
    },
  };
}
