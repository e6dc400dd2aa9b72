import { createOpen311Desk } from '../../../src/backend/adapters/open311';
import { deskAt, matterOf, open311City } from '../../support/desk-outside';
import { busy } from '../../support/loopback';
import { clockAhead } from '../../support/moved-clock';
import type { RequestDeskSpecimen } from './specimen';

/** Our Open311 client, and a city's server on this machine. */
export default async function open(): Promise<RequestDeskSpecimen> {
  const city = await open311City();
  const clock = clockAhead();
  const held = (mark: string) => city.taken.filter(({ said }) => String(said['description']).includes(mark));
  return {
    desk: createOpen311Desk(deskAt('open311', city.address), { clock, onFault: () => undefined }),
    matter: () => matterOf(),
    unwanted: () => matterOf({ serviceCode: 'refused' }),
    held: ({ mark }) => Promise.resolve(held(mark).length),
    finish({ mark }, notes) {
      for (const each of held(mark)) Object.assign(each, { status: 'closed', notes });
      return Promise.resolve();
    },
    settle: () => Promise.resolve(clock.forward(11 * 60_000)),
    cut: () => Promise.resolve(city.behave(busy)),
    mend: () => Promise.resolve(city.behave(city.answer)),
    loseAnswer: () => Promise.resolve(city.behave(city.loseAnswer, city.answer)),
    close: () => Promise.resolve(city.close()),
  };
}
