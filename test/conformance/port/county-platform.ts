import { createCountyPlatform } from '../../../src/backend/adapters/county-platform';
import { headersOf } from '../../../src/backend/adapters/county-platform/signature';
import { countyPlatform, deskAt, deskKey, matterOf } from '../../support/desk-outside';
import { busy } from '../../support/loopback';
import type { RequestDeskSpecimen } from './specimen';

/** Our adapter to a county's platform, and a platform on this machine. */
export default async function open(): Promise<RequestDeskSpecimen> {
  const county = await countyPlatform();
  const held = (id: string) => county.taken.filter((each) => each.id === id);
  return {
    desk: createCountyPlatform(deskAt('rest', county.address), {
      clock: { now: () => new Date() },
      onFault: () => undefined,
    }),
    matter: () => matterOf(),
    unwanted: () => matterOf({ serviceCode: 'refused' }),
    held: ({ id }) => Promise.resolve(held(id).length),
    finish({ id }, words) {
      const at = new Date().toISOString();
      for (const each of held(id)) each.steps.push({ id: 's-1', kind: 'finished', at, words });
      return Promise.resolve();
    },
    cut: () => Promise.resolve(county.behave(busy)),
    mend: () => Promise.resolve(county.behave(county.answer)),
    loseAnswer: () => Promise.resolve(county.behave(county.loseAnswer, county.answer)),
    signed(body) {
      const headers = headersOf(Buffer.from(deskKey, 'base64'), 'call-1', new Date(), body);
      const [id = '', timestamp = '', signature = ''] = Object.values(headers);
      return { id, timestamp, signature, body };
    },
    close: () => Promise.resolve(county.close()),
  };
}
