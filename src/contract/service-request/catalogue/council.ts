import type { Category } from '../category';
import { from, rule } from './sources';

/** 大家商量的事: self-government. The grid neither takes nor steers it; it says where to go. */
export const council: readonly Category[] = [
  {
    kind: 'council',
    code: 'residents-council',
    group: 'council',
    name: { zh: '议事会', en: 'Residents’ council' },
    hint: { zh: '加装电梯、停车规矩、公共地方怎么用', en: 'A new lift, parking rules, shared places' },
    words: ['开会', '议事', '村民议事会', '乡贤', '投票', 'council', 'meeting', 'vote', 'lift'],
    source: from(rule.residents),
    why: {
      zh: '这是大家的事，大家商量着定。网格员不接单，也不替谁拿主意。',
      en: 'This is for all to decide together. The grid worker neither takes it nor decides it.',
    },
    answeredBy: ['residents-council', 'villagers-council', 'advisers-council'],
    body: {
      name: { zh: '居民议事会', en: 'Residents’ council' },
      where: { zh: '社区一楼议事厅，日程贴在门口', en: 'Council room, ground floor of the community house' },
      hours: {
        zh: '想提议题，会前 3 天到社区说一声',
        en: 'To put a point on the agenda, tell us 3 days before',
      },
    },
    meets: { zh: '每月最后一个周六 14:00', en: 'Last Saturday of the month, 14:00' },
  },
  {
    kind: 'council',
    code: 'house-rules',
    group: 'council',
    name: { zh: '楼里的规矩', en: 'Rules of the house' },
    hint: { zh: '几点后安静、楼道怎么放东西', en: 'Quiet hours, what may stand in the stairs' },
    words: ['公约', '楼道', '安静', '养狗', '楼长', 'rules', 'quiet hours', 'pets'],
    source: from(rule.residents, rule.civil),
    why: {
      zh: '一幢楼的规矩由住在楼里的人定，写下来贴出来就算数。',
      en: 'Those who live in a building make its rules; written down and put up, they hold.',
    },
    answeredBy: ['owners-committee', 'association', 'volunteers'],
    body: {
      name: { zh: '楼长', en: 'Building steward' },
      where: { zh: '名字和门牌贴在单元门口', en: 'Name and door are at your entrance' },
    },
    meets: { zh: '有三户提议就开', en: 'Whenever three households ask' },
  },
  {
    kind: 'council',
    code: 'owners-committee',
    group: 'council',
    name: { zh: '业主的事', en: 'What owners decide' },
    hint: { zh: '选业委会、换物业、用维修资金', en: 'Committee, property manager, repair fund' },
    words: ['业委会', '业主大会', '换物业', '维修资金', '公共收益', 'owners', 'committee', 'repair fund'],
    source: from(rule.civil, rule.property),
    why: {
      zh: '选谁、换谁、钱怎么用，由业主投票定。社区只帮着把会开起来。',
      en: 'Owners vote on who it is and how the money is used. The community only helps the meeting to happen.',
    },
    answeredBy: ['owners-committee'],
    body: {
      name: { zh: '业主委员会', en: 'Owners’ committee' },
      where: { zh: '名单和电话贴在小区公告栏', en: 'Names and number are on the estate’s board' },
      hours: {
        zh: '还没有业委会，到社区一楼问怎么成立',
        en: 'No committee yet: ask on the ground floor of the community house',
      },
    },
    meets: { zh: '日期提前 15 天贴出来', en: 'The date is put up 15 days before' },
  },
  {
    kind: 'council',
    code: 'add-a-lift',
    group: 'council',
    name: { zh: '加装电梯', en: 'A lift for an old building' },
    hint: { zh: '先问楼里人愿不愿意', en: 'First ask those who live in it' },
    words: ['装电梯', '老楼', '旧楼', '电梯', '增设', 'lift', 'elevator', 'old building'],
    source: from(rule.civil),
    why: {
      zh: '装不装、装哪里、钱怎么分，由一个单元的业主商量。网格员不催，也不劝。',
      en: 'Whether, where and who pays is for the owners of an entrance. The grid worker neither urges nor persuades.',
    },
    answeredBy: ['residents-council', 'owners-committee'],
    body: {
      name: { zh: '居民议事会', en: 'Residents’ council' },
      where: {
        zh: '社区一楼议事厅，有别的楼怎么装的记录',
        en: 'Council room, ground floor; there are records of how others did it',
      },
    },
    meets: { zh: '一个单元有人提，就约时间坐下来谈', en: 'When somebody of an entrance asks' },
  },
  {
    kind: 'council',
    code: 'village-council',
    group: 'council',
    name: { zh: '村里的事', en: 'Matters of the village' },
    hint: { zh: '村民议事会、乡贤参事会', en: 'Villagers’ council, council of village elders' },
    words: ['村民会议', '村民代表', '乡贤', '宅基地', '村规民约', '分红', 'village', 'elders', 'land'],
    source: from(rule.villagers),
    why: {
      zh: '村里的地、钱和规矩，由村民商量着定，结果贴出来。',
      en: 'Land, money and rules of the village are for the villagers; what they decide is put up.',
    },
    answeredBy: ['villagers-council', 'advisers-council'],
    body: {
      name: { zh: '村民议事会', en: 'Villagers’ council' },
      where: { zh: '村文化礼堂，日程贴在村务公开栏', en: 'Village hall; the agenda is on the village board' },
    },
    meets: { zh: '日期贴在村务公开栏', en: 'The date is on the village board' },
  },
];
