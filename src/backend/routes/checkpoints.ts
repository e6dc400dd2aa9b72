import type { Checkpoint } from '@contract/api';
import { COUNTS_SHOWN_FOR, SET_UP_CODE_LASTS } from '@contract/checkpoint/duty';
import { maskName } from '@contract/health-code/masked-name';
import { holds } from '@contract/role';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { Checkpoint as StoredCheckpoint } from '../ports/checkpoints';
import type { Person } from '../ports/store';
import { mustServe } from './must-serve';

type Keys = 'GET /v1/checkpoints' | 'POST /v1/checkpoints' | 'POST /v1/checkpoints/:id/set-up-codes';

/** Opened and watched by officers; a guard by post sees those they may stand at, and nothing of who else does. */
export function checkpointRoutes({
  checkpoints,
  directory,
  clock,
  readingLog,
}: Pick<Ports, 'checkpoints' | 'directory' | 'clock' | 'readingLog'>): Handlers<Keys> {
  async function views(
    found: readonly StoredCheckpoint[],
    { id: readerId, grants }: Person,
  ): Promise<Checkpoint[]> {
    const since = new Date(clock.now().getTime() - COUNTS_SHOWN_FOR);
    const counts = await checkpoints.countsSince(idsOf(found), since);
    const duties = await checkpoints.dutiesAt(
      idsOf(found.filter(({ node }) => holds(grants, 'officer', node))),
    );
    await readingLog.note(
      ...duties.map(({ personId }) => ({
        subjectId: personId,
        readerId,
        role: 'officer' as const,
        what: 'checkpoint_duty',
      })),
    );
    return found.map(({ id, name, node, deskPhone }) => ({
      id,
      name,
      node,
      deskPhone,
      duties: duties
        .filter(({ checkpointId }) => checkpointId === id)
        .map((duty) => ({
          id: duty.id,
          maskedName: maskName(duty.personName ?? ''),
          endsAt: duty.endsAt.toISOString(),
        })),
      counts: counts
        .filter(({ checkpointId }) => checkpointId === id)
        .map(({ hour, pass, ask, stop }) => ({ hour: hour.toISOString(), pass, ask, stop })),
    }));
  }

  return {
    'GET /v1/checkpoints': async ({ caller: { person } }) => {
      const nodes = person.grants.filter(({ role }) => role !== 'worker').map(({ node }) => node);
      return views(await checkpoints.under(nodes), person);
    },
    'POST /v1/checkpoints': async ({ caller: { person }, body: { name, node, deskPhone } }) => {
      mustServe(person, node);
      if (!(await directory.region(node))) throw new Refusal('region-unknown');
      const [view] = await views([await checkpoints.open({ name: name.trim(), node, deskPhone })], person);
      return view as Checkpoint;
    },
    'POST /v1/checkpoints/:id/set-up-codes': async ({ caller: { person }, params: { id } }) => {
      const checkpoint = await checkpoints.get(id);
      if (!checkpoint) throw new Refusal('not-found');
      mustServe(person, checkpoint.node);
      const expiresAt = new Date(clock.now().getTime() + SET_UP_CODE_LASTS);
      return { code: await checkpoints.setUpCode(id, expiresAt), expiresAt: expiresAt.toISOString() };
    },
  };
}

const idsOf = (found: readonly StoredCheckpoint[]): string[] => found.map(({ id }) => id);
