import { defineTexts } from './define';

export const noticesTexts = defineTexts({
  'notices.title': { zh: '通知', en: 'Notices' },
  'notices.all': { zh: '全部', en: 'All' },
  'notices.unread': { zh: '未读 {count}', en: 'Unread {count}' },
  'notices.empty': { zh: '还没有通知', en: 'No notices yet' },
  'notices.empty.about': {
    zh: '停水、修路、打疫苗，这里先知道',
    en: 'Water cuts, road works, vaccination days: here first',
  },
  'notices.empty.unread': { zh: '都看过了', en: 'All read' },
  'notices.home-first': {
    zh: '选好住处，才知道哪些通知和你有关',
    en: 'Choose your home to see what concerns you',
  },
  'notices.until': { zh: '到 {time}', en: 'until {time}' },
  'notices.new': { zh: '未读', en: 'unread' },
  'notices.published': { zh: '{author} · {time} 发布', en: '{author} · {time}' },
  'notices.instruction': { zh: '要做什么', en: 'What to do' },
  'notices.to-buildings': { zh: '发给部分楼栋', en: 'For some buildings' },
  'severity.Extreme': { zh: '特急', en: 'Extreme' },
  'severity.Severe': { zh: '紧急', en: 'Severe' },
  'severity.Moderate': { zh: '注意', en: 'Moderate' },
  'severity.Minor': { zh: '一般', en: 'Minor' },
  'severity.Unknown': { zh: '一般', en: 'Plain' },
  'category.Infra': { zh: '停水停电', en: 'Utilities' },
  'category.Health': { zh: '健康', en: 'Health' },
  'category.Met': { zh: '天气', en: 'Weather' },
  'category.Transport': { zh: '出行', en: 'Transport' },
  'category.Safety': { zh: '安全', en: 'Safety' },
  'category.Fire': { zh: '消防', en: 'Fire' },
  'category.Other': { zh: '政策和其他', en: 'Policy and other' },
});
