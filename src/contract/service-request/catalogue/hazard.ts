import type { Category } from '../category';
import { atTheDoorSeen, choice, danger, inPublic, limits, manyOf, oneOf } from './build';
import { daily, from, rule, work } from './sources';

/** 安全隐患: things and places that may hurt someone. Danger now is never a request: it is a call. */
export const hazard: readonly Category[] = [
  {
    ...inPublic,
    ...limits.hazard,
    code: 'e-bike-indoors',
    group: 'hazard',
    name: { zh: '电动车进楼', en: 'E-bike indoors' },
    hint: { zh: '推进电梯、在楼里充电', en: 'In the lift, or charging inside' },
    words: ['电瓶车', '充电', '电池', '飞线', '电梯', 'ebike', 'battery', 'charging', 'scooter'],
    source: from(work.fire, rule.tallBuildings),
    attributes: [
      oneOf('where', '在哪里看到', 'Where it is', [
        choice('lift', '电梯里', 'In the lift'),
        choice('corridor', '过道', 'Corridor'),
        choice('stairs', '楼梯间', 'Stairs'),
        choice('basement', '地下室', 'Basement'),
      ]),
      manyOf('doing', '现在怎么样', 'What is happening', [
        choice('parked', '停着', 'Parked'),
        choice(
          'charging',
          '在充电',
          'Charging',
          danger('119', '冒烟、发烫，人先离开', 'Smoke or heat: leave first'),
        ),
        choice('battery-carried', '电池拿进屋了', 'Battery taken inside'),
        choice('cable', '从窗户拉了电线', 'Cable out of a window'),
      ]),
    ],
  },
  {
    ...inPublic,
    ...limits.hazard,
    code: 'fire-route-blocked',
    group: 'hazard',
    name: { zh: '消防通道被堵', en: 'Fire route blocked' },
    hint: { zh: '车停在通道、安全门锁着', en: 'A car in the way, a locked fire exit' },
    words: ['消防', '安全出口', '占道', '锁门', '消防车道', 'fire exit', 'blocked', 'hydrant'],
    source: from(work.fire, rule.fire),
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
        choice(
          'fire',
          '里面有火、有烟',
          'There is fire or smoke',
          danger('119', '先离开，打 119，别坐电梯', 'Leave, call 119, do not take the lift'),
        ),
      ]),
    ],
  },
  {
    ...inPublic,
    ...limits.hazard,
    code: 'fire-gear',
    group: 'hazard',
    name: { zh: '消防器材坏了', en: 'Fire gear is broken' },
    hint: { zh: '灭火器、消防栓、应急灯', en: 'Extinguisher, hydrant, emergency light' },
    words: ['灭火器', '消防栓', '应急灯', '水带', '报警器响', 'extinguisher', 'hose', 'alarm', 'sprinkler'],
    source: from(work.fire, rule.fire),
    attributes: [
      oneOf('what', '是什么', 'What it is', [
        choice('extinguisher', '灭火器', 'An extinguisher'),
        choice('hydrant', '消防栓、水带', 'A hydrant or hose'),
        choice('light', '应急灯、指示牌', 'An emergency light or sign'),
        choice('door', '防火门关不上', 'A fire door that does not close'),
        choice(
          'alarm',
          '报警器在响',
          'An alarm is ringing',
          danger('119', '看到烟、闻到焦味，先走，打 119', 'Smoke or a burnt smell: leave, call 119'),
        ),
      ]),
      oneOf('how', '怎么坏了', 'What is wrong', [
        choice('missing', '没有了', 'It is gone'),
        choice('expired', '过期、没压力', 'Out of date or empty'),
        choice('damaged', '坏了', 'Damaged'),
      ]),
    ],
  },
  {
    ...inPublic,
    ...limits.hazard,
    code: 'loose-part',
    group: 'hazard',
    name: { zh: '东西要掉下来', en: 'Something may fall' },
    hint: { zh: '外墙、花盆、树枝、井盖', en: 'Facade, flowerpot, branch, manhole' },
    words: ['高空', '外墙', '瓷砖', '树枝', '井盖', '塌', '广告牌', 'falling', 'tile', 'branch', 'manhole'],
    source: from(work.hazards, rule.civil),
    attributes: [
      oneOf('what', '是什么', 'What it is', [
        choice('facade', '外墙、瓷砖', 'Facade or tiles'),
        choice('balcony', '窗台上的东西', 'Things on a sill'),
        choice('tree', '树、树枝', 'A tree or branch'),
        choice('ground', '井盖、地面塌了', 'Manhole or sunken ground'),
        choice(
          'power-line',
          '电线垂下来',
          'A hanging power line',
          danger('119', '离开 8 米以外，别碰', 'Keep 8 metres away; do not touch'),
        ),
      ]),
      oneOf('below', '下面有人走吗', 'Do people pass below', [
        choice('always', '一直有', 'All the time'),
        choice('sometimes', '有时有', 'Sometimes'),
        choice('closed-off', '已经拦起来了', 'It is closed off'),
      ]),
    ],
  },
  {
    ...inPublic,
    ...limits.hazard,
    code: 'work-site',
    group: 'hazard',
    name: { zh: '店面、工地不安全', en: 'An unsafe shop or site' },
    hint: { zh: '出口堵着、电线乱拉、气瓶乱放', en: 'Blocked exit, loose wires, gas bottles' },
    words: [
      ...['安全生产', '工地', '作坊', '沿街店', '脚手架', '气瓶', '动火', '电焊'],
      ...['site', 'workshop', 'scaffold', 'welding', 'gas bottle'],
    ],
    source: from(work.atWork, rule.safetyAtWork),
    attributes: [
      oneOf('place', '是什么地方', 'What place', [
        choice('shop', '店面', 'A shop'),
        choice('workshop', '作坊、仓库', 'A workshop or store'),
        choice('site', '工地', 'A building site'),
      ]),
      manyOf('what', '哪里不安全', 'What is unsafe', [
        choice('exit', '出口堵着、锁着', 'Exit blocked or locked'),
        choice('wires', '电线乱拉', 'Loose wires'),
        choice('height', '高处没有防护', 'No guard at a height'),
        choice('pit', '坑没有围栏', 'A pit without a fence'),
        choice(
          'gas',
          '气瓶漏气、有异味',
          'A gas bottle leaks or smells',
          danger('119', '别开灯别打火，走远再打 119', 'No light, no flame; go away, then call 119'),
        ),
        choice(
          'injured',
          '有人受伤',
          'Someone is hurt',
          danger('120', '先打 120，别乱搬动', 'Call 120 first; do not move them'),
        ),
      ]),
    ],
  },
  {
    ...atTheDoorSeen,
    ...limits.help,
    code: 'check-my-shop',
    group: 'hazard',
    name: { zh: '我的店请来看看', en: 'Check my shop' },
    hint: { zh: '开店前后，看看安不安全', en: 'Before or after opening, is it safe' },
    words: ['安全生产', '开店', '营业', '小微企业', '安全检查', 'shop', 'business', 'safety check', 'open'],
    source: from(work.atWork, rule.safetyAtWork),
    attributes: [
      oneOf('kind', '什么店', 'What kind', [
        choice('food', '吃的', 'Food'),
        choice('goods', '卖东西', 'Goods'),
        choice('service', '理发、洗衣、修理', 'Hair, laundry, repairs'),
        choice('workshop', '作坊、仓库', 'Workshop or store'),
      ]),
      manyOf('what', '想看什么', 'What to look at', [
        choice('fire', '消防', 'Fire safety'),
        choice(
          'gas',
          '燃气',
          'Gas',
          danger('119', '闻到燃气味，先开门出去，别开灯', 'Smell gas: open the door, go out, no lights'),
        ),
        choice('wiring', '用电', 'Wiring'),
        choice('all', '都看一看', 'All of it'),
      ]),
    ],
  },
  {
    ...inPublic,
    ...limits.structure,
    code: 'built-in-shared-place',
    group: 'hazard',
    name: { zh: '公共地方被搭建', en: 'Something built in a shared place' },
    hint: { zh: '楼顶、院子、过道搭了棚', en: 'A shed on the roof, in the yard or corridor' },
    words: ['违章', '违建', '搭棚', '圈地', '楼顶', '隔断', 'illegal', 'shed', 'extension', 'roof'],
    source: from(rule.civil, rule.property),
    attributes: [
      oneOf('where', '在哪里', 'Where it is', [
        choice('roof', '楼顶', 'On the roof'),
        choice('yard', '院子、绿地', 'In the yard or greenery'),
        choice('corridor', '过道、楼梯间', 'In the corridor or stairs'),
        choice('road', '路上', 'On the road'),
      ]),
      oneOf('now', '现在怎么样', 'How it is now', [
        choice('building', '还在搭', 'Still being built'),
        choice('done', '搭好了', 'Finished'),
        choice(
          'leaning',
          '歪了、要倒',
          'It leans and may fall',
          danger('119', '离远一点，叫别人也别靠近，打 119', 'Keep away, warn others, call 119'),
        ),
      ]),
    ],
  },
  {
    ...inPublic,
    ...limits.complaint,
    code: 'charging-place',
    group: 'hazard',
    name: { zh: '想要个充电的地方', en: 'A place to charge e-bikes' },
    hint: { zh: '充电桩不够、坏了、太远', en: 'Too few, broken or too far' },
    words: ['充电桩', '充电棚', '电动车', '停车棚', 'charger', 'charging', 'ebike', 'shed'],
    source: from(work.fire, daily),
    attributes: [
      oneOf('what', '是什么事', 'What it is about', [
        choice('none', '附近没有', 'There is none near'),
        choice('few', '不够用', 'Too few'),
        choice(
          'broken',
          '坏了、漏电',
          'Broken or live to the touch',
          danger('119', '别碰，冒烟打 119', 'Do not touch; if it smokes call 119'),
        ),
      ]),
    ],
  },
  {
    ...inPublic,
    ...limits.help,
    code: 'loose-animals',
    group: 'hazard',
    name: { zh: '流浪猫狗', en: 'Stray cats and dogs' },
    hint: { zh: '追人、受伤、生病的', en: 'Chasing people, hurt or ill' },
    words: ['流浪狗', '流浪猫', '野狗', '咬人', '蛇', 'stray', 'dog', 'cat', 'bite', 'snake'],
    source: from(rule.animals),
    attributes: [
      oneOf('what', '是什么', 'What it is', [
        choice('dogs', '狗', 'Dogs'),
        choice('cats', '猫', 'Cats'),
        choice(
          'snake',
          '蛇',
          'A snake',
          danger('119', '别赶别抓，关好门窗，打 119', 'Do not chase it; shut doors and windows, call 119'),
        ),
        choice('other', '别的', 'Another animal'),
      ]),
      oneOf('how', '怎么了', 'What is happening', [
        choice('chasing', '追人、叫得凶', 'Chasing or threatening people'),
        choice('hurt', '受伤、生病', 'Hurt or ill'),
        choice('many', '聚了很多', 'There are many'),
        choice(
          'bitten',
          '咬到人了',
          'Someone was bitten',
          danger(
            '120',
            '先用肥皂水冲 15 分钟，去打疫苗；伤得重打 120',
            'Wash with soap for 15 minutes, then get vaccinated; badly hurt: call 120',
          ),
        ),
      ]),
    ],
  },
];
