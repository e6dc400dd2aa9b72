import type { Attribute, Category } from '../category';
import { choice, manyOf, oneOf } from './build';

/** Mediation is for two: it starts when both have said yes, and the worker's first act is to ask the other. */
const otherSide: Attribute = oneOf('other-side', '对方愿意一起谈吗', 'Does the other side want to talk', [
  choice('willing', '愿意', 'Yes'),
  choice('ask-first', '还没问，请先帮我问一声', 'Not asked yet: please ask for me'),
]);

const fight = {
  text: { zh: '吵起来、要动手，先打 110', en: 'It is coming to blows: call 110 first' },
  call: '110',
} as const;

/** 邻里矛盾: the matter between two homes, never one of the neighbours. */
export const dispute: readonly Category[] = [
  {
    kind: 'grid',
    code: 'leak-between-homes',
    group: 'dispute',
    name: { zh: '楼上楼下漏水', en: 'A leak between homes' },
    hint: { zh: '两边都愿意，才坐下来谈', en: 'Talks start when both sides want to' },
    words: ['渗水', '天花板', '墙面', '水管', 'leak', 'ceiling', 'damp', 'water'],
    attributes: [
      oneOf('where', '漏在哪里', 'Where it leaks', [
        choice('ceiling', '天花板', 'Ceiling'),
        choice('wall', '墙面', 'Wall'),
        choice('near-power', '灯、插座旁边', 'Near a light or socket', {
          text: { zh: '别碰开关，先拉总闸', en: 'Do not touch the switch; turn off the mains' },
          call: '119',
        }),
      ]),
      oneOf('now', '现在还在漏吗', 'Is it leaking now', [
        choice('yes', '在漏', 'Yes'),
        choice('sometimes', '时有时无', 'Now and then'),
        choice('stopped', '停了', 'It stopped'),
      ]),
      otherSide,
    ],
    place: 'required',
    scope: 'private',
    anonymous: false,
    visit: true,
    photos: 9,
    accept: { hours: 4 },
    resolve: { days: 13 },
  },
  {
    kind: 'grid',
    code: 'noise',
    group: 'dispute',
    name: { zh: '噪声', en: 'Noise' },
    hint: { zh: '两边都愿意，才坐下来谈', en: 'Talks start when both sides want to' },
    words: ['吵', '装修', '广场舞', '狗叫', '音响', 'loud', 'music', 'dog', 'renovation'],
    attributes: [
      oneOf('what', '什么声音', 'What kind', [
        choice('renovation', '装修', 'Renovation'),
        choice('music', '音响、跳舞', 'Music or dancing'),
        choice('animals', '狗叫', 'Dogs'),
        choice('footsteps', '走动、拖椅子', 'Steps and chairs'),
        choice('quarrel', '吵架', 'A quarrel', fight),
      ]),
      manyOf('when', '一般什么时候', 'When', [
        choice('day', '白天', 'By day'),
        choice('noon', '中午', 'At noon'),
        choice('night', '晚上 10 点以后', 'After 10 at night'),
      ]),
      otherSide,
    ],
    place: 'required',
    scope: 'private',
    anonymous: false,
    photos: 0,
    accept: { hours: 4 },
    resolve: { days: 13 },
  },
  {
    kind: 'grid',
    code: 'parking',
    group: 'dispute',
    name: { zh: '停车', en: 'Parking' },
    hint: { zh: '两边都愿意，才坐下来谈', en: 'Talks start when both sides want to' },
    words: ['车位', '挪车', '堵车库', 'car', 'garage', 'space'],
    attributes: [
      oneOf('what', '是什么事', 'What it is about', [
        choice('space-taken', '车位被占', 'My space is taken'),
        choice('blocked-in', '车出不去', 'My car is blocked in'),
        choice('shared-spaces', '公共车位怎么用', 'How shared spaces are used'),
        choice('argument', '正在吵', 'People are arguing', fight),
      ]),
      otherSide,
    ],
    place: 'required',
    scope: 'private',
    anonymous: false,
    photos: 9,
    accept: { hours: 4 },
    resolve: { days: 13 },
  },
];
