import { defineTexts } from './define';

/** For whom, under what name, and what neighbours reported already. */
export const filingTexts = defineTexts({
  'filing.seen.private': { zh: '只有你和办这件事的人看得到', en: 'Seen by you and those who handle it' },
  'filing.seen.near': {
    zh: '邻居会看到这里报过这件事，看不到是谁报的、写了什么',
    en: 'Neighbours see that this was reported here, not by whom or in what words',
  },
  'filing.for': { zh: '给谁办', en: 'For whom' },
  'filing.for.me': { zh: '我', en: 'Me' },
  'filing.for.neighbour': { zh: '邻居', en: 'A neighbour' },
  'filing.for.met-on-visit': { zh: '走访遇到的居民', en: 'Someone met on a visit' },
  'filing.for.found': { zh: '我发现的', en: 'Found by me' },
  'filing.called': { zh: '怎么称呼，不填也行', en: 'How to address them (optional)' },
  'filing.called.about': {
    zh: '只写称呼，不写证件和电话',
    en: 'Only a form of address: no document, no phone',
  },
  'filing.at-home': { zh: '{who}家', en: 'At home: {who}' },
  'filing.at-home.about': { zh: '交给 TA 住的网格', en: 'Goes to the grid where they live' },
  'filing.place.no-addresses': {
    zh: '这里还没有导入门牌，在地图上点，或者写清楚',
    en: 'No addresses have been put in here: tap the map, or write where it is',
  },
  'filing.place.not-found': {
    zh: '没找到这个门牌，在地图上点，或者写清楚',
    en: 'No such address here: tap the map, or write where it is',
  },
  'filing.anonymous': { zh: '要不要留名字', en: 'Under your name?' },
  'filing.anonymous.no': { zh: '留名字', en: 'With my name' },
  'filing.anonymous.yes': { zh: '不留名字', en: 'Without my name' },
  'filing.anonymous.about': {
    zh: '网格员和社区看不到是谁报的，回复照样到你这里。不能留语音。地点、照片和你写的话他们看得到。',
    en: 'The team never sees who reported it; replies still reach you. No voice note. They see place, photos and words.',
  },
  'filing.near': { zh: '这里已经有 {count} 位邻居报过', en: '{count} neighbours reported this here already' },
  'filing.near.one': { zh: '{when}报的 · {state}', en: 'Reported {when} · {state}' },
  'filing.near.join': { zh: '跟着看结果', en: 'Join and follow' },
  'filing.near.joined': { zh: '已经跟着，有结果告诉你', en: 'You follow it and will hear the outcome' },
  'filing.near.filed': { zh: '这是你报的', en: 'You reported this' },
  'filing.near.other': { zh: '不是同一件，照样提交', en: 'Not the same: send mine' },
  'filing.joined': { zh: '跟着的事', en: 'What you follow' },
  'filing.joined.leave': { zh: '不跟了', en: 'Leave' },
  'filing.joined.count': { zh: '{count} 位邻居在等结果', en: '{count} neighbours wait for it' },
});
