import { defineTexts } from './define';

export const welcomeTexts = defineTexts({
  'welcome.demo': { zh: '演示：你想当谁', en: 'Demo: who would you like to be?' },
  'welcome.demo.about': { zh: '这里的人和地方都是编的。', en: 'People and places here are invented.' },
  'welcome.home.search': { zh: '搜小区、路名或社区', en: 'Estate, road or community' },
  'welcome.home.locate': { zh: '用我的位置找', en: 'Find by my position' },
  'welcome.home.unknown': {
    zh: '这个位置不在已有的网格里。搜一下，或者选“不确定”。',
    en: 'No grid there. Search, or choose “not sure”.',
  },
});
