import type { Category } from '../category';
import { choice, manyOf, oneOf } from './build';

/** 安全隐患: things and places that may hurt someone. Danger now is never a request: it is a call. */
export const hazard: readonly Category[] = [
  {
    kind: 'grid',
    code: 'e-bike-indoors',
    group: 'hazard',
    name: { zh: '电动车进楼', en: 'E-bike indoors' },
    hint: { zh: '推进电梯、在楼里充电', en: 'In the lift, or charging inside' },
    words: ['电瓶车', '充电', '电池', '飞线', '电梯', 'ebike', 'battery', 'charging', 'scooter'],
    attributes: [
      oneOf('where', '在哪里看到', 'Where it is', [
        choice('lift', '电梯里', 'In the lift'),
        choice('corridor', '过道', 'Corridor'),
        choice('stairs', '楼梯间', 'Stairs'),
        choice('basement', '地下室', 'Basement'),
      ]),
      manyOf('doing', '现在怎么样', 'What is happening', [
        choice('parked', '停着', 'Parked'),
        choice('charging', '在充电', 'Charging', {
          text: { zh: '冒烟、发烫，人先离开', en: 'Smoke or heat: leave first' },
          call: '119',
        }),
        choice('battery-carried', '电池拿进屋了', 'Battery taken inside'),
        choice('cable', '从窗户拉了电线', 'Cable out of a window'),
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
  {
    kind: 'grid',
    code: 'fire-route-blocked',
    group: 'hazard',
    name: { zh: '消防通道被堵', en: 'Fire route blocked' },
    hint: { zh: '车停在通道、安全门锁着', en: 'A car in the way, a locked fire exit' },
    words: ['消防', '安全出口', '占道', '灭火器', '锁门', 'fire exit', 'blocked', 'hydrant'],
    attributes: [
      oneOf('what', '哪里被堵', 'What is blocked', [
        choice('lane', '消防车道', 'Fire lane'),
        choice('exit', '安全出口', 'Fire exit'),
        choice('stairs', '疏散楼梯', 'Escape stairs'),
        choice('hydrant', '消防栓', 'Hydrant'),
      ]),
      oneOf('by', '被什么堵着', 'Blocked by what', [
        choice('car', '汽车', 'A car'),
        choice('things', '杂物', 'Things'),
        choice('lock', '锁住了', 'A lock'),
        choice('fire', '里面有火、有烟', 'There is fire or smoke', {
          text: { zh: '先离开，打 119，别坐电梯', en: 'Leave, call 119, do not take the lift' },
          call: '119',
        }),
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
  {
    kind: 'grid',
    code: 'loose-part',
    group: 'hazard',
    name: { zh: '东西要掉下来', en: 'Something may fall' },
    hint: { zh: '外墙、花盆、树枝、井盖', en: 'Facade, flowerpot, branch, manhole' },
    words: ['高空', '外墙', '瓷砖', '树枝', '井盖', '坑', '围栏', 'falling', 'tile', 'branch', 'manhole'],
    attributes: [
      oneOf('what', '是什么', 'What it is', [
        choice('facade', '外墙、瓷砖', 'Facade or tiles'),
        choice('balcony', '窗台上的东西', 'Things on a sill'),
        choice('tree', '树、树枝', 'A tree or branch'),
        choice('ground', '井盖、地面塌了', 'Manhole or sunken ground'),
        choice('power-line', '电线垂下来', 'A hanging power line', {
          text: { zh: '离开 8 米以外，别碰', en: 'Keep 8 metres away; do not touch' },
          call: '119',
        }),
      ]),
      oneOf('below', '下面有人走吗', 'Do people pass below', [
        choice('always', '一直有', 'All the time'),
        choice('sometimes', '有时有', 'Sometimes'),
        choice('closed-off', '已经拦起来了', 'It is closed off'),
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
