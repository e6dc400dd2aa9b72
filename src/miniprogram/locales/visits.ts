import { defineTexts } from './define';

/** Somebody comes to the door: on the page of the request. */
export const visitTexts = defineTexts({
  'visit.title': { zh: '上门', en: 'Visit' },
  'visit.choose': { zh: '{name} 给了几个时间，选一个', en: '{name} can come at these times: choose one' },
  'visit.choose.open': {
    zh: '{name} 这几个时间能来，选一个',
    en: '{name} is free at these times: choose one',
  },
  'visit.book': { zh: '约这个时间', en: 'Book it' },
  'visit.when': { zh: '{time} 上门', en: '{time}, at the door' },
  'visit.who': { zh: '{name} 来', en: '{name} comes' },
  'visit.move': { zh: '改时间', en: 'Move it' },
  'visit.cancel': { zh: '取消', en: 'Cancel it' },
  'visit.call-off': { zh: '来不了', en: 'Call it off' },
  'visit.offer': { zh: '约上门', en: 'Offer a visit' },
  'visit.offer.again': { zh: '换几个时间', en: 'Offer other times' },
  'visit.offer.which': { zh: '你能来的时间，选 2–3 个', en: 'When you can come: choose 2–3' },
  'visit.offer.send': { zh: '给居民选', en: 'Send to choose from' },
  'visit.offered': { zh: '等居民选时间', en: 'The resident is choosing' },
  'visit.none-open': { zh: '这 5 个工作日都满了', en: 'Nothing free in these five working days' },
  'visit.not-now': { zh: '先不', en: 'Not now' },
  'visit.why': { zh: '为什么来不了', en: 'Why not' },
  'event.offer-visit': { zh: '{who} 给了上门的时间', en: '{who} offered times to come' },
  'event.book-visit': { zh: '{who}约了上门', en: '{who} booked a visit' },
  'event.cancel-visit': { zh: '{who}取消了上门', en: '{who} cancelled the visit' },
  'event.call-off-visit': { zh: '{who} 来不了', en: '{who} cannot come' },
  'visit.fell-through': { zh: '约好的 {time} 不来了', en: 'The visit of {time} will not take place' },
});
