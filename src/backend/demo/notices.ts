import type { Content } from '@contract/notice/content';
import type { PersonaId } from './personas';
import { demoBuilding, demoCommunity, demoGrid } from './places';

const county = demoCommunity.slice(0, 6);

type DemoNotice = Pick<Content, 'severity' | 'category' | 'info' | 'audience' | 'policy' | 'web'> & {
  author: PersonaId;
  node: string;
};

/** What hangs on the demo's board in a year, oldest first. Invented. */
export const demoNotices = (year: number): readonly DemoNotice[] => [
  {
    author: 'county-officer',
    node: county,
    severity: 'Minor',
    category: 'Safety',
    info: [
      {
        language: 'zh',
        headline: '冬天用煤气，记得开一条窗缝',
        description: '洗澡、做饭时开一条窗缝透气。头晕、恶心先出门，再打 120。',
      },
      {
        language: 'en',
        headline: 'Gas in winter: leave a window ajar',
        description:
          'Leave a window ajar while bathing or cooking. Dizzy or sick: go outside first, then call 120.',
      },
    ],
    audience: { include: [county], except: [] },
  },
  {
    author: 'county-officer',
    node: county,
    severity: 'Minor',
    category: 'Health',
    info: [
      {
        language: 'zh',
        headline: '70 岁以上老人，免费打流感疫苗',
        description: '带身份证就行，12 月 31 日前都可以',
      },
      {
        language: 'en',
        headline: 'Free flu jab from the age of 70',
        description: 'Just bring your ID card, until 31 December',
      },
    ],
    audience: { include: [county], except: [] },
    web: 'https://xihu.example/flu',
    policy: {
      who: {
        words: {
          zh: `${year - 70} 年底以前出生，浙江户籍`,
          en: `Born by the end of ${year - 70}, registered in Zhejiang`,
        },
        bornUntil: `${year - 70}-12-31`,
      },
      bring: { zh: '身份证，或者市民卡', en: 'ID card or citizen card' },
      until: `${year}-12-31`,
      hours: { zh: '周一到周六 8:00–11:00、13:30–16:00', en: 'Mon–Sat 8:00–11:00 and 13:30–16:00' },
      where: {
        zh: '青石街道社区卫生服务中心\n预防接种门诊，1 楼',
        en: 'Qingshi community health centre\nVaccination, ground floor',
      },
      // Somebody walks for those who cannot, and books the day.
      service: 'papers-for-me',
    },
  },
  {
    author: 'officer',
    node: demoCommunity,
    severity: 'Moderate',
    category: 'Infra',
    info: [
      {
        language: 'zh',
        headline: '周六 9:00–16:00 停水',
        description: '周五晚上先存点水，16:00 前来水。\n修的是 3 幢门口的水管。',
      },
      {
        language: 'en',
        headline: 'Water off on Saturday 9:00–16:00',
        description:
          'Store some water on Friday evening; it is back by 16:00.\nThe pipe at building 3 is mended.',
      },
    ],
    audience: { include: [demoBuilding(7, 3), demoBuilding(7, 4), demoBuilding(7, 5)], except: [] },
  },
  {
    author: 'officer',
    node: demoCommunity,
    severity: 'Minor',
    category: 'Transport',
    info: [
      { language: 'zh', headline: '桂花路这周修路', description: '公交 87 路临时绕行，站点不变。' },
      {
        language: 'en',
        headline: 'Guihua Road is mended this week',
        description: 'Bus 87 takes another way; the stops stay.',
      },
    ],
    audience: { include: [demoCommunity], except: [demoGrid(12)] },
  },
];
