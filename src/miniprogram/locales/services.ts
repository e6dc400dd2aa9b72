import { defineTexts } from './define';

export const servicesTexts = defineTexts({
  'services.map': { zh: '五色图', en: 'Risk map' },
  'services.title': { zh: '办事', en: 'Services' },
  'services.search': { zh: '想办什么？写一句就行', en: 'What do you need?' },
  'services.danger': { zh: '有危险先打', en: 'In danger, call first' },
  'services.110': { zh: '报警', en: 'Police' },
  'services.119': { zh: '火警', en: 'Fire' },
  'services.120': { zh: '急救', en: 'Ambulance' },
  'services.12110': { zh: '不能出声，发短信到 12110', en: 'Cannot speak? Text 12110' },
  'services.worker': { zh: '我的网格员 {name}', en: 'My grid worker {name}' },
  'services.worker.none': {
    zh: '选好住处，就知道谁是你的网格员',
    en: 'Choose your home to know your grid worker',
  },
  'services.choose-home': { zh: '去选住处', en: 'Choose home' },
  'services.call': { zh: '打给 {name}', en: 'Call {name}' },
  'services.open': { zh: '我办的事', en: 'My requests' },
  'services.grid': { zh: '网格员来办', en: 'Your grid worker does it' },
  'services.home-help': { zh: '上门帮忙', en: 'Help at home' },
  'services.home-help.about': { zh: '代办、陪同、跑腿', en: 'Errands, company' },
  'services.stairs': { zh: '楼道和环境', en: 'Stairs and outdoors' },
  'services.stairs.about': { zh: '堆物、垃圾、照明', en: 'Clutter, rubbish, lights' },
  'services.hazard': { zh: '安全隐患', en: 'Hazards' },
  'services.hazard.about': { zh: '电动车、消防通道', en: 'E-bikes, fire exits' },
  'services.dispute': { zh: '邻里矛盾', en: 'Neighbour disputes' },
  'services.dispute.about': { zh: '漏水、噪声、停车', en: 'Leaks, noise, parking' },
  'services.rental': { zh: '租房和登记', en: 'Renting, registering' },
  'services.rental.about': { zh: '出租、流动人口', en: 'Rentals, newcomers' },
  'services.policy': { zh: '问政策', en: 'Ask about policy' },
  'services.policy.about': { zh: '问清楚，少跑一趟', en: 'Ask first, save a trip' },
  'services.referral': { zh: '不归网格管', en: 'Not the grid’s' },
  'services.referral.about': { zh: '停水、物业、医保', en: 'Water, property, insurance' },
  'services.council': { zh: '大家商量的事', en: 'For all to decide' },
  'services.council.about': { zh: '议事会怎么开', en: 'When the council meets' },
  'services.none-found': {
    zh: '没有这一类。换个词，或者打 12345。',
    en: 'Nothing matches. Try other words, or call 12345.',
  },
});

/** The states of a request: on the services tab and wherever a request is listed. */
export const stateTexts = defineTexts({
  'state.submitted': { zh: '等网格员接单', en: 'Waiting to be taken' },
  'state.accepted': { zh: '已接单', en: 'Taken' },
  'state.assigned': { zh: '已派人', en: 'Assigned' },
  'state.in_progress': { zh: '处理中', en: 'In progress' },
  'state.waiting': { zh: '等你回话', en: 'Waiting for your answer' },
  'state.resolved': { zh: '等你确认', en: 'Please confirm' },
  'state.closed': { zh: '办好了', en: 'Done' },
  'state.referred': { zh: '不属网格职责 · 已告知', en: 'Not the grid’s remit · told' },
  'state.withdrawn': { zh: '已撤回', en: 'Withdrawn' },
});
