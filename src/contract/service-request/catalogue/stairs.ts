import type { Category } from '../category';
import { choice, manyOf, oneOf } from './build';

/** 楼道和环境: what lies in common stairs and yards. */
export const stairs: readonly Category[] = [
  {
    kind: 'grid',
    code: 'stairs-clutter',
    group: 'stairs',
    name: { zh: '楼道堆物', en: 'Clutter in the stairs' },
    hint: { zh: '纸箱、旧家具占了过道', en: 'Boxes or furniture in the way' },
    words: ['杂物', '纸箱', '过道', '家具', '楼梯', 'boxes', 'corridor', 'hallway', 'junk'],
    attributes: [
      oneOf('where', '堆在哪里', 'Where it lies', [
        choice('stairs', '楼梯间', 'Stairs'),
        choice('corridor', '过道', 'Corridor'),
        choice('fire-door', '消防门', 'Fire door'),
        choice('meter-box', '电表箱', 'Meter box'),
      ]),
      manyOf('what', '堆的是什么', 'What it is', [
        choice('boxes', '纸箱', 'Boxes'),
        choice('e-bike', '电动车', 'E-bike', {
          text: { zh: '正在充电或冒烟，人先离开', en: 'Charging or smoking: leave first' },
          call: '119',
        }),
        choice('furniture', '家具', 'Furniture'),
        choice('unclear', '说不清', 'Hard to say'),
      ]),
      oneOf('passable', '人能走过去吗', 'Can people get past', [
        choice('yes', '能', 'Yes'),
        choice('sideways', '要侧身', 'Only sideways'),
        choice('no', '走不过去', 'No'),
      ]),
    ],
    place: 'required',
    scope: 'public',
    anonymous: true,
    near: { metres: 50, days: 14 },
    photos: 9,
    accept: { hours: 4 },
    resolve: { days: 3 },
  },
  {
    kind: 'grid',
    code: 'stairs-light',
    group: 'stairs',
    name: { zh: '楼道灯不亮', en: 'Stair light is out' },
    hint: { zh: '晚上看不见台阶', en: 'Steps cannot be seen at night' },
    words: ['路灯', '照明', '灯泡', '声控灯', '黑', 'lamp', 'dark', 'bulb'],
    attributes: [
      oneOf('how', '怎么不亮', 'What is wrong', [
        choice('dead', '一直不亮', 'Never on'),
        choice('flickers', '一闪一闪', 'Flickers'),
        choice('always-on', '一直亮着', 'Never off'),
        choice('sparks', '冒火花、有焦味', 'Sparks or smells burnt', {
          text: { zh: '别碰开关，离远一点', en: 'Do not touch the switch; keep away' },
          call: '119',
        }),
      ]),
      oneOf('how-many', '坏了几盏', 'How many', [
        choice('one', '一盏', 'One'),
        choice('several', '几盏', 'Several'),
        choice('all', '整个单元', 'The whole entrance'),
      ]),
    ],
    place: 'required',
    scope: 'public',
    anonymous: true,
    near: { metres: 50, days: 14 },
    photos: 9,
    accept: { hours: 4 },
    resolve: { days: 3 },
  },
  {
    kind: 'grid',
    code: 'rubbish',
    group: 'stairs',
    name: { zh: '垃圾没清', en: 'Rubbish not collected' },
    hint: { zh: '桶满了、堆在路边', en: 'Bins full, bags on the street' },
    words: ['垃圾桶', '臭', '建筑垃圾', '装修垃圾', '脏', 'garbage', 'trash', 'bin', 'smell'],
    attributes: [
      manyOf('what', '是什么垃圾', 'What kind', [
        choice('household', '生活垃圾', 'Household'),
        choice('building', '装修垃圾', 'Building waste'),
        choice('bulky', '大件', 'Bulky things'),
        choice('medical', '药品、针头', 'Medicines or needles'),
      ]),
      oneOf('since', '堆了多久', 'Since when', [
        choice('today', '今天', 'Today'),
        choice('days', '几天了', 'Some days'),
        choice('often', '常常这样', 'Again and again'),
      ]),
    ],
    place: 'required',
    scope: 'public',
    anonymous: true,
    near: { metres: 50, days: 14 },
    photos: 9,
    accept: { hours: 2 },
    resolve: { days: 1 },
  },
];
