import { faultsOfYear, type PublishedYear } from '@contract/working-time/published-year';
import { type Command, content, done, refused } from './answer';
import { jsonIn } from './json';

const usage = refused('say calendar import <file>, or calendar list');

/** `calendar import|list`: a year's holidays as the State Council published them; limits over it are reckoned anew. */
export const calendarCommand: Command = async (request, { workCalendars, requestDesk }) => {
  const [act] = request.args;
  if (act === 'list') {
    const years = await workCalendars.brought();
    return done(
      ...years.map(({ year, days, papers }) => `${year}: ${days.length} days, ${papers.join(' ')}`),
      `${years.length} years brought by file`,
    );
  }
  if (act !== 'import') return usage;
  const file = jsonIn(content(request));
  if (file === undefined) return refused('the file is not JSON');
  const faults = faultsOfYear(file);
  if (faults.length > 0) return refused(...faults, `${faults.length} faults: nothing of this file was taken`);
  const { year, papers, days } = file as PublishedYear;
  const isNew = await workCalendars.put({
    year,
    papers,
    days: days.map(({ name, date, isOffDay }) => ({ name, date, isOffDay })),
  });
  if (!isNew) return done(`unchanged: ${year} was brought before`);
  const moved = await requestDesk.reckonAll();
  return done(`${year}: ${days.length} days`, `${moved} requests have another limit now`);
};
