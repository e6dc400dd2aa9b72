import { defineTexts } from './define';

/** The first minute: privacy, sign-in, home, name. */
export const firstMinuteTexts = defineTexts({
  'welcome.unsaved': {
    zh: '没存上，内容都还在。有网了再点一次。',
    en: 'Not saved. Nothing is lost; tap again once you are online.',
  },
  'welcome.step': { zh: '第 {step} 步，共 3 步', en: 'Step {step} of 3' },
  'welcome.privacy': { zh: '先说清楚：收什么，为什么', en: 'First: what is collected, and why' },
  'welcome.agree': { zh: '同意，继续', en: 'Agree and go on' },
  'welcome.decline': { zh: '不同意，先看看', en: 'No, just look around' },
  'welcome.sign-in': { zh: '登录', en: 'Sign in' },
  'welcome.sign-in.wechat': { zh: '用微信登录', en: 'Sign in with WeChat' },
  'welcome.sign-in.invite': { zh: '用社区给的邀请码', en: 'With an invitation from the community' },
  'welcome.invite': { zh: '邀请码', en: 'Invitation' },
  'welcome.home': { zh: '你家在哪一块？', en: 'Where do you live?' },
  'welcome.home.about': {
    zh: '选好就知道谁是你的网格员。不开定位也行。',
    en: 'It tells who your grid worker is. No need to share your position.',
  },
  'welcome.home.between': {
    zh: '你在两个网格边上，选一个',
    en: 'You are on the edge of two grids: choose one',
  },
  'welcome.home.none-found': {
    zh: '没搜到。换个说法，或者选“不确定”。',
    en: 'Nothing found. Try other words, or “not sure”.',
  },
  'welcome.home.here': { zh: '就是这里', en: 'This is it' },
  'welcome.home.unsure': { zh: '不确定，请社区帮我选', en: 'Not sure; let the community choose' },
  'welcome.home.worker': { zh: '网格员 {name}', en: 'Grid worker {name}' },
  'welcome.home.list': { zh: '网格一览', en: 'List of grids' },
  'welcome.name': { zh: '怎么称呼你？', en: 'What is your name?' },
  'welcome.name.about': {
    zh: '和证件上一样，门岗才对得上。别人只看到“张*兰”。',
    en: 'As on your document, so a guard can compare it. Others see it masked.',
  },
  'welcome.name.field': { zh: '名字', en: 'Name' },
  'welcome.done': { zh: '好了', en: 'Done' },
  'common.chosen': { zh: '已选', en: 'chosen' },
});
