import type { Attribute, Category } from '../category';
import { atTheDoor, atTheDoorSeen, choice, danger, limits, manyOf, oneOf } from './build';
import { from, rule, work } from './sources';

/** Mediation is for two: it starts when both have said yes, and the worker's first act is to ask the other. */
const otherSide: Attribute = oneOf('other-side', '对方愿意一起谈吗', 'Does the other side want to talk', [
  choice('willing', '愿意', 'Yes'),
  choice('ask-first', '还没问，请先帮我问一声', 'Not asked yet: please ask for me'),
]);

const fight = danger('110', '吵起来、要动手，先打 110', 'It is coming to blows: call 110 first');
const hint = { zh: '两边都愿意，才坐下来谈', en: 'Talks start when both sides want to' };

/** 邻里矛盾: the matter between two homes, never one of the neighbours. */
export const dispute: readonly Category[] = [
  {
    ...atTheDoorSeen,
    ...limits.complaint,
    code: 'leak-between-homes',
    group: 'dispute',
    name: { zh: '楼上楼下漏水', en: 'A leak between homes' },
    hint,
    words: ['渗水', '天花板', '墙面', '水管', '漏水', 'leak', 'ceiling', 'damp', 'water'],
    source: from(work.disputes, rule.mediation, rule.civil),
    attributes: [
      oneOf('where', '漏在哪里', 'Where it leaks', [
        choice('ceiling', '天花板', 'Ceiling'),
        choice('wall', '墙面', 'Wall'),
        choice(
          'near-power',
          '灯、插座旁边',
          'Near a light or socket',
          danger('119', '别碰开关，先拉总闸', 'Do not touch the switch; turn off the mains'),
        ),
      ]),
      oneOf('now', '现在还在漏吗', 'Is it leaking now', [
        choice('yes', '在漏', 'Yes'),
        choice('sometimes', '时有时无', 'Now and then'),
        choice('stopped', '停了', 'It stopped'),
      ]),
      otherSide,
    ],
  },
  {
    ...atTheDoor,
    ...limits.complaint,
    code: 'noise',
    group: 'dispute',
    name: { zh: '噪声', en: 'Noise' },
    hint,
    words: ['吵', '装修', '广场舞', '狗叫', '音响', 'loud', 'music', 'dog', 'renovation'],
    source: from(work.disputes, rule.mediation, rule.noise),
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
    visit: false,
  },
  {
    ...atTheDoorSeen,
    ...limits.complaint,
    code: 'parking',
    group: 'dispute',
    name: { zh: '停车', en: 'Parking' },
    hint,
    words: ['车位', '挪车', '堵车库', 'car', 'garage', 'space'],
    source: from(work.disputes, rule.mediation, rule.civil),
    attributes: [
      oneOf('what', '是什么事', 'What it is about', [
        choice('space-taken', '车位被占', 'My space is taken'),
        choice('blocked-in', '车出不去', 'My car is blocked in'),
        choice('shared-spaces', '公共车位怎么用', 'How shared spaces are used'),
        choice('argument', '正在吵', 'People are arguing', fight),
      ]),
      otherSide,
    ],
    visit: false,
  },
  {
    ...atTheDoor,
    ...limits.complaint,
    code: 'mediation',
    group: 'dispute',
    name: { zh: '请人调解', en: 'Somebody to mediate' },
    hint,
    words: [
      ...['矛盾纠纷', '调解', '吵架', '押金', '晾衣服', '宠物', '婆媳', '赡养', '油烟'],
      ...['mediation', 'dispute', 'deposit', 'pets', 'quarrel', 'family'],
    ],
    source: from(work.disputes, rule.mediation),
    attributes: [
      oneOf('about', '关于什么', 'What about', [
        choice('shared-places', '公共地方怎么用', 'How a shared place is used'),
        choice('deposit', '租金、押金', 'Rent or deposit'),
        choice('animals', '宠物', 'Pets'),
        choice('fumes', '油烟、晾晒', 'Cooking fumes, washing'),
        choice('family', '家务事', 'A family matter'),
        choice('blows', '正在动手', 'It is coming to blows', fight),
      ]),
      otherSide,
    ],
  },
];
