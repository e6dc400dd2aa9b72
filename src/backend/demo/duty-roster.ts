import { hearingLevels } from '@contract/appeal/hearing';
import { levelOf } from '@contract/region/code';
import type { Ports } from '../ports';
import { demoPersonas } from './personas';

const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** Every officer of the demo is on duty for their place, day and night, so that an appeal is heard whenever it is tried. */
export async function putOnDuty({ dutyRoster, store }: Pick<Ports, 'dutyRoster' | 'store'>): Promise<void> {
  const posts: { node: string; personId: string }[] = [];
  for (const { id, grants } of demoPersonas)
    for (const { role, node } of grants)
      if (role === 'officer' && hearingLevels.some((level) => level === levelOf(node)))
        posts.push({ node, personId: (await store.people.of({ provider: 'demo', subject: id })).id });
  for (const node of new Set(posts.map((post) => post.node))) {
    const here = posts.filter((post) => post.node === node);
    const shifts = here.flatMap((post) =>
      weekdays.map((weekday) => ({ ...post, on: { weekday }, from: '00:00', until: '00:00' })),
    );
    for (const { personId } of here.slice(0, 1)) await dutyRoster.write(node, shifts, personId);
  }
}
