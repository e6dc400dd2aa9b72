import type { Act, EmergencyTerms } from '@contract/proposal/act';
import type { Ports } from '../ports';
import { demoCommunity } from './places';

const DAY = 86_400_000;
const RUNS_FOR_DAYS = 30;

const county = demoCommunity.slice(0, 6);

/**
 * The demo always has an emergency to show codes in: opened at its first start, renewed at each later one, by two
 * officers as everywhere. One that has run out meanwhile is deleted first.
 */
export async function keepDemoEmergency({
  clock,
  emergencies,
  proposals,
  store,
}: Pick<Ports, 'clock' | 'emergencies' | 'proposals' | 'store'>): Promise<void> {
  const by = (subject: string) => store.people.of({ provider: 'demo', subject });
  const [first, second] = [await by('county-officer'), await by('county-officer-2')];

  async function bothAgree(act: Act, reason: string): Promise<void> {
    const proposed = await proposals.propose(act, first, reason);
    const signed = proposed.ok ? await proposals.sign(proposed.value.id, second) : proposed;
    if (!signed.ok) throw new RangeError(`${act.kind}: ${signed.failure}`);
  }

  const now = clock.now().getTime();
  const terms: EmergencyTerms = {
    level: 'II',
    legalBasis: { zh: '演示用：西湖区应急指〔2026〕0 号', en: 'For the demo: Xihu district notice 2026/0' },
    gateKinds: ['estate', 'transport', 'public-place'],
    endsAt: new Date(now + RUNS_FOR_DAYS * DAY).toISOString(),
  };
  await emergencies.deleteEnded();
  const present = await emergencies.inForce();
  if (present)
    return bothAgree({ kind: 'emergency-renewal', emergencyId: present.id, terms }, '演示每次启动时延长');
  return bothAgree({ kind: 'emergency-opening', county, terms }, '演示开始');
}
