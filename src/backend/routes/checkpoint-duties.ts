import type { Duty, InputOf } from '@contract/api';
import { DUTY_LASTS, isHourOf } from '@contract/checkpoint/duty';
import { holds } from '@contract/role';
import type { Handlers } from '../http/handler';
import { momentOf } from '../http/moment';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { Checkpoint, Duty as StoredDuty, HourCount } from '../ports/checkpoints';
import type { Person } from '../ports/store';

type Keys =
  | 'POST /v1/checkpoint-duties'
  | 'GET /v1/checkpoint-duties'
  | 'PUT /v1/checkpoint-duties/:id/counts'
  | 'DELETE /v1/checkpoint-duties/:id';

/** A guard's phone as a checkpoint: begun by a code or a post, counted, ended. */
export function checkpointDutyRoutes({
  checkpoints,
  emergencies,
  messenger,
  clock,
}: Pick<Ports, 'checkpoints' | 'emergencies' | 'messenger' | 'clock'>): Handlers<Keys> {
  /** By an officer's code, which is used up; or by the caller's own post. */
  async function checkpointFor(
    { code, checkpointId }: InputOf<'POST /v1/checkpoint-duties'>['body'],
    { grants }: Person,
  ): Promise<Checkpoint> {
    if ((code === undefined) === (checkpointId === undefined))
      throw new Refusal('invalid-request', {
        fields: [{ pointer: '/code', reason: 'either a code or a checkpoint' }],
      });
    if (code !== undefined) {
      const checkpoint = await checkpoints.takeSetUpCode(code);
      if (!checkpoint) throw new Refusal('set-up-code-unknown');
      return checkpoint;
    }
    const checkpoint = await checkpoints.get(checkpointId ?? '');
    // One that is not there is told from one elsewhere to nobody.
    if (!checkpoint || !holds(grants, 'checkpoint', checkpoint.node)) throw new Refusal('outside-your-place');
    return checkpoint;
  }

  return {
    'POST /v1/checkpoint-duties': async ({ caller: { id: sessionId, person }, body }) => {
      if (person.privacyVersion === null) throw new Refusal('consent-required');
      if (!(await emergencies.inForce())) throw new Refusal('no-emergency');
      const checkpoint = await checkpointFor(body, person);
      const endsAt = new Date(clock.now().getTime() + DUTY_LASTS);
      const duty = await checkpoints.begin(
        { checkpointId: checkpoint.id, personId: person.id, sessionId },
        endsAt,
      );
      await messenger.announce({ type: 'duty', id: duty.id });
      return viewOf(duty, checkpoint);
    },
    'GET /v1/checkpoint-duties': async ({ caller }) =>
      (await checkpoints.dutiesOf(caller.id)).map((duty) => viewOf(duty, duty.checkpoint)),
    'PUT /v1/checkpoint-duties/:id/counts': async ({ caller, params: { id }, body }) => {
      const duty = await checkpoints.duty(id);
      // Counts of a duty that ended while the phone was offline still come in.
      if (duty?.sessionId !== caller.id) throw new Refusal('not-found');
      await checkpoints.count(id, hoursOf(body.hours, duty, clock.now()));
    },
    'DELETE /v1/checkpoint-duties/:id': async ({ caller: { person }, params: { id } }) => {
      const duty = await checkpoints.duty(id);
      const checkpoint = duty && (await checkpoints.get(duty.checkpointId));
      const mayEnd =
        checkpoint && (duty.personId === person.id || holds(person.grants, 'officer', checkpoint.node));
      // To anyone else it does not exist.
      if (!mayEnd) throw new Refusal('not-found');
      await checkpoints.end(id);
      await messenger.announce({ type: 'duty', id });
    },
  };
}

const viewOf = ({ id, endsAt }: StoredDuty, { id: at, name, deskPhone }: Checkpoint): Duty => ({
  id,
  checkpoint: { id: at, name, deskPhone },
  endsAt: endsAt.toISOString(),
});

/** Each hour once, and one that can be the duty's. */
function hoursOf(
  hours: InputOf<'PUT /v1/checkpoint-duties/:id/counts'>['body']['hours'],
  { startedAt }: StoredDuty,
  now: Date,
): HourCount[] {
  const seen = new Set<number>();
  return hours.map(({ hour, ...counts }, index) => {
    const pointer = `/hours/${index}/hour`;
    const moment = momentOf(hour, pointer);
    if (seen.has(moment.getTime()) || !isHourOf(startedAt.getTime(), moment.getTime(), now.getTime()))
      throw new Refusal('invalid-request', {
        fields: [{ pointer, reason: 'not an hour of this duty, or twice' }],
      });
    seen.add(moment.getTime());
    return { hour: moment, ...counts };
  });
}
