import { defineTexts } from './define';

/** My grid worker, and being called or looked in on. */
export const callTexts = defineTexts({
  'worker.title': { zh: '我的网格员', en: 'My grid worker' },
  'worker.does': { zh: '能帮你办的', en: 'What they do for you' },
  'worker.hours': { zh: '上班 {hours}', en: 'Works {hours}' },
  'worker.duty': { zh: '打值班电话 {number}', en: 'Call the duty phone {number}' },
  'worker.ask': { zh: '请 TA 打给我', en: 'Ask them to call me' },
  'worker.ask.about': {
    zh: '上班时间 2 小时内打来',
    en: 'They call within 2 working hours',
  },
  'worker.others': { zh: '同一网格的还有', en: 'Others in the same grid' },
  'worker.none': { zh: '还没有网格员的名单', en: 'No grid worker is listed yet' },
  'worker.none.about': {
    zh: '选好住处就看得到；有急事打 12345',
    en: 'Choose your home to see them; if it cannot wait, call 12345',
  },
  'call.number': { zh: '打哪个电话', en: 'Number to call' },
  'call.number.hint': { zh: '手机或座机', en: 'Mobile or landline' },
  'call.number.about': {
    zh: '只给打给你的人看，办完就删',
    en: 'Seen only by whoever calls you; deleted when it is done',
  },
  'call.now': { zh: '打给居民', en: 'Call the resident' },
  'call.now.about': { zh: '号码只在这里看得到，办完就删', en: 'Shown here alone; deleted when it is done' },
  'call.asked-by': { zh: '{name} 替你托的', en: 'Asked for you by {name}' },
  'outcome.how': { zh: '结果', en: 'How it went' },
  'outcome.reached': { zh: '电话打通了', en: 'Reached by phone' },
  'outcome.not-reached': { zh: '电话没打通', en: 'Not reached' },
  'outcome.seen-well': { zh: '敲门有人应，人没事', en: 'Answered the door and is well' },
  'outcome.no-answer': { zh: '敲门没人应', en: 'Nobody answered the door' },
  'outcome.needs-help': {
    zh: '需要人帮，已叫 120 或家人',
    en: 'Needs help: an ambulance or the family has been called',
  },
});
