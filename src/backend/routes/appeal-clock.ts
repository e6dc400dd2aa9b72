import { reasonStands } from '@contract/appeal/answer';
import { clockStep, type ClockStep } from '@contract/appeal/clock';
import { appealTransition } from '@contract/appeal/lifecycle';
import type { Colour } from '@contract/health-code/colour';
import type { Ports } from '../ports';
import type { Appeal, AppealChange } from '../ports/appeals';
import { appealHearing } from './appeal-hearing';

type ClockPorts = Pick<
  Ports,
  'appeals' | 'clock' | 'colours' | 'dutyRoster' | 'facts' | 'family' | 'messenger' | 'proposals'
>;

/**
 * What a minute brings to appeals: a warning, one level up, or an answer by the rules where the reason has ended by
 * itself. Everything follows from the clock and what is stored, so that a restart or a second process changes nothing.
 */
export function appealClock(ports: ClockPorts) {
  const { appeals, colours, messenger } = ports;
  const { benchOf } = appealHearing(ports);

  async function put(
    appeal: Appeal,
    event: ClockStep['event'] | 'clear',
    { node = appeal.node, colour, ...change }: AppealChange & { node?: string; colour?: Colour },
  ): Promise<Appeal | undefined> {
    const outcome = appealTransition(appeal.state, event, 'system');
    if (!outcome.ok) return undefined;
    const step = { event, role: 'system' as const, actorId: null, state: outcome.next, node, photos: [] };
    const put = await appeals.append(
      appeal.id,
      appeal.version,
      { ...step, ...(colour ? { colour } : {}) },
      change,
    );
    // Somebody acted in the same moment: the next minute looks at what it is then.
    if (!put.ok) return undefined;
    await messenger.announce({ type: 'appeal', id: appeal.id });
    return put.value;
  }

  async function tend(appeal: Appeal): Promise<void> {
    let current: Appeal | undefined = appeal;
    while (current) {
      const step = clockStep({ ...current, dueAt: current.dueAt.getTime() }, await benchOf(current));
      if (!step) return;
      const fresh = await colours.of(current.personId);
      if (!reasonStands(current.reason, fresh)) {
        await put(current, 'clear', { colour: fresh.colour });
        return;
      }
      if (step.event === 'warn') current = await put(current, 'warn', { warned: true });
      else if (step.event === 'pass-on') current = await put(current, 'pass-on', { node: step.node });
      else
        current = await put(current, 'escalate', {
          node: step.node,
          dueAt: new Date(step.dueAt),
          warned: false,
          ownerId: null,
        });
    }
  }

  return {
    async tendAll(): Promise<void> {
      for (const appeal of await appeals.open()) await tend(appeal);
    },
  };
}
