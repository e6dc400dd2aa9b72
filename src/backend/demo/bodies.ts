import { dayAt, startOf } from '@contract/calendar-day';
import type { ImportedContact } from '../import/rows';
import type { Ports } from '../ports';
import type { PersonaId } from './personas';
import { demoCommunity, demoGrid } from './places';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const county = demoCommunity.slice(0, 6);
const council = '桂语社区居民议事会';
/** Keeps the council's card. */
const steward: PersonaId = 'neighbour';

const isSaturday = (day: string): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() === 6;
/** The next last Saturday of a month, 14:00 (epoch ms). */
function nextMeeting(now: number): number {
  for (let at = now + dayMs; ; at += dayMs) {
    const day = dayAt(at);
    if (isSaturday(day) && dayAt(at + 7 * dayMs).slice(0, 7) !== day.slice(0, 7))
      return startOf(day) + 14 * hourMs;
  }
}

/** Whom the demo's neighbourhood turns to beside the grid. Invented; numbers 0571-5550-01xx belong to nobody. */
const demoBodies = (now: number): readonly ImportedContact[] => [
  {
    kind: 'residents-council',
    name: council,
    node: demoCommunity,
    call: '0571-5550-0180',
    where: '桂语社区一楼议事厅',
    hours: '周一到周五 9:00–17:00，提议题提前 3 天说一声',
    meetsAt: nextMeeting(now),
    meetsWhere: '桂语社区一楼议事厅',
    agenda: ['2 幢加装电梯，低楼层怎么补', '晚上 10 点后的广场舞'],
  },
  {
    // Nobody wrote the next one down: shown as the meeting that was.
    kind: 'owners-committee',
    name: '桂语苑业主委员会',
    node: demoGrid(7),
    where: '桂语苑 1 幢架空层',
    hours: '周六 9:00–11:00',
    meetsAt: startOf(dayAt(now - 20 * dayMs)) + 19 * hourMs,
    agenda: ['物业合同续不续'],
  },
  {
    kind: 'volunteers',
    name: '桂语志愿服务队',
    node: demoCommunity,
    call: '0571-5550-0181',
    hours: '每天 8:00–20:00',
    agenda: [],
  },
  {
    kind: 'water',
    name: '西湖区供水抢修',
    node: county,
    call: '0571-5550-0182',
    hours: '24 小时，报上小区和门牌就行',
    agenda: [],
  },
  {
    kind: 'power',
    name: '西湖区供电抢修',
    node: county,
    call: '0571-5550-0183',
    hours: '24 小时',
    agenda: [],
  },
  { kind: 'gas', name: '西湖区燃气抢修', node: county, call: '0571-5550-0184', hours: '24 小时', agenda: [] },
  {
    kind: 'property',
    name: '桂语苑物业',
    node: demoGrid(7),
    call: '0571-5550-0185',
    where: '桂语苑东门',
    hours: '每天 8:00–20:00',
    agenda: [],
  },
];

/** Lists them as a county would, and binds the council's steward by its invitation. */
export async function listBodies({
  bodies,
  clock,
  store,
}: Pick<Ports, 'bodies' | 'clock' | 'store'>): Promise<void> {
  const { invitations } = await bodies.putContacts(demoBodies(clock.now().getTime()));
  const invitation = invitations.find(({ name }) => name === council);
  const { id } = await store.people.of({ provider: 'demo', subject: steward });
  if (invitation) await bodies.keepBy(invitation.code, id);
}
