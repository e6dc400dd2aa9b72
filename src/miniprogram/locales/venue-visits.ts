import { defineTexts } from './define';

/** A resident's own visits. */
export const venueVisitTexts = defineTexts({
  'venue.title': { zh: '去过的场所', en: 'Places I went' },
  'venue.scan': { zh: '扫场所码', en: 'Scan a venue code' },
  'venue.scan.prompt': { zh: '扫门口的场所码', en: 'Scan the venue code at the door' },
  'venue.local': {
    zh: '只在这部手机里，14 天后自己删掉，不改变颜色',
    en: 'On this phone only, dropped after 14 days; no colour changes',
  },
  'venue.works-offline': {
    zh: '没有网络，照样能扫。提示是上次读到的。',
    en: 'No signal; scanning works all the same. The alerts are those read last.',
  },
  'venue.none': { zh: '还没有记录', en: 'Nothing noted yet' },
  'venue.none.about': {
    zh: '进门时扫一下场所码。以后那里有病人来过，这部手机会告诉你。',
    en: 'Scan the code as you come in. Should somebody ill have been there, this phone tells you.',
  },
  'venue.noted': { zh: '记下了：{name}', en: 'Noted: {name}' },
  'venue.noted.unchecked': {
    zh: '没有网络，这张码是真是假还没核对。',
    en: 'No signal: whether this code is a true one was not checked.',
  },
  'venue.unchecked': { zh: '没核对', en: 'not checked' },
  'venue.refused.not-a-venue-code': {
    zh: '这不是场所码，没有记。场所码贴在门口，上面写着场所的名字。',
    en: 'Not a venue code; nothing was noted. It hangs at the door with the name of the venue.',
  },
  'venue.refused.forged': {
    zh: '这张场所码是假的或者被改过，没有记。请告诉场所里的人。',
    en: 'This venue code is false or was altered; nothing was noted. Please tell those who work here.',
  },
  'venue.refused.issuer-unknown': {
    zh: '这张场所码旧了，或者出码的地方我们不认识，没有记。请告诉场所里的人换一张。',
    en: 'This venue code is out of date, or of an issuer not known here; nothing was noted. Please ask for a new one.',
  },
  'venue.refused.issued-in-future': {
    zh: '码上的时间比现在还晚，没有记。先看看这部手机的时间对不对。',
    en: 'This code is dated later than now; nothing was noted. Please check the clock of this phone.',
  },
  'venue.delete': { zh: '删掉', en: 'Delete' },
  'venue.delete.label': { zh: '删掉{time}去{name}的记录', en: 'Delete the visit to {name}, {time}' },
  'venue.delete-all': { zh: '全部删掉', en: 'Delete all' },
  'venue.delete-all.sure': {
    zh: '删掉以后，过去的场所就比不出来了。',
    en: 'Once deleted, past visits can no longer be compared.',
  },
  'venue.keep': { zh: '先留着', en: 'Keep them' },
  'venue.match.you': {
    zh: '你{times}在那里扫过码。扫码后的 2 小时都算在那里。',
    en: 'You scanned there {times}. A visit counts for 2 hours from the scan.',
  },
  'venue.match.between': { zh: '、', en: ', ' },
  'venue.match.only-here': {
    zh: '只有这部手机知道。你的颜色没有变，要不要问由你定。',
    en: 'Only this phone knows. Your colour has not changed; whether to ask is up to you.',
  },
  'venue.match.worker': { zh: '问网格员 {name}', en: 'Ask grid worker {name}' },
  'venue.match.hotline': { zh: '问 12345', en: 'Ask 12345' },
  'venue.match.hotline.hours': { zh: '全天有人接', en: 'Answered day and night' },
  'venue.match.call': { zh: '打给{name}', en: 'Call {name}' },
  'venue.list.age': { zh: '公布的提示读于{time}', en: 'Published alerts read {time}' },
  'venue.list.never': {
    zh: '还没读到公布的提示，连一次网就好。',
    en: 'Published alerts not read yet; connect once.',
  },
});
