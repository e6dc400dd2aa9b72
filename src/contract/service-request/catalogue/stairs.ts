import type { Category } from '../category';
import { choice, danger, inPublic, limits, manyOf, oneOf } from './build';
import { daily, from, rule, work } from './sources';

/** 楼道和环境: what lies in common stairs and yards. */
export const stairs: readonly Category[] = [
  {
    ...inPublic,
    ...limits.help,
    code: 'stairs-clutter',
    group: 'stairs',
    name: { zh: '楼道堆物', en: 'Clutter in the stairs' },
    hint: { zh: '纸箱、旧家具占了过道', en: 'Boxes or furniture in the way' },
    words: ['杂物', '纸箱', '过道', '家具', '楼梯', 'boxes', 'corridor', 'hallway', 'junk'],
    source: from(work.fire, rule.fire),
    attributes: [
      oneOf('where', '堆在哪里', 'Where it lies', [
        choice('stairs', '楼梯间', 'Stairs'),
        choice('corridor', '过道', 'Corridor'),
        choice('fire-door', '消防门', 'Fire door'),
        choice('meter-box', '电表箱', 'Meter box'),
      ]),
      manyOf('what', '堆的是什么', 'What it is', [
        choice('boxes', '纸箱', 'Boxes'),
        choice(
          'e-bike',
          '电动车',
          'E-bike',
          danger('119', '正在充电或冒烟，人先离开', 'Charging or smoking: leave first'),
        ),
        choice('furniture', '家具', 'Furniture'),
        choice('unclear', '说不清', 'Hard to say'),
      ]),
      oneOf('passable', '人能走过去吗', 'Can people get past', [
        choice('yes', '能', 'Yes'),
        choice('sideways', '要侧身', 'Only sideways'),
        choice('no', '走不过去', 'No'),
      ]),
    ],
  },
  {
    ...inPublic,
    ...limits.help,
    code: 'stairs-light',
    group: 'stairs',
    name: { zh: '楼道灯不亮', en: 'Stair light is out' },
    hint: { zh: '晚上看不见台阶', en: 'Steps cannot be seen at night' },
    words: ['路灯', '灯坏了', '照明', '灯泡', '声控灯', '黑', 'lamp', 'dark', 'bulb'],
    source: from(rule.property, daily),
    attributes: [
      oneOf('how', '怎么不亮', 'What is wrong', [
        choice('dead', '一直不亮', 'Never on'),
        choice('flickers', '一闪一闪', 'Flickers'),
        choice('always-on', '一直亮着', 'Never off'),
        choice(
          'sparks',
          '冒火花、有焦味',
          'Sparks or smells burnt',
          danger('119', '别碰开关，离远一点', 'Do not touch the switch; keep away'),
        ),
      ]),
      oneOf('how-many', '坏了几盏', 'How many', [
        choice('one', '一盏', 'One'),
        choice('several', '几盏', 'Several'),
        choice('all', '整个单元', 'The whole entrance'),
      ]),
    ],
  },
  {
    ...inPublic,
    ...limits.hazard,
    code: 'rubbish',
    group: 'stairs',
    name: { zh: '垃圾没清', en: 'Rubbish not collected' },
    hint: { zh: '桶满了、堆在路边', en: 'Bins full, bags on the street' },
    words: [
      ...['垃圾桶', '臭', '建筑垃圾', '装修垃圾', '大件', '脏'],
      ...['garbage', 'trash', 'bin', 'smell', 'bulky'],
    ],
    source: from(rule.waste, rule.townLook),
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
  },
  {
    ...inPublic,
    ...limits.dirtyRoad,
    code: 'dirty-road',
    group: 'stairs',
    name: { zh: '路面脏了', en: 'A dirty road' },
    hint: { zh: '泥、油、碎玻璃、落叶', en: 'Mud, oil, broken glass, leaves' },
    words: ['扫地', '泥', '油污', '玻璃', '落叶', '渣土', 'sweep', 'mud', 'glass', 'leaves', 'oil'],
    source: from(rule.townLook),
    attributes: [
      oneOf('what', '是什么', 'What it is', [
        choice('mud', '泥、渣土', 'Mud or earth'),
        choice('oil', '油、油漆', 'Oil or paint'),
        choice('glass', '碎玻璃', 'Broken glass'),
        choice('leaves', '落叶、纸屑', 'Leaves or paper'),
        choice(
          'unknown-liquid',
          '刺鼻的液体',
          'A liquid that stings the nose',
          danger('119', '别碰别闻，绕开走', 'Do not touch or smell it; keep away'),
        ),
      ]),
      oneOf('slippery', '会滑倒吗', 'Is it slippery', [
        choice('yes', '会', 'Yes'),
        choice('no', '不会', 'No'),
      ]),
    ],
  },
  {
    ...inPublic,
    ...limits.help,
    code: 'blocked-drain',
    group: 'stairs',
    name: { zh: '下水道堵、积水', en: 'Blocked drain' },
    hint: { zh: '井盖冒水、雨后不退', en: 'Water out of a manhole, puddles that stay' },
    words: ['积水', '污水', '冒水', '窨井', '化粪池', '臭水', 'drain', 'sewage', 'puddle', 'flooded'],
    source: from(rule.drains),
    attributes: [
      oneOf('where', '在哪里', 'Where it is', [
        choice('road', '路上', 'On the road'),
        choice('yard', '院子里', 'In the yard'),
        choice('basement', '地下车库', 'In the garage'),
      ]),
      oneOf('water', '是什么水', 'What water', [
        choice('rain', '雨水', 'Rain'),
        choice('sewage', '污水', 'Sewage'),
        choice(
          'near-power',
          '淹到了电箱、电线',
          'It reaches wires or a power box',
          danger('119', '别下水，离 8 米以外', 'Stay out of the water, 8 metres away'),
        ),
      ]),
    ],
  },
  {
    ...inPublic,
    ...limits.help,
    code: 'broken-facility',
    group: 'stairs',
    name: { zh: '公共的东西坏了', en: 'Something shared is broken' },
    hint: { zh: '健身器材、长椅、围栏、信报箱', en: 'Exercise machines, benches, fences, letter boxes' },
    words: [
      ...['健身器材', '滑梯', '长椅', '围栏', '路面坏了', '坑', '宣传栏'],
      ...['bench', 'playground', 'fence', 'pothole', 'broken'],
    ],
    source: from(daily),
    attributes: [
      oneOf('what', '什么坏了', 'What is broken', [
        choice('exercise', '健身器材', 'An exercise machine'),
        choice('play', '儿童设施', 'Something children play on'),
        choice('seat', '长椅、凉亭', 'A bench or pavilion'),
        choice('road', '路面、台阶', 'Road or steps'),
        choice('other', '别的', 'Something else'),
      ]),
      oneOf('danger', '会伤到人吗', 'Could it hurt someone', [
        choice('yes', '会', 'Yes'),
        choice('no', '不会', 'No'),
      ]),
    ],
  },
  {
    ...inPublic,
    ...limits.complaint,
    code: 'way-for-wheels',
    group: 'stairs',
    name: { zh: '坡道、扶手、盲道', en: 'Ramps, rails, paths for the blind' },
    hint: { zh: '轮椅、推车过不去', en: 'No way for a wheelchair or pram' },
    words: ['无障碍', '轮椅', '婴儿车', '盲道', '坡道', 'ramp', 'wheelchair', 'pram', 'handrail', 'blind'],
    source: from(rule.barrierFree),
    attributes: [
      oneOf('what', '哪里不好走', 'What is in the way', [
        choice('no-ramp', '没有坡道', 'There is no ramp'),
        choice('blocked', '坡道、盲道被占', 'Ramp or path is blocked'),
        choice('rail', '扶手松了、没有', 'A rail is loose or missing'),
        choice('steps', '台阶坏了', 'Steps are broken'),
      ]),
    ],
  },
  {
    ...inPublic,
    ...limits.help,
    code: 'pests',
    group: 'stairs',
    name: { zh: '老鼠、白蚁、蚊虫', en: 'Rats, termites, mosquitoes' },
    hint: { zh: '公共地方要除一除', en: 'Shared places need treating' },
    words: ['除四害', '蟑螂', '灭鼠', '蚊子', '马蜂窝', 'rats', 'cockroach', 'mosquito', 'wasps', 'termites'],
    source: from(daily),
    attributes: [
      oneOf('what', '是什么', 'What it is', [
        choice('rats', '老鼠', 'Rats'),
        choice('termites', '白蚁', 'Termites'),
        choice('insects', '蚊子、蟑螂', 'Mosquitoes or cockroaches'),
        choice(
          'wasps',
          '马蜂窝',
          'A wasps’ nest',
          danger('119', '别捅，离远一点，打 119 请人来摘', 'Do not touch it; keep away and call 119'),
        ),
      ]),
      oneOf('where', '在哪里', 'Where it is', [
        choice('stairs', '楼道', 'Stairs'),
        choice('yard', '院子、绿化', 'Yard or greenery'),
        choice('bins', '垃圾桶边', 'By the bins'),
      ]),
    ],
  },
];
