import { answerBy } from '@contract/personal-data/closing';
import { staysAfterClosing } from '@contract/personal-data/obstacle';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';

export function accountClosingRoutes({
  accountClosing,
  clock,
  messenger,
  workCalendars,
}: Pick<Ports, 'accountClosing' | 'clock' | 'messenger' | 'workCalendars'>): Handlers<
  'GET /v1/me/closing' | 'POST /v1/me/closing' | 'DELETE /v1/me/closing'
> {
  return {
    'GET /v1/me/closing': async ({ caller: { person } }) => {
      const asked = await accountClosing.asked(person.id);
      return {
        against: await accountClosing.against(person.id),
        asked: asked
          ? { askedAt: asked.askedAt.toISOString(), answerBy: asked.answerBy.toISOString() }
          : null,
        stays: staysAfterClosing.map(({ what, why }) => ({ what, why })),
      };
    },
    'POST /v1/me/closing': async ({ caller: { person } }) => {
      const against = await accountClosing.against(person.id);
      if (against.includes('role')) throw new Refusal('hand-over-first');
      if (against.length > 0) {
        const limit = new Date(answerBy(clock.now().getTime(), await workCalendars.inForce()));
        const asked = await accountClosing.ask(person.id, limit);
        return { outcome: 'asked', answerBy: asked.answerBy.toISOString() };
      }
      await accountClosing.close(person.id);
      await messenger.announce({ type: 'person', id: person.id });
      return { outcome: 'closed', answerBy: null };
    },
    'DELETE /v1/me/closing': async ({ caller: { person } }) => {
      await accountClosing.takeBack(person.id);
    },
  };
}
