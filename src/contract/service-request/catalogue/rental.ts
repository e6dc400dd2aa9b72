import type { Category } from '../category';
import {
  atTheDoor,
  atTheDoorSeen,
  choice,
  danger,
  limits,
  manyOf,
  number,
  oneOf,
  optionalDay,
} from './build';
import { from, rule, work } from './sources';

/** 租房和登记: registering oneself, and the room one rents or lets. Nobody registers or reports anyone else. */
export const rental: readonly Category[] = [
  {
    ...atTheDoor,
    ...limits.help,
    code: 'register-me',
    group: 'rental',
    name: { zh: '我要登记', en: 'Register me' },
    hint: { zh: '刚搬来，想办居住登记', en: 'I have just moved here' },
    words: ['流动人口', '居住证', '登记', '搬来', '暂住', 'register', 'residence', 'newcomer', 'move in'],
    source: from(work.newcomers, rule.residence),
    attributes: [
      oneOf('home', '住的是', 'My home is', [
        choice('rented', '租的', 'Rented'),
        choice('own', '自己的', 'My own'),
        choice('dormitory', '单位宿舍', 'A staff dormitory'),
        choice('relatives', '亲友家', 'With relatives or friends'),
      ]),
      number('people', '和我一起登记的有几个人（含我）', 'How many of us, with me'),
      optionalDay('since', '哪天搬来的', 'Moved in on'),
    ],
  },
  {
    ...atTheDoorSeen,
    ...limits.help,
    code: 'check-my-room',
    group: 'rental',
    name: { zh: '我租的房请来看看', en: 'Check the room I rent' },
    hint: { zh: '电线、燃气、逃生窗安不安全', en: 'Wiring, gas, a window to escape by' },
    words: ['出租', '租房', '房东', '隔断', '合租', '安全检查', 'rent', 'landlord', 'safety check'],
    source: from(work.letting, rule.renting),
    attributes: [
      oneOf('my-part', '我是', 'I am', [
        choice('tenant', '租客', 'The tenant'),
        choice('owner', '房东', 'The owner'),
      ]),
      manyOf('worry', '担心什么', 'What worries me', [
        choice('wiring', '电线', 'Wiring'),
        choice(
          'gas',
          '燃气',
          'Gas',
          danger('119', '闻到燃气味，先开窗出门，别开灯', 'Smell gas: open a window, go out, no lights'),
        ),
        choice('escape', '逃不出去', 'No way out'),
        choice('partition', '隔断太多', 'Too many partitions'),
        choice('general', '都看一看', 'All of it'),
      ]),
    ],
  },
  {
    ...atTheDoor,
    ...limits.help,
    code: 'register-my-letting',
    group: 'rental',
    name: { zh: '我出租的房来登记', en: 'Register the home I let' },
    hint: { zh: '租出去了，想办租赁备案', en: 'I have let it and want the lease on record' },
    words: ['租赁备案', '出租登记', '租约', '合同', '民宿', 'lease', 'let', 'landlord', 'contract'],
    source: from(work.letting, rule.renting),
    attributes: [
      oneOf('what', '租的是', 'I let', [
        choice('whole', '整套', 'The whole home'),
        choice('rooms', '单间', 'Single rooms'),
        choice('short', '短租、民宿', 'Short stays'),
      ]),
      oneOf('change', '要办什么', 'What for', [
        choice('new', '新租出去', 'A new lease'),
        choice('renewed', '续租', 'A lease renewed'),
        choice('ended', '不租了', 'A lease that ended'),
      ]),
      optionalDay('from', '从哪天起', 'From'),
    ],
  },
  {
    ...atTheDoor,
    ...limits.help,
    code: 'update-my-home',
    group: 'rental',
    name: { zh: '更新我家的情况', en: 'Update what is known of my home' },
    hint: { zh: '添了孩子、搬走了、要人照应', en: 'A child born, moved away, help needed' },
    words: [
      ...['基础信息', '信息采集', '搬走', '出生', '轮椅', '氧气', '应急', '注销登记', '家里人'],
      ...['update', 'details', 'moved out', 'newborn', 'wheelchair', 'oxygen'],
    ],
    source: from(work.information),
    attributes: [
      manyOf('what', '有什么变化', 'What has changed', [
        choice('born', '添了孩子', 'A child was born'),
        choice('joined', '家里人搬来了', 'Family moved in'),
        choice('leaving', '我们要搬走了', 'We are moving away'),
        choice('alone', '现在一个人住', 'I live alone now'),
        choice('help-out', '有急事时要人帮着出门', 'In an emergency we need help to get out'),
        choice('power', '家里有靠电的医疗设备', 'A medical device here runs on power'),
      ]),
      optionalDay('since', '从哪天起', 'Since'),
    ],
  },
];
