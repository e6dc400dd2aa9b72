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
});
