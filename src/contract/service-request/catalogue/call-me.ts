import type { Category } from '../category';
import { choice, limits, optionalOneOf } from './build';
import { daily, from, work } from './sources';

/** 请网格员打给我: for whoever would rather say it than write it. */
export const callMe: readonly Category[] = [
  {
    kind: 'grid',
    ...limits.call,
    code: 'call-me',
    group: 'home-help',
    name: { zh: '请网格员打给我', en: 'Ask my grid worker to call me' },
    hint: { zh: '留个电话，说给人听', en: 'Leave a number and say it to a person' },
    words: ['回电', '打电话', '打给我', '电话', '不会写', 'call back', 'phone', 'ring me'],
    source: from(work.atTheDoor, daily),
    attributes: [
      optionalOneOf('when', '什么时候方便接', 'When suits', [
        choice('now', '现在就行', 'Now'),
        choice('morning', '上午', 'Mornings'),
        choice('afternoon', '下午', 'Afternoons'),
      ]),
    ],
    place: 'none',
    scope: 'private',
    anonymous: false,
    callback: true,
    photos: 0,
  },
];
