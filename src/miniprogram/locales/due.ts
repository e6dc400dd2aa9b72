/** Until when something is to be done: comes with the pages that show it. */
export const dueTexts = {
  'due.before.accept': { zh: '{time} 前接单', en: 'To be taken by {time}' },
  'due.before.resolve': { zh: '{time} 前办好', en: 'To be done by {time}' },
  'due.before.confirm': { zh: '请在 {time} 前确认', en: 'Please confirm by {time}' },
  'due.confirm.about': {
    zh: '到时没回应会自动办结，之后 30 天里还能重新打开',
    en: 'Without an answer it closes itself; you can reopen it for 30 days',
  },
  'due.over.accept': { zh: '过了接单时限', en: 'Not taken in time' },
  'due.over.resolve': { zh: '过了办好的时限', en: 'Not done in time' },
  'due.over.confirm': { zh: '正在自动办结', en: 'Closing by itself' },
  'due.escalated': { zh: '已报{place}', en: 'Told to {place}' },
  'due.stands': {
    zh: '等你回话，时限先停着，最晚停到 {time}',
    en: 'Waits for your answer; the clock stands until {time}',
  },
  'due.provisional': {
    zh: '明年放假还没公布，时限可能变',
    en: 'Next year’s holidays are not published yet; this may move',
  },
  'due.job.accept': { zh: '接单', en: 'to take' },
  'due.job.resolve': { zh: '办好', en: 'to be done' },
  'due.job.confirm': { zh: '等确认', en: 'confirming' },
  'due.job.stands': { zh: '计时暂停', en: 'Clock stands' },
  'due.job.asked': { zh: '等居民', en: 'resident asked' },
  'due.job.over': { zh: '超 {span}', en: '{span} over' },
  'due.job.left': { zh: '剩 {span}', en: '{span} left' },
  'due.minutes': { zh: '{count} 分', en: '{count} min' },
  'due.hours': { zh: '{count} 小时', en: '{count} h' },
  'due.days': { zh: '{count} 天', en: '{count} d' },
  'due.reopen.by': { zh: '{time}前还能重新打开', en: 'Can be reopened until {time}' },
  'due.reopen.over': {
    zh: '{time}已过，有事请重新提交',
    en: 'Could be reopened until {time}; please file anew',
  },
} as const;

export type DueText = keyof typeof dueTexts;
