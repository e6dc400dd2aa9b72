import { dayAt } from '@contract/calendar-day';
import type { Content } from '@contract/notice/content';
import { messageOf } from '@contract/notice/message';
import { soundsOf } from '../search/pinyin';
import { randomUUID } from 'node:crypto';
import { privacyVersion } from '@contract/personal-data/privacy-text';
import type { Ports } from '../ports';
import type { CountyRegister } from '../ports/county-register';
import { listBodies } from './bodies';
import { loadDemoPeople } from './family';
import { putOnDuty } from './duty-roster';
import { demoNeighbourhood } from './neighbourhood';
import { demoCheckpoint, demoVenue } from './gates';
import { demoNotices } from './notices';
import { addedPersonas, type DemoPersona, firstPersonas } from './personas';
import { demoLevels } from './risk-map';

/** Whom the log names for what the demo brings. */
const by = 'demo';

type Doors = Pick<
  Ports,
  | 'bodies'
  | 'clock'
  | 'confirmations'
  | 'family'
  | 'noticeSource'
  | 'realName'
  | 'riskLevels'
  | 'store'
  | 'venues'
  | 'checkpoints'
  | 'dutyRoster'
>;

/**
 * What the demo puts in, through the same doors as a county's own data; each once. Whoever calls notes how far it is:
 * what comes later is put into a demo that is there already.
 */
export const demoSteps = (register: CountyRegister, ports: Doors): (() => Promise<void>)[] => [
  () => loadNeighbourhood(register, ports),
  async () => void (await admitPersonas(register, ports, addedPersonas, 100)),
  async () => {
    for (const level of demoLevels) await ports.riskLevels.set(level, randomUUID());
  },
  () => putOnDuty(ports),
  () => listBodies(ports),
];

async function loadNeighbourhood(register: CountyRegister, ports: Doors): Promise<void> {
  const { noticeSource, venues, checkpoints } = ports;
  const { regions, grids, addresses, staff } = demoNeighbourhood;
  await register.putRegions(regions);
  await register.putGrids(grids);
  await register.putAddresses(addresses);
  await register.putStaff(staff, by);
  const ids = await admitPersonas(register, ports, firstPersonas, 0);
  const year = Number(dayAt(ports.clock.now().getTime()).slice(0, 4));
  for (const { author, node, ...said } of demoNotices(year)) {
    const authorId = ids.get(author);
    const content: Content = { ...said, urgency: 'Unknown', certainty: 'Unknown' };
    const pinyin = soundsOf(said.info);
    if (authorId) await noticeSource.publish(messageOf(content, { authorId, node }, { pinyin }));
  }
  await venues.add(demoVenue);
  await checkpoints.open(demoCheckpoint);
}

/** @param serial documents of the demo are numbered from the next one on */
async function admitPersonas(
  register: CountyRegister,
  ports: Doors,
  personas: readonly DemoPersona[],
  serial: number,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { id, name, confirmed, home, grants, staffNumber } of personas) {
    const personId = await register.admit({
      name,
      confirmed,
      home,
      identity: { provider: 'demo', subject: id },
      ...(staffNumber === undefined ? {} : { staffNumber }),
    });
    for (const grant of grants) await register.grant(personId, grant, by);
    // The outsider has the first minute still to come.
    if (confirmed) await ports.store.people.change(personId, { privacyVersion });
    ids.set(id, personId);
  }
  await loadDemoPeople(ports, personas, ids, serial);
  return ids;
}
