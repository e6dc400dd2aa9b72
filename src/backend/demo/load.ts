import { privacyVersion } from '@contract/personal-data/privacy-text';
import type { Ports } from '../ports';
import type { CountyRegister } from '../ports/county-register';
import { demoNeighbourhood } from './neighbourhood';
import { demoNotices } from './notices';

/** The demo neighbourhood, through the same doors as a county's own data. Done once: whoever calls notes that. */
export async function loadDemo(
  register: CountyRegister,
  { store, noticeSource }: Pick<Ports, 'store' | 'noticeSource'>,
): Promise<void> {
  const { regions, grids, addresses, staff, personas } = demoNeighbourhood;
  await register.putRegions(regions);
  await register.putGrids(grids);
  await register.putAddresses(addresses);
  await register.putStaff(staff);
  const ids = new Map<string, string>();
  for (const { id, name, confirmed, home, grants, staffNumber } of personas) {
    const personId = await register.admit({
      name,
      confirmed,
      home,
      identity: { provider: 'demo', subject: id },
      ...(staffNumber === undefined ? {} : { staffNumber }),
    });
    for (const grant of grants) await register.grant(personId, grant);
    // The outsider has the first minute still to come.
    if (confirmed) await store.people.change(personId, { privacyVersion });
    ids.set(id, personId);
  }
  for (const { author, ...notice } of demoNotices) {
    const authorId = ids.get(author);
    if (authorId) await noticeSource.publish({ ...notice, authorId });
  }
}
