import type { DutyRoster as RosterBody, ShiftBody } from '@contract/api';
import { onDutyAt, type Shift } from '@contract/appeal/roster';
import { hearingLevels } from '@contract/appeal/hearing';
import { isCalendarDay } from '@contract/calendar-day';
import { maskName } from '@contract/health-code/masked-name';
import { levelOf } from '@contract/region/code';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { Person } from '../ports/store';
import { mustServe } from './must-serve';

/** Who hears appeals for a place and when: written by the officers whose place covers it. */
export function dutyRosterRoutes({
  clock,
  directory,
  dutyRoster,
  store,
}: Pick<Ports, 'clock' | 'directory' | 'dutyRoster' | 'store'>): Handlers<
  'GET /v1/duty-rosters/:node' | 'PUT /v1/duty-rosters/:node'
> {
  async function place(person: Person, node: string): Promise<string> {
    mustServe(person, node);
    const region = await directory.region(node);
    if (!region || !(hearingLevels as readonly unknown[]).includes(levelOf(node)))
      throw new Refusal('region-unknown');
    return region.name;
  }

  async function rosterOf(node: string, nodeName: string): Promise<RosterBody> {
    const shifts = await dutyRoster.shiftsOf([node]);
    const officers = await dutyRoster.officersOf([node]);
    const people = await Promise.all(officers.map(({ personId }) => store.people.get(personId)));
    const onDuty = onDutyAt(shifts, node, clock.now().getTime());
    return {
      node,
      nodeName,
      shifts: shifts.map(({ personId, on, from, until }) => ({ personId, ...on, from, until })),
      officers: officers.map(({ personId, confirmed }, index) => ({
        personId,
        maskedName: maskName(people[index]?.name ?? ''),
        confirmed,
        onDuty: onDuty.has(personId),
      })),
    };
  }

  return {
    'GET /v1/duty-rosters/:node': async ({ caller: { person }, params: { node } }) =>
      rosterOf(node, await place(person, node)),
    'PUT /v1/duty-rosters/:node': async ({ caller: { person }, params: { node }, body }) => {
      const name = await place(person, node);
      const shifts = body.shifts.map((shift, index) => shiftOf(node, shift, index));
      const here = new Set((await dutyRoster.officersOf([node])).map(({ personId }) => personId));
      const stranger = shifts.findIndex(({ personId }) => !here.has(personId));
      if (stranger >= 0)
        throw new Refusal('not-an-officer-here', {
          fields: [{ pointer: `/shifts/${stranger}/personId`, reason: 'unknown' }],
        });
      await dutyRoster.write(node, shifts, person.id);
      return rosterOf(node, name);
    },
  };
}

function shiftOf(node: string, { personId, weekday, day, from, until }: ShiftBody, index: number): Shift {
  const refused = (reason: string) =>
    new Refusal('invalid-request', { fields: [{ pointer: `/shifts/${index}`, reason }] });
  if ((weekday === undefined) === (day === undefined)) throw refused('a weekday or a day');
  if (day !== undefined && !isCalendarDay(day)) throw refused('not a day');
  const on = day === undefined ? { weekday: weekday ?? 0 } : { day };
  return { node, personId, on, from, until };
}
