import type { Category } from '../category';
import { atTheDoor, atTheDoorSeen, choice, danger, limits, manyOf, oneOf } from './build';
import { daily, from, rule, work } from './sources';

/** 上门帮忙: the grid worker comes to the door because someone asked. */
export const homeHelp: readonly Category[] = [
  {
    ...atTheDoorSeen,
    ...limits.help,
    code: 'home-help',
    group: 'home-help',
    name: { zh: '上门帮忙', en: 'Help at home' },
    hint: { zh: '装一装、修一修、跑个腿', en: 'Fitting, mending, an errand' },
    words: [
      ...['跑腿', '代办', '修东西', '扶手', '搬', '陪看病', '送水', '送药'],
      ...['errand', 'repair', 'lift', 'carry'],
    ],
    source: from(work.atTheDoor),
    attributes: [
      oneOf('help', '帮什么忙', 'What help', [
        choice('fit', '装一装', 'Fit something'),
        choice('mend', '修东西', 'Mend something'),
        choice(
          'escort',
          '陪看病',
          'Come along to the doctor',
          danger('120', '喘不上气、胸口痛，先打 120', 'No breath or chest pain: call 120 first'),
        ),
        choice('errand', '跑腿', 'An errand'),
      ]),
      manyOf('when', '什么时候方便', 'When suits', [
        choice('morning', '上午', 'Mornings'),
        choice('afternoon', '下午', 'Afternoons'),
        choice('any', '都可以', 'Any time'),
      ]),
    ],
  },
  {
    ...atTheDoor,
    ...limits.help,
    code: 'home-visit',
    group: 'home-help',
    name: { zh: '请来家里坐坐', en: 'Come and see us' },
    hint: { zh: '老人独居、刚出院，想有人常来', en: 'Living alone, just out of hospital' },
    words: ['探望', '独居', '老人', '出院', '陪伴', 'visit', 'alone', 'elderly', 'company'],
    source: from(work.atTheDoor, rule.elderly),
    attributes: [
      oneOf('why', '为什么想有人来', 'Why a visit would help', [
        choice('alone', '一个人住', 'Living alone'),
        choice('after-hospital', '刚出院', 'Just out of hospital'),
        choice('newborn', '刚生孩子', 'A newborn'),
        choice(
          'unwell',
          '这几天不舒服',
          'Unwell these days',
          danger('120', '叫不醒、摔了起不来，先打 120', 'Will not wake or cannot get up: call 120 first'),
        ),
      ]),
      oneOf('how-often', '多久来一次', 'How often', [
        choice('once', '来一次就好', 'Once'),
        choice('weekly', '每周', 'Every week'),
        choice('monthly', '每月', 'Every month'),
      ]),
    ],
  },
  {
    ...atTheDoor,
    ...limits.sameDay,
    code: 'look-in',
    group: 'home-help',
    name: { zh: '上门探访', en: 'Look in on my family' },
    hint: { zh: '家人电话打不通，请人当天去看看', en: 'No answer on the phone: somebody goes the same day' },
    words: [
      ...['电话不接', '打不通', '联系不上', '爸妈', '老人', '独居', '去看看'],
      ...['no answer', 'parents', 'check on', 'look in', 'alone'],
    ],
    source: from(work.atTheDoor, rule.elderly),
    attributes: [
      oneOf('for-whom', '请去看谁', 'Whom to look in on', [
        choice('parent', '爸妈', 'My parents'),
        choice('elder', '家里别的老人', 'Another elder of my family'),
        choice('relative', '别的家人', 'Another of my family'),
      ]),
      oneOf('since', '多久没联系上', 'No answer since', [
        choice('hours', '几个小时', 'Some hours'),
        choice('day', '一天了', 'A day'),
        choice('longer', '更久', 'Longer'),
      ]),
      oneOf('worry', '担心什么', 'What worries me', [
        choice('just-no-answer', '就是没人接', 'There is no answer, that is all'),
        choice('frail', '身体一直不好', 'They have been unwell'),
        choice(
          'fell',
          '怕是摔了、病了',
          'They may have fallen or be ill',
          danger('120', '说过不舒服、听到呼救，先打 120', 'They felt ill or called out: call 120 first'),
        ),
        choice(
          'smoke-or-gas',
          '邻居闻到烟味、燃气味',
          'Neighbours smell smoke or gas',
          danger('119', '先打 119，请邻居别按门铃、别开灯', 'Call 119 first; no bell, no light switch'),
        ),
      ]),
    ],
    visit: false,
    danger: danger(
      '120',
      '家人说过不舒服、听到呼救，先打 120；怕有人闯进去，打 110',
      'They felt ill or called out: call 120 first; an intruder: 110',
    ),
  },
  {
    ...atTheDoor,
    ...limits.help,
    code: 'meals',
    group: 'home-help',
    name: { zh: '老人吃饭', en: 'Meals for elders' },
    hint: { zh: '社区食堂、送餐到家', en: 'The community canteen, or brought home' },
    words: ['助餐', '食堂', '送餐', '做饭', '老年食堂', 'meals', 'canteen', 'food', 'cooking'],
    source: from(rule.elderly, daily),
    attributes: [
      oneOf('how', '怎么吃', 'How', [
        choice('canteen', '去食堂吃', 'At the canteen'),
        choice('delivered', '送到家', 'Brought home'),
      ]),
      manyOf('meals', '哪几顿', 'Which meals', [
        choice('lunch', '中饭', 'Lunch'),
        choice('supper', '晚饭', 'Supper'),
      ]),
    ],
  },
  {
    ...atTheDoorSeen,
    ...limits.help,
    code: 'home-safety-check',
    group: 'home-help',
    name: { zh: '家里安全请来看看', en: 'Check my home for safety' },
    hint: { zh: '老电线、燃气管、烟雾报警器', en: 'Old wiring, gas hose, smoke alarm' },
    words: [
      ...['烟感', '报警器', '电线老化', '燃气管', '灭火器', '消防', '独居'],
      ...['smoke alarm', 'wiring', 'gas hose', 'safety check', 'fire'],
    ],
    source: from(work.fire, rule.fire),
    attributes: [
      manyOf('what', '想看什么', 'What to look at', [
        choice('wiring', '电线、插座', 'Wiring and sockets'),
        choice(
          'gas',
          '燃气管、灶',
          'Gas hose and stove',
          danger('119', '闻到燃气味，先开窗出门，别开灯', 'Smell gas: open a window, go out, no lights'),
        ),
        choice('alarm', '装烟雾报警器', 'Fit a smoke alarm'),
        choice('escape', '着火了怎么逃', 'How to get out in a fire'),
        choice('all', '都看一看', 'All of it'),
      ]),
    ],
  },
  {
    ...atTheDoorSeen,
    ...limits.sameDay,
    code: 'storm-help',
    group: 'home-help',
    name: { zh: '台风暴雨要帮忙', en: 'Help before a storm' },
    hint: { zh: '搬东西、挡水、去安置点', en: 'Moving things, keeping water out, going to a shelter' },
    words: [
      ...['防汛', '防台', '台风', '暴雨', '淹水', '沙袋', '安置点', '转移', '下雪', '结冰'],
      ...['storm', 'typhoon', 'flood', 'sandbags', 'shelter', 'snow'],
    ],
    source: from(work.atTheDoor, rule.floods),
    attributes: [
      manyOf('help', '要帮什么', 'What help', [
        choice('carry', '低的东西搬高', 'Carry things up'),
        choice('water', '门口挡水', 'Keep water out at the door'),
        choice('shelter', '送去安置点', 'A way to the shelter'),
        choice('supplies', '水、药、吃的', 'Water, medicine, food'),
      ]),
      oneOf('now', '现在怎么样', 'How it is now', [
        choice('dry', '还没进水', 'Still dry'),
        choice('wet', '进水了', 'Water is in'),
        choice(
          'trapped',
          '出不去了',
          'Cannot get out',
          danger('119', '断电、往高处走，打 119', 'Power off, go up, call 119'),
        ),
      ]),
    ],
    visit: false,
  },
];
