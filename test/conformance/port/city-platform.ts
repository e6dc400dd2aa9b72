import { createCityPlatform } from '../../../src/backend/adapters/city-platform';
import { busy, json, startLoopback, type Behave } from '../../support/loopback';
import { samplesOf } from '../../support/samples';
import type { HealthSourceSpecimen } from './specimen';

/** Our adapter to a city's platform, and a platform on this machine that answers with the samples of docs/connect.md. */
export default async function open(): Promise<HealthSourceSpecimen> {
  const platform = await startLoopback();
  const samples = samplesOf('connect.md');
  const { personKey } = samples['facts-asked'] as { personKey: string };
  const changes = samples['changes'] as { cursor: string };
  const facts = (samples['facts'] as { facts: object[] }).facts;
  // A sample grows old; these begin an hour ago.
  const since = new Date(Date.now() - 3_600_000).toISOString();
  const current = { facts: facts.map((fact) => ({ ...fact, since, until: undefined })) };

  const answer: Behave = (response, request) => {
    const { body, path } = platform.asked.at(-1) ?? { body: '{}', path: '' };
    const asked = JSON.parse(body) as { personKey?: string; after?: string | null };
    const said = path.endsWith('/facts')
      ? asked.personKey === personKey
        ? current
        : samples['facts-none']
      : asked.after === null
        ? changes
        : asked.after === changes.cursor
          ? { ...changes, personKeys: [] }
          : samples['changes-forgotten'];
    json(200, said)(response, request);
  };
  platform.behave(answer);
  return {
    source: createCityPlatform(
      { name: 'city', url: platform.address, token: 'open-barley' },
      { clock: { now: () => new Date() }, onFault: () => undefined, patience: { firstPauseMs: 1 } },
    ),
    known: { id: 'known', personKey },
    stranger: { id: 'stranger', personKey: 'ab'.repeat(32) },
    cut: () => Promise.resolve(platform.behave(busy)),
    mend: () => Promise.resolve(platform.behave(answer)),
    close: () => Promise.resolve(platform.close()),
  };
}
