import { defineTexts } from './define';

/** How matters went, in numbers: at the desk, and what is public of it. */
export const figuresTexts = defineTexts({
  'figures.title': { zh: '办事情况', en: 'How matters went' },
  'figures.about': {
    zh: '按社区、按周数，不按网格、不按人。',
    en: 'By community and week, never by grid or person.',
  },
  'figures.span': { zh: '看多久', en: 'How long' },
  'figures.weeks': { zh: '{count} 周', en: '{count} weeks' },
  'figures.where': { zh: '看哪里', en: 'Where' },
  'figures.range': { zh: '{from} 到 {until}', en: '{from} to {until}' },
  'figures.none': { zh: '这段时间没有人报事', en: 'Nothing was filed in this time' },
  'figures.by-week': { zh: '每周', en: 'By week' },
  'figures.by-category': { zh: '每一类', en: 'By kind' },
  'figures.week': { zh: '{day} 起的一周', en: 'Week of {day}' },
  'figures.bar': {
    zh: '{week}：收到 {filed} 件，按时办好 {inTime} 件',
    en: '{week}: {filed} filed, {inTime} in time',
  },
  'figures.filed': { zh: '收到', en: 'Filed' },
  'figures.in-time': { zh: '按时办好', en: 'Done in time' },
  'figures.overdue': { zh: '超时', en: 'Overdue' },
  'figures.reopened': { zh: '没办好、重办', en: 'Not done, taken up again' },
  'figures.not-confirmed': { zh: '没人确认', en: 'Not confirmed' },
  'figures.median': { zh: '一半在这么久内办好', en: 'Half were done within' },
  'figures.hours': { zh: '{count} 小时', en: '{count} h' },
  'figures.satisfied': { zh: '评价满意', en: 'Satisfied, of those who said' },
  'figures.not-remit': { zh: '不归网格管', en: 'Not the grid’s remit' },
  'figures.share': { zh: '{count} 件，{percent}%', en: '{count}, {percent} %' },
  'figures.no-share': { zh: '还没有', en: 'none yet' },
  'figures.keep': { zh: '存成表格', en: 'Keep as a table' },
  'figures.kept': { zh: '表格存好了', en: 'Kept' },
  'figures.not-kept': { zh: '没存成。再点一次。', en: 'Not kept. Try again.' },

  'community.title': { zh: '我们社区办得怎么样', en: 'How our community does' },
  'community.about': {
    zh: '最近 12 周。少于 {least} 件的不显示，免得认出是谁。',
    en: 'The last 12 weeks. Counts under {least} are not shown, so that nobody is recognised.',
  },
  'community.no-home': { zh: '选好住处，就能看你们社区的', en: 'Choose your home to see your community’s' },
  'community.fewer': { zh: '少于 {least} 件', en: 'fewer than {least}' },
  'community.all-but-fewer': { zh: '除少于 {least} 件外全部', en: 'all but fewer than {least}' },
  'community.withheld': { zh: '不显示', en: 'not shown' },
  'community.count': { zh: '{count} 件', en: '{count}' },
  'community.all': { zh: '合计', en: 'In all' },
});
