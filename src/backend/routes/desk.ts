import { dayAt, isCalendarDay, startOf } from '@contract/calendar-day';
import { levelOf } from '@contract/region/code';
import { holds } from '@contract/role';
import { mayStandIn } from '@contract/service-request/handling';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { Person } from '../ports/store';

const dayMs = 86_400_000;

const wrong = (pointer: string, reason: string): Refusal =>
  new Refusal('invalid-request', { fields: [{ pointer, reason }] });

/** How those who handle requests work: what they say often, and who stands in for them. */
export function deskRoutes({
  absences,
  clock,
  directory,
  phrases,
}: Pick<Ports, 'absences' | 'clock' | 'directory' | 'phrases'>): Handlers<
  | 'GET /v1/phrases'
  | 'PUT /v1/phrases'
  | 'PUT /v1/regions/:code/team/:personId/away'
  | 'DELETE /v1/regions/:code/team/:personId/away'
> {
  /** One of the grid's team, said by themselves or by whom the grid is under. @returns the ids of the whole team */
  async function member(person: Person, { code, personId }: { code: string; personId: string }) {
    if (levelOf(code) !== 'grid') throw wrong('/code', 'must be a grid');
    if (!holds(person.grants, 'officer', code) && person.id !== personId)
      throw new Refusal('outside-your-place');
    const team = (await directory.team(code)).map((one) => one.personId);
    if (!team.includes(personId)) throw new Refusal('not-found');
    return team;
  }

  return {
    'GET /v1/phrases': async ({ caller: { person } }) => ({ texts: await phrases.of(person.id) }),
    'PUT /v1/phrases': async ({ caller: { person }, body: { texts } }) => {
      await phrases.write(person.id, texts);
      return { texts };
    },
    'PUT /v1/regions/:code/team/:personId/away': async ({ caller, params, body: { until, standIn } }) => {
      const team = await member(caller.person, params);
      if (!isCalendarDay(until) || until < dayAt(clock.now().getTime()))
        throw wrong('/until', 'today or later');
      const away = (await absences.of(team)).map(({ personId }) => personId);
      if (!mayStandIn(standIn, { for: params.personId, team, away }))
        throw wrong('/standIn', 'one of the team who is there');
      await absences.say({ personId: params.personId, until: new Date(startOf(until) + dayMs), standIn });
      return undefined;
    },
    'DELETE /v1/regions/:code/team/:personId/away': async ({ caller, params }) => {
      await member(caller.person, params);
      await absences.end(params.personId);
      return undefined;
    },
  };
}
