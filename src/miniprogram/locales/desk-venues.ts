import { defineTexts } from './define';

/** The officers' venues, their posters and their exposure notices. */
export const deskVenueTexts = defineTexts({
  'desk.venues.title': { zh: '场所码', en: 'Venue codes' },
  'desk.venues.none': { zh: '还没有场所', en: 'No venue yet' },
  'desk.venues.none.about': {
    zh: '加一个，打印海报贴在门口',
    en: 'Add one, print its poster, put it at the door',
  },
  'desk.venues.poster': { zh: '海报', en: 'Poster' },
  'desk.venues.poster.label': { zh: '{name}的海报', en: 'Poster of {name}' },
  'desk.venues.notice': { zh: '发提示', en: 'Publish an alert' },
  'desk.venues.notice.label': { zh: '发提示：{name}', en: 'Publish an alert on {name}' },
  'desk.venues.add': { zh: '加一个场所', en: 'Add a venue' },
  'desk.venues.name': { zh: '叫什么', en: 'Name' },
  'desk.venues.name.hint': { zh: '比如“桂语菜场”', en: 'e.g. “Guiyu market”' },
  'desk.venues.where': { zh: '在哪里', en: 'Where' },
  'desk.venues.finer': { zh: '再细一点，不选也行', en: 'More exactly (optional)' },
  'desk.venues.add.act': { zh: '加上', en: 'Add it' },
  'desk.venues.off': { zh: '先不加', en: 'Not now' },
  'desk.venues.print': { zh: '打印海报', en: 'Print the poster' },
  'desk.venues.print.said': {
    zh: 'A4 纸，贴在进门看得见的地方',
    en: 'On A4, where people see it as they come in',
  },
  'desk.venues.no-printer': {
    zh: '手机上不打印。请在电脑上打开 {address}，进“我的”里的“场所码”。',
    en: 'A phone does not print. On a computer open {address}, then “Venue codes” under “Me”.',
  },
  'desk.venues.back': { zh: '回去', en: 'Back' },
  'desk.venues.published': { zh: '公布着的提示', en: 'Published alerts' },
  'desk.venues.withdraw': { zh: '撤下', en: 'Withdraw' },
  'desk.venues.withdraw.label': { zh: '撤下{name}{time}的提示', en: 'Withdraw the alert on {name}, {time}' },
  'desk.venues.withdraw.sure': {
    zh: '撤下以后，去过的人就看不到这一条了。',
    en: 'Once withdrawn, those who were there see it no more.',
  },
  'desk.venues.withdraw.keep': { zh: '先不撤', en: 'Not yet' },
  'desk.exposure.title': { zh: '{name}的提示', en: 'Alert on {name}' },
  'desk.exposure.day': { zh: '哪一天', en: 'Which day' },
  'desk.exposure.from': { zh: '从几点', en: 'From' },
  'desk.exposure.until': { zh: '到几点', en: 'Until' },
  'desk.exposure.time.hint': { zh: '比如 9:30', en: 'e.g. 9:30' },
  'desk.exposure.times': {
    zh: '时间写成 9:30 这样，先开始后结束，不晚于现在。',
    en: 'Times like 9:30, start before end, not later than now.',
  },
  'desk.exposure.advice': { zh: '请他们怎么做', en: 'What to do (Chinese)' },
  'desk.exposure.advice.en': { zh: '英文', en: 'In English' },
  'desk.exposure.next': { zh: '看一遍', en: 'Look at it' },
  'desk.exposure.check': { zh: '再看一遍', en: 'Check it' },
  'desk.exposure.residents-see': {
    zh: '那时候扫过码的人，手机上会看到',
    en: 'Those who scanned at that time will see',
  },
  'desk.exposure.reach': {
    zh: '公布给所有人，只在各人手机上比对。谁看到了，这里不知道。不改变任何人的颜色。',
    en: 'Published to all, compared on each phone. Who sees it is not known here. Nobody’s colour changes.',
  },
  'desk.exposure.change': { zh: '改一改', en: 'Change' },
  'desk.exposure.send': { zh: '公布', en: 'Publish' },
  'desk.exposure.send.said': { zh: '公布以后可以撤下', en: 'It can be withdrawn later' },
  'desk.exposure.advice.usual': {
    zh: '这两周留意身体。发热或咳嗽就先打电话问，再出门。',
    en: 'For two weeks, mind how you feel. With a fever or a cough, call before you go out.',
  },
  // On the poster itself, in both languages at once.
  'poster.title': { zh: '场所码', en: 'Venue code' },
  'poster.scan': {
    zh: '进门用邻里扫一下，只记在你自己的手机里',
    en: 'Scan with Linli as you come in; it is kept on your own phone only',
  },
  'poster.no-colour': {
    zh: '不上传，不改变颜色。不扫也能进。',
    en: 'Nothing is sent, no colour changes. You may come in without it.',
  },
});
