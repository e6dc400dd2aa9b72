import type { Category } from '../category';
import {
  atTheDoor,
  byWord,
  choice,
  limits,
  line,
  manyOf,
  number,
  oneOf,
  optionalDay,
  paragraph,
} from './build';
import { daily, from, rule, work } from './sources';

/** 问政策: an answer, so that nobody goes in vain; a word to the community, and what it explains. */
export const policy: readonly Category[] = [
  {
    ...byWord,
    ...limits.help,
    code: 'ask-policy',
    group: 'policy',
    name: { zh: '问政策', en: 'Ask about policy' },
    hint: { zh: '问清楚，少跑一趟', en: 'Ask first, save a trip' },
    words: ['咨询', '补贴', '上学', '养老', '证明', '低保', 'subsidy', 'school', 'pension', 'certificate'],
    source: from(work.publicity, daily),
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
    anonymous: true,
  },
  {
    ...byWord,
    ...limits.complaint,
    code: 'suggestion',
    group: 'policy',
    name: { zh: '给社区提个想法', en: 'Tell the community' },
    hint: { zh: '哪里不方便、想要什么', en: 'What is awkward, what is wanted' },
    words: ['社情民意', '意见', '建议', '想法', '不满意', 'suggestion', 'idea', 'opinion', 'feedback'],
    source: from(work.opinion),
    attributes: [
      oneOf('about', '关于什么', 'What about', [
        choice('surroundings', '环境', 'Surroundings'),
        choice('safety', '安全', 'Safety'),
        choice('elderly', '老人', 'Elders'),
        choice('children', '孩子', 'Children'),
        choice('traffic', '出行', 'Getting about'),
        choice('service', '社区怎么办事', 'How the community works'),
      ]),
      paragraph('idea', '想说什么', 'What I want to say'),
    ],
    anonymous: true,
  },
  {
    ...atTheDoor,
    ...limits.help,
    code: 'explain-to-us',
    group: 'policy',
    name: { zh: '请来讲一讲', en: 'Come and explain' },
    hint: { zh: '防诈骗、消防、急救、新规定', en: 'Fraud, fire, first aid, new rules' },
    words: [
      ...['法律宣传', '普法', '讲座', '防诈骗', '演练', '急救', '宣传'],
      ...['talk', 'law', 'fraud', 'drill', 'first aid'],
    ],
    source: from(work.publicity),
    attributes: [
      manyOf('about', '想听什么', 'What about', [
        choice('fraud', '防诈骗', 'Fraud'),
        choice('fire', '消防演练', 'A fire drill'),
        choice('first-aid', '急救', 'First aid'),
        choice('law', '租房、劳动、婚姻的法', 'Law on renting, work, marriage'),
        choice('phone', '手机怎么用', 'How to use a phone'),
        choice('rules', '新规定', 'New rules'),
      ]),
      number('people', '大概几个人听', 'About how many of us'),
      optionalDay('day', '哪天好', 'Which day suits'),
    ],
  },
  {
    ...atTheDoor,
    ...limits.help,
    code: 'hardship',
    group: 'policy',
    name: { zh: '日子有难处', en: 'Hard times' },
    hint: { zh: '低保、临时救助、残疾补贴', en: 'Allowances and one-time support' },
    words: [
      ...['低保', '救助', '困难', '失业', '残疾', '补助', '特困', '看不起病'],
      ...['hardship', 'allowance', 'benefit', 'disabled', 'poor', 'jobless'],
    ],
    source: from(rule.support),
    attributes: [
      manyOf('what', '难在哪里', 'What is hard', [
        choice('income', '收入不够', 'Not enough income'),
        choice('illness', '生病花钱', 'The cost of an illness'),
        choice('sudden', '突然出了事', 'Something sudden'),
        choice('disability', '身体残疾', 'A disability'),
        choice('school', '孩子上学', 'A child’s school'),
        choice('other', '别的', 'Something else'),
      ]),
    ],
  },
  {
    ...atTheDoor,
    ...limits.help,
    code: 'papers-for-me',
    group: 'policy',
    name: { zh: '帮我代办', en: 'Papers done for me' },
    hint: { zh: '走不动、不会用手机，请人代跑', en: 'I cannot go or cannot use the phone for it' },
    words: ['代办', '帮办', '证明', '盖章', '老年卡', '社保', '年审', 'papers', 'form', 'card', 'stamp'],
    source: from(work.atTheDoor, daily),
    attributes: [
      oneOf('what', '办什么', 'What papers', [
        choice('certificate', '开证明', 'A certificate'),
        choice('elder-card', '老年卡、优待证', 'An elder’s card'),
        choice('pension', '养老金资格确认', 'Pension confirmation'),
        choice('insurance', '医保、社保', 'Insurance'),
        choice('other', '别的', 'Something else'),
      ]),
      oneOf('why', '为什么要代办', 'Why for me', [
        choice('cannot-walk', '走不动', 'I cannot walk so far'),
        choice('phone', '不会用手机', 'I cannot use a phone for it'),
        choice('time', '上班走不开', 'I am at work'),
      ]),
    ],
  },
];
