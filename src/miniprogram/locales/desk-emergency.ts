import { defineTexts } from './define';

export const deskEmergencyTexts = defineTexts({
  'desk.emergency.title': { zh: '应急', en: 'Emergency' },
  'desk.emergency.in-force': { zh: '应急中 · {level} 级', en: 'In force · level {level}' },
  'desk.emergency.none': { zh: '现在没有应急', en: 'No emergency is in force' },
  'desk.emergency.none.about': {
    zh: '没有应急就没有码。办事和通知照常。',
    en: 'Outside one there is no code. Requests and notices go on.',
  },
  'desk.emergency.deleting': {
    zh: '上一次的数据正在删，删完才能再启动。',
    en: 'What the last one brought is being deleted; another opens after that.',
  },
  'desk.emergency.until': { zh: '到什么时候', en: 'Until' },
  'desk.emergency.since': { zh: '什么时候启动', en: 'Since' },
  'desk.emergency.basis': { zh: '依据', en: 'Rests on' },
  'desk.emergency.gates': { zh: '在哪里查码', en: 'Where codes are asked for' },
  'desk.emergency.open': { zh: '启动应急', en: 'Open one' },
  'desk.emergency.renew': { zh: '延长', en: 'Renew' },
  'desk.emergency.end': { zh: '结束应急', en: 'End it' },
  'desk.emergency.county-only': {
    zh: '启动、延长、结束，要两位区县的干部。',
    en: 'Opening, renewing and ending take two officers of the county.',
  },
  'desk.emergency.two': {
    zh: '这是提请。要另一位区县干部签了才算数，都会记进公开的日志。',
    en: 'This proposes it. It counts when a second officer of the county signs, and all of it stands in the log.',
  },
  'desk.emergency.end.means': {
    zh: '签了以后，谁都不用码。申报、颜色、凭证、证据和申诉全部删掉，备份里的也读不出来，找不回来。',
    en: 'Once signed nobody needs a code. Declarations, colours, codes, evidence and appeals are deleted, unreadable in backups too, and cannot be brought back.',
  },
  'desk.emergency.level': { zh: '级别', en: 'Level' },
  'desk.emergency.level.of': { zh: '{level} 级', en: 'Level {level}' },
  'desk.emergency.basis.zh': { zh: '依据的文件（中文）', en: 'The document (Chinese)' },
  'desk.emergency.basis.zh.hint': { zh: '名称和文号', en: 'Its name and number' },
  'desk.emergency.basis.en': { zh: '依据的文件（英文）', en: 'The document (English)' },
  'desk.emergency.days': { zh: '多久，最长 90 天', en: 'For how long, 90 days at most' },
  'desk.emergency.days.of': { zh: '{days} 天', en: '{days} days' },
  'desk.emergency.reason': { zh: '为什么', en: 'Why' },
  'desk.emergency.propose': { zh: '提请', en: 'Propose' },
  'desk.emergency.back': { zh: '先不办', en: 'Not now' },
  'desk.emergency.proposed': { zh: '已提请', en: 'Proposed' },
  'desk.emergency.proposed.about': {
    zh: '等另一位区县干部签。签之前什么都不变。',
    en: 'It waits for a second officer of the county. Nothing changes before.',
  },
  'desk.emergency.record': { zh: '公开记录', en: 'Public record' },
});
