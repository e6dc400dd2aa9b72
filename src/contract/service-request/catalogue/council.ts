import type { Category } from '../category';

/** 大家商量的事: self-government. The grid neither takes nor steers it; it says where to go. */
export const council: readonly Category[] = [
  {
    kind: 'council',
    code: 'residents-council',
    group: 'council',
    name: { zh: '议事会', en: 'Residents’ council' },
    hint: { zh: '加装电梯、停车规矩、公共地方怎么用', en: 'A new lift, parking rules, shared places' },
    words: ['加装电梯', '开会', '业委会', '村民议事会', '乡贤', '投票', 'council', 'meeting', 'vote', 'lift'],
    why: {
      zh: '这是大家的事，大家商量着定。网格员不接单，也不替谁拿主意。',
      en: 'This is for all to decide together. The grid worker neither takes it nor decides it.',
    },
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
    why: {
      zh: '一幢楼的规矩由住在楼里的人定，写下来贴出来就算数。',
      en: 'Those who live in a building make its rules; written down and put up, they hold.',
    },
    body: {
      name: { zh: '楼长', en: 'Building steward' },
      where: { zh: '名字和门牌贴在单元门口', en: 'Name and door are at your entrance' },
    },
    meets: { zh: '有三户提议就开', en: 'Whenever three households ask' },
  },
];
