import type { Category, Contact } from '../category';
import { daily, from, rule } from './sources';

/** A person behind it day and night, for whatever nobody else takes. */
export const hotline: Contact = {
  name: { zh: '12345 热线', en: '12345 hotline' },
  call: '12345',
  hours: { zh: '全天有人接', en: 'Day and night' },
};

/**
 * 不归网格管: who is responsible, why, and how to reach them. Numbers that hold for the whole country are here;
 * a local one is where it says.
 */
export const referral: readonly Category[] = [
  {
    kind: 'referral',
    code: 'water-cut',
    group: 'referral',
    name: { zh: '停水', en: 'No water' },
    hint: { zh: '归供水公司管', en: 'The water company’s job' },
    words: ['没水', '水压', '水管爆了', '自来水', 'water', 'tap', 'pipe'],
    source: from(rule.water),
    why: {
      zh: '水管和阀门由供水公司修，网格员没法修。打给他们最快，这里就不收单了。',
      en: 'Water cuts are the water company’s job. Calling them is quickest, so nothing is filed here.',
    },
    answeredBy: ['water'],
    contacts: [
      {
        name: { zh: '供水抢修', en: 'Water repairs' },
        hours: { zh: '24 小时，报上小区和门牌就行', en: '24 hours; give your estate and door' },
        where: { zh: '电话印在水费单上', en: 'The number is on your water bill' },
      },
      hotline,
    ],
  },
  {
    kind: 'referral',
    code: 'power-cut',
    group: 'referral',
    name: { zh: '停电', en: 'No electricity' },
    hint: { zh: '归供电公司管', en: 'The power company’s job' },
    words: ['没电', '跳闸', '电费', '电表', 'power', 'electricity', 'outage'],
    source: from(rule.power),
    why: {
      zh: '线路和电表由供电公司修。只有你家没电，先看看是不是跳闸。',
      en: 'Lines and meters are the power company’s. If only your home is dark, look at the breaker first.',
    },
    answeredBy: ['power'],
    danger: {
      text: {
        zh: '电线掉下来、插座冒烟：离远点，别碰',
        en: 'A fallen line or a smoking socket: keep away, do not touch',
      },
      call: '119',
    },
    contacts: [
      {
        name: { zh: '供电服务', en: 'Power service' },
        call: '95598',
        hours: { zh: '24 小时', en: '24 hours' },
      },
      hotline,
    ],
  },
  {
    kind: 'referral',
    code: 'property-management',
    group: 'referral',
    name: { zh: '物业', en: 'Property management' },
    hint: { zh: '电梯、门禁、物业费', en: 'Lift, door, fees' },
    words: ['电梯坏了', '门禁', '物业费', '保安', '绿化', 'lift', 'elevator', 'property', 'fee'],
    source: from(rule.property),
    why: {
      zh: '小区里的电梯、门禁和绿化由物业管，物业费也归他们收。被困电梯，先按电梯里的铃。',
      en: 'Lifts, doors and greenery of the estate are the property manager’s. Stuck in a lift: press its bell first.',
    },
    answeredBy: ['property'],
    danger: {
      text: { zh: '困在电梯里喘不上气：先打 119', en: 'Stuck in a lift and short of breath: call 119 first' },
      call: '119',
    },
    contacts: [
      {
        name: { zh: '物业服务中心', en: 'Property office' },
        where: { zh: '电话贴在单元门口的公示牌上', en: 'The number is on the board at your entrance' },
      },
      hotline,
    ],
  },
  {
    kind: 'referral',
    code: 'medical-insurance',
    group: 'referral',
    name: { zh: '医保', en: 'Medical insurance' },
    hint: { zh: '报销、参保、异地就医', en: 'Claims, joining, care elsewhere' },
    words: ['报销', '社保', '异地就医', '医疗', 'insurance', 'claim', 'hospital bill'],
    source: from(rule.insurance),
    why: {
      zh: '参保和报销归医保局管，他们看得到你的记录，网格员看不到。',
      en: 'Joining and claims are the insurance bureau’s. They can see your record; your grid worker cannot.',
    },
    contacts: [
      {
        name: { zh: '医保服务', en: 'Insurance service' },
        call: '12393',
        hours: { zh: '工作日 8:30–17:30', en: 'Working days 8:30–17:30' },
      },
      hotline,
    ],
  },
  {
    kind: 'referral',
    code: 'hotline-12345',
    group: 'referral',
    name: { zh: '别的事，或者没人管', en: 'Anything else, or nobody acts' },
    hint: { zh: '打 12345，全天有人接', en: 'Call 12345, day and night' },
    words: ['投诉', '举报', '热线', '市长', 'complaint', 'hotline', 'government'],
    source: from(daily),
    why: {
      zh: '12345 会转给负责的单位，办得怎么样也能打去问。',
      en: '12345 passes it to whoever is responsible, and tells you how it goes.',
    },
    contacts: [hotline],
  },
];
