import type { Category } from '../category';
import { hotline } from './referral';
import { from, rule } from './sources';

const allDay = { zh: '24 小时', en: '24 hours' };

/** 不归网格管, and answered by a number that holds for the whole country. */
export const hotlines: readonly Category[] = [
  {
    kind: 'referral',
    code: 'gas',
    group: 'referral',
    name: { zh: '燃气', en: 'Gas' },
    hint: { zh: '闻到燃气味先出门，再打电话', en: 'Smell gas: go out first, then call' },
    words: ['煤气', '天然气', '漏气', '停气', '灶', '燃气费', 'gas', 'smell', 'leak', 'stove'],
    source: from(rule.gas),
    why: {
      zh: '燃气管和表由燃气公司修。闻到燃气味：别开灯、别按开关，开窗，出门再打 119。',
      en: 'Pipes and meters are the gas company’s. Smell gas: no lights or switches, open a window, go out, call 119.',
    },
    answeredBy: ['gas'],
    danger: {
      text: {
        zh: '闻到燃气味：开窗，别开灯，出了门再打',
        en: 'Smell gas: open a window, no lights, call from outside',
      },
      call: '119',
    },
    contacts: [
      {
        name: { zh: '漏气、着火', en: 'A leak or fire' },
        call: '119',
        hours: { zh: '出了门再打', en: 'Call from outside' },
      },
      {
        name: { zh: '燃气抢修', en: 'Gas repairs' },
        hours: allDay,
        where: { zh: '电话印在燃气表和缴费单上', en: 'The number is on the meter and the bill' },
      },
      hotline,
    ],
  },
  {
    kind: 'referral',
    code: 'home-violence',
    group: 'referral',
    name: { zh: '在家被打、被吓', en: 'Hurt or threatened at home' },
    hint: { zh: '先到安全的地方，再打 110', en: 'Get to safety, then call 110' },
    words: ['家暴', '打人', '虐待', '威胁', '保护令', '妇联', 'violence', 'abuse', 'hurt', 'threat'],
    source: from(rule.violence),
    why: {
      zh: '这归警察管，不用自己扛，也不用先调解。不方便说话，发短信到 12110，写清在哪里。',
      en: 'This is for the police, not for you alone, and not for mediation. Cannot speak: text 12110, saying where.',
    },
    danger: {
      text: { zh: '现在就有危险，先打 110', en: 'In danger now: call 110 first' },
      call: '110',
    },
    contacts: [
      {
        name: { zh: '报警', en: 'Police' },
        call: '110',
        hours: { zh: '不方便说话，发短信到 12110', en: 'Cannot speak: text 12110' },
      },
      {
        name: { zh: '妇女维权热线', en: 'Women’s rights line' },
        call: '12338',
        hours: { zh: '保护令怎么申请，也可以问', en: 'Also how to ask for a protection order' },
      },
      hotline,
    ],
  },
  {
    kind: 'referral',
    code: 'fraud',
    group: 'referral',
    name: { zh: '被骗了', en: 'Cheated of money' },
    hint: { zh: '先停下转账，马上打 110', en: 'Stop paying, call 110 at once' },
    words: ['诈骗', '转账', '骗钱', '刷单', '验证码', '反诈', 'fraud', 'scam', 'cheated', 'transfer'],
    source: from(rule.fraud),
    why: {
      zh: '追钱归警察管，早一分钟多一分希望。留好转账记录和聊天记录。',
      en: 'Tracing money is for the police, and minutes count. Keep the records of payments and chats.',
    },
    contacts: [
      { name: { zh: '报警', en: 'Police' }, call: '110', hours: allDay },
      {
        name: { zh: '反诈专线', en: 'Anti-fraud line' },
        call: '96110',
        hours: { zh: '拿不准是不是骗子，打去问', en: 'Not sure whether it is fraud: ask' },
      },
      hotline,
    ],
  },
  {
    kind: 'referral',
    code: 'low-spirits',
    group: 'referral',
    name: { zh: '心里难受', en: 'Low spirits' },
    hint: { zh: '有人听你说', en: 'Somebody will listen' },
    words: ['心理', '抑郁', '睡不着', '想不开', '焦虑', 'mind', 'depressed', 'anxious', 'sleepless'],
    source: from(rule.mentalHealth),
    why: {
      zh: '听你说话的是受过训练的人，网格里不留记录。自己或家人有危险，先打 120。',
      en: 'Those who listen are trained, and the grid keeps no record. In danger, you or your family: call 120 first.',
    },
    danger: {
      text: { zh: '伤了自己、吃了药，先打 120', en: 'Hurt, or pills were taken: call 120 first' },
      call: '120',
    },
    contacts: [
      {
        name: { zh: '心理援助热线', en: 'Help line' },
        call: '12356',
        hours: { zh: '不用说名字', en: 'No name needed' },
      },
      { name: { zh: '急救', en: 'Ambulance' }, call: '120', hours: allDay },
      hotline,
    ],
  },
  {
    kind: 'referral',
    code: 'wages',
    group: 'referral',
    name: { zh: '工资没发、工伤', en: 'Unpaid wages, hurt at work' },
    hint: { zh: '归人社局管', en: 'The labour bureau’s job' },
    words: ['欠薪', '讨薪', '劳动合同', '工伤', '社保没交', 'wages', 'unpaid', 'job', 'injury at work'],
    source: from(rule.wages),
    why: {
      zh: '查工资、认工伤归人力资源和社会保障局，他们能上门查账，网格员不能。',
      en: 'Wages and injuries at work are the labour bureau’s. They may look into the books; your grid worker may not.',
    },
    contacts: [{ name: { zh: '人社服务', en: 'Labour service' }, call: '12333' }, hotline],
  },
  {
    kind: 'referral',
    code: 'shopping',
    group: 'referral',
    name: { zh: '买东西吃亏了', en: 'Bought something bad' },
    hint: { zh: '归市场监管局管', en: 'The market regulator’s job' },
    words: ['退货', '假货', '过期', '涨价', '食品', '消费', '短斤少两', 'refund', 'fake', 'food', 'price'],
    source: from(rule.consumers),
    why: {
      zh: '退款、假货、食品和价格归市场监管局。留好小票和照片。',
      en: 'Refunds, fakes, food and prices are the market regulator’s. Keep the receipt and photos.',
    },
    contacts: [{ name: { zh: '市场监管', en: 'Market regulator' }, call: '12315' }, hotline],
  },
  {
    kind: 'referral',
    code: 'legal-aid',
    group: 'referral',
    name: { zh: '打官司、请律师', en: 'Courts and lawyers' },
    hint: { zh: '先免费问一问', en: 'Ask first, free of charge' },
    words: ['法律援助', '律师', '离婚', '合同', '遗产', '起诉', 'lawyer', 'legal aid', 'court', 'divorce'],
    source: from(rule.legalAid),
    why: {
      zh: '律师的话才算数，网格员说的不算。付不起律师费，可以申请法律援助。',
      en: 'What counts is a lawyer’s word, not a grid worker’s. Who cannot pay can ask for legal aid.',
    },
    contacts: [
      {
        name: { zh: '法律服务热线', en: 'Legal service line' },
        call: '12348',
        hours: { zh: '有律师接听', en: 'Lawyers answer' },
      },
      hotline,
    ],
  },
  {
    kind: 'referral',
    code: 'road-traffic',
    group: 'referral',
    name: { zh: '撞车、路上堵死', en: 'A crash, a blocked road' },
    hint: { zh: '归交警管', en: 'The traffic police’s job' },
    words: ['车祸', '交通事故', '红绿灯', '违停', '交警', 'crash', 'accident', 'traffic', 'lights'],
    source: from(rule.traffic),
    why: {
      zh: '马路上的事故和违停归交警。有人受伤，先打 120。',
      en: 'Crashes and parking on public roads are for the traffic police. Somebody hurt: call 120 first.',
    },
    danger: {
      text: { zh: '有人受伤，先打 120', en: 'Somebody is hurt: call 120 first' },
      call: '120',
    },
    contacts: [
      { name: { zh: '交警', en: 'Traffic police' }, call: '122', hours: allDay },
      { name: { zh: '急救', en: 'Ambulance' }, call: '120', hours: allDay },
      hotline,
    ],
  },
  {
    kind: 'referral',
    code: 'identity-papers',
    group: 'referral',
    name: { zh: '身份证、户口', en: 'Identity card, household register' },
    hint: { zh: '归派出所管', en: 'The police station’s job' },
    words: ['身份证', '户口本', '迁户口', '落户', '派出所', '改名', 'identity card', 'household', 'hukou'],
    source: from(rule.identity),
    why: {
      zh: '办证和迁户口要到派出所，网格里办不了，也不收证件。',
      en: 'Cards and the register are the police station’s. The grid cannot do it, and takes no papers.',
    },
    contacts: [
      {
        name: { zh: '派出所户籍窗口', en: 'Registry at the police station' },
        where: {
          zh: '带上旧证件，去户籍地或住地的派出所',
          en: 'With the old papers, where you are registered or live',
        },
      },
      hotline,
    ],
  },
];
