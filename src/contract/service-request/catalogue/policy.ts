import type { Category } from '../category';
import { choice, line, oneOf } from './build';

/** 问政策: an answer, so that nobody goes in vain. */
export const policy: readonly Category[] = [
  {
    kind: 'grid',
    code: 'ask-policy',
    group: 'policy',
    name: { zh: '问政策', en: 'Ask about policy' },
    hint: { zh: '问清楚，少跑一趟', en: 'Ask first, save a trip' },
    words: ['咨询', '补贴', '上学', '养老', '证明', '低保', 'subsidy', 'school', 'pension', 'certificate'],
    attributes: [
      oneOf('about', '关于什么', 'What about', [
        choice('elderly', '老人', 'The elderly'),
        choice('school', '孩子上学', 'School'),
        choice('housing', '住房', 'Housing'),
        choice('support', '困难帮扶', 'Support in hardship'),
        choice('papers', '开证明', 'Papers'),
        choice('other', '别的', 'Something else'),
      ]),
      line('question', '想问什么', 'The question'),
    ],
    place: 'none',
    scope: 'private',
    anonymous: true,
    photos: 3,
    accept: { hours: 4 },
    resolve: { days: 3 },
  },
];
