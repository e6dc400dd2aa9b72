import type { Category } from '../category';
import { choice, manyOf, oneOf } from './build';

/** 上门帮忙: the grid worker comes to the door because someone asked. */
export const homeHelp: readonly Category[] = [
  {
    kind: 'grid',
    code: 'home-help',
    group: 'home-help',
    name: { zh: '上门帮忙', en: 'Help at home' },
    hint: { zh: '装一装、修一修、跑个腿', en: 'Fitting, mending, an errand' },
    words: [
      '跑腿',
      '代办',
      '修东西',
      '扶手',
      '搬',
      '陪看病',
      '送水',
      '送药',
      'errand',
      'repair',
      'lift',
      'carry',
    ],
    attributes: [
      oneOf('for-whom', '给谁办', 'For whom', [
        choice('me', '我', 'Me'),
        choice('family', '家里人', 'My family'),
        choice('neighbour', '邻居托我的', 'A neighbour who asked me'),
      ]),
      oneOf('help', '帮什么忙', 'What help', [
        choice('fit', '装一装', 'Fit something'),
        choice('mend', '修东西', 'Mend something'),
        choice('escort', '陪看病', 'Come along to the doctor', {
          text: { zh: '喘不上气、胸口痛，先打 120', en: 'No breath or chest pain: call 120 first' },
          call: '120',
        }),
        choice('errand', '跑腿', 'An errand'),
      ]),
      manyOf('when', '什么时候方便', 'When suits', [
        choice('morning', '上午', 'Mornings'),
        choice('afternoon', '下午', 'Afternoons'),
        choice('any', '都可以', 'Any time'),
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
  {
    kind: 'grid',
    code: 'home-visit',
    group: 'home-help',
    name: { zh: '请来家里坐坐', en: 'Come and see us' },
    hint: { zh: '老人独居、刚出院，想有人常来', en: 'Living alone, just out of hospital' },
    words: ['探望', '独居', '老人', '出院', '陪伴', 'visit', 'alone', 'elderly', 'company'],
    attributes: [
      oneOf('why', '为什么想有人来', 'Why a visit would help', [
        choice('alone', '一个人住', 'Living alone'),
        choice('after-hospital', '刚出院', 'Just out of hospital'),
        choice('newborn', '刚生孩子', 'A newborn'),
        choice('unwell', '这几天不舒服', 'Unwell these days', {
          text: { zh: '叫不醒、摔了起不来，先打 120', en: 'Will not wake or cannot get up: call 120 first' },
          call: '120',
        }),
      ]),
      oneOf('how-often', '多久来一次', 'How often', [
        choice('once', '来一次就好', 'Once'),
        choice('weekly', '每周', 'Every week'),
        choice('monthly', '每月', 'Every month'),
      ]),
    ],
    place: 'required',
    scope: 'private',
    anonymous: false,
    visit: true,
    photos: 0,
    accept: { hours: 4 },
    resolve: { days: 3 },
  },
];
