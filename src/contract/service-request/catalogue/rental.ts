import type { Category } from '../category';
import { choice, manyOf, number, oneOf, optionalDay } from './build';

/** 租房和登记: registering oneself, and the room one rents. Nobody registers or reports anyone else. */
export const rental: readonly Category[] = [
  {
    kind: 'grid',
    code: 'register-me',
    group: 'rental',
    name: { zh: '我要登记', en: 'Register me' },
    hint: { zh: '刚搬来，想办居住登记', en: 'I have just moved here' },
    words: ['流动人口', '居住证', '登记', '搬来', '暂住', 'register', 'residence', 'newcomer', 'move in'],
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
    place: 'required',
    scope: 'private',
    anonymous: false,
    visit: true,
    photos: 0,
    accept: { hours: 4 },
    resolve: { days: 3 },
  },
  {
    kind: 'grid',
    code: 'check-my-room',
    group: 'rental',
    name: { zh: '我租的房请来看看', en: 'Check the room I rent' },
    hint: { zh: '电线、燃气、逃生窗安不安全', en: 'Wiring, gas, a window to escape by' },
    words: ['出租', '租房', '房东', '隔断', '合租', '安全检查', 'rent', 'landlord', 'safety check'],
    attributes: [
      oneOf('my-part', '我是', 'I am', [
        choice('tenant', '租客', 'The tenant'),
        choice('owner', '房东', 'The owner'),
      ]),
      manyOf('worry', '担心什么', 'What worries me', [
        choice('wiring', '电线', 'Wiring'),
        choice('gas', '燃气', 'Gas', {
          text: { zh: '闻到燃气味，先开窗出门，别开灯', en: 'Smell gas: open a window, go out, no lights' },
          call: '119',
        }),
        choice('escape', '逃不出去', 'No way out'),
        choice('partition', '隔断太多', 'Too many partitions'),
        choice('general', '都看一看', 'All of it'),
      ]),
    ],
    place: 'required',
    scope: 'private',
    anonymous: false,
    visit: true,
    photos: 9,
    accept: { hours: 4 },
    resolve: { days: 3 },
  },
];
