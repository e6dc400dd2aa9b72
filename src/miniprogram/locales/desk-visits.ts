import { defineTexts } from './define';

/** A worker's doors of today and tomorrow. */
export const deskVisitTexts = defineTexts({
  'plan.title': { zh: '今天去哪几家', en: 'Doors of today and tomorrow' },
  'plan.today': { zh: '今天', en: 'Today' },
  'plan.tomorrow': { zh: '明天', en: 'Tomorrow' },
  'plan.free': { zh: '没有约好的上门', en: 'No visits' },
  'plan.empty': { zh: '今天明天都没有约好的上门', en: 'No visits today or tomorrow' },
  'plan.empty.about': {
    zh: '在居民的那件事里“约上门”，对方选好就会在这里',
    en: 'Offer times on the page of a request; what is chosen stands here',
  },
  'knock.title': { zh: '没回复的几家', en: 'Doors without an answer' },
  'knock.about': {
    zh: '通知里说好到点会上门的，没人回复的门在这里。为什么排在前面，不显示。到通知结束就没有了。',
    en: 'Where a notice said so beforehand: doors where nobody answered. Why one comes first is not shown. It ends with the notice.',
  },
  'knock.until': { zh: '到 {time}', en: 'until {time}' },
  'knock.none': { zh: '都回复了', en: 'Everybody answered' },
  'knock.empty': { zh: '现在没有要上门的', en: 'No doors now' },
  'knock.empty.about': {
    zh: '只有通知里说好了，到点还没回复，才会有',
    en: 'Only where a notice said so, and from its hour on',
  },
  'knock.over': { zh: '这条通知结束了', en: 'This notice is over' },
});
