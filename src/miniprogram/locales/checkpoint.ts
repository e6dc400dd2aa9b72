import type { Act, AskReason } from '@contract/health-code/verdict';
import type { Bilingual } from '@contract/text';
import { defineTexts } from './define';

/** What was seen is told for every reason to ask but the person's colour: nobody learns that from a gate. */
export type Seen = Exclude<AskReason, 'yellow' | 'lowered-to-yellow'>;
type EveryOne = Record<`gate.seen.${Seen}` | `gate.act.${Act}`, Bilingual>;

export const checkpointTexts = defineTexts({
  'gate.title': { zh: '{name}查验', en: '{name} checkpoint' },
  'gate.title.none': { zh: '查验', en: 'Checkpoint' },

  'gate.begin': { zh: '这台手机当一天查验点', en: 'Make this phone a checkpoint for a day' },
  'gate.begin.about': {
    zh: '扫干部给的上岗码。24 小时后自动结束，也可以提前结束。过的人不留记录。',
    en: 'Scan the set-up code from the officer. It ends after 24 hours, or when you end it. Nothing about those who pass is kept.',
  },
  'gate.begin.scan': { zh: '扫上岗码', en: 'Scan the set-up code' },
  'gate.begin.prompt': { zh: '对准干部手机上的上岗码', en: 'Scan the set-up code on the officer’s phone' },
  'gate.begin.post': { zh: '你的岗位', en: 'Your posts' },

  'gate.until': { zh: '{time} 自动结束', en: 'Ends by itself {time}' },
  'gate.scan': { zh: '扫码', en: 'Scan' },
  'gate.scan.prompt': { zh: '对准对方的健康码', en: 'Scan the health code' },
  'gate.hand-scanner': {
    zh: '有扫码枪就直接扫，不用点',
    en: 'A hand scanner works right away, no tap needed',
  },
  'gate.hour': { zh: '这个小时', en: 'This hour' },
  'gate.hour.counts': { zh: '通行 {pass} · 问 {ask} · 停 {stop}', en: 'Go {pass} · ask {ask} · stop {stop}' },
  'gate.hour.about': { zh: '只记次数，不记是谁', en: 'Only counts, nobody’s name' },
  'gate.update': { zh: '现在更新', en: 'Update now' },
  'gate.end': { zh: '结束查验', en: 'End duty' },
  'gate.end.about': {
    zh: '结束后要再查验，得有新的上岗码或岗位。',
    en: 'To start again you need a new set-up code, or a post.',
  },
  'gate.end.sure': { zh: '结束', en: 'End it' },
  'gate.end.stay': { zh: '先不结束', en: 'Stay on duty' },

  'gate.lists': { zh: '名单', en: 'Lists' },
  'gate.lists.none': { zh: '名单不全，先连网', en: 'Lists missing: connect' },
  'gate.lists.now': { zh: '名单刚更新', en: 'Lists: just now' },
  'gate.lists.minutes': { zh: '名单 {count} 分钟前更新', en: 'Lists: {count} min ago' },
  'gate.lists.hours': { zh: '名单 {count} 小时前更新', en: 'Lists: {count} h ago' },
  'gate.lists.old': { zh: '名单超过 24 小时，先连网', en: 'Lists over 24 h old: connect' },

  'gate.ill': { zh: '病了、要生了、有危险？', en: 'Ill, in labour or in danger?' },
  'gate.ill.act': { zh: '先放行，打 120。看病不用码。', en: 'Let through, call 120. Care needs no code.' },
  'gate.ill.call': { zh: '打 120', en: 'Call 120' },

  'gate.pass': { zh: '通行', en: 'Go' },
  'gate.ask': { zh: '问一下', en: 'Ask' },
  'gate.stop': { zh: '停', en: 'Stop' },
  'gate.compare': { zh: '请核对姓名', en: 'Compare the name' },
  'gate.pass.phone': { zh: '绿码 · 手机亮码', en: 'Green · shown live' },
  'gate.pass.again': { zh: '{seconds} 秒前刚扫过', en: 'Shown {seconds} s ago' },
  'gate.no-need': {
    zh: '应急结束了。来的人直接放行，不用扫，也不用问。',
    en: 'The emergency is over. Let people through: nothing to scan, nothing to ask.',
  },
  'gate.pass.no-emergency': { zh: '现在谁都不用码', en: 'Nobody needs a code now' },
  'gate.stop.about': {
    zh: '请对方在旁边等，值班的人会来',
    en: 'Ask them to wait; the duty desk is coming',
  },
  'gate.wipe': { zh: '{seconds} 秒后清除，不留记录', en: 'Gone in {seconds} s, nothing kept' },
  'gate.wiped': { zh: '已清除，没留记录', en: 'Gone. Nothing was kept.' },
  'gate.call': { zh: '打给值班 {phone}', en: 'Duty desk {phone}' },
  'gate.again': { zh: '再扫一次', en: 'Scan again' },
  'gate.next': { zh: '扫下一位', en: 'Scan the next' },
  'gate.online': { zh: '连网查', en: 'Ask online' },

  'gate.time.minutes': { zh: '{count} 分钟', en: '{count} min' },
  'gate.time.hours': { zh: '{count} 小时', en: '{count} h' },
  'gate.time.days': { zh: '{count} 天', en: '{count} days' },

  'gate.act.let-through': { zh: '放行', en: 'Let through' },
  'gate.act.scan-again': { zh: '把码放平，再扫一次', en: 'Hold the code flat, scan again' },
  'gate.act.wait-for-next-code': { zh: '等对方的码换一次，再扫', en: 'Wait for the next code, scan again' },
  'gate.act.refresh-code': { zh: '请对方连网换新码，再扫', en: 'Ask them to connect for a new code' },
  'gate.act.compare-document': { zh: '对一下证件上的名字', en: 'Compare the name with a document' },
  'gate.act.connect-to-update': { zh: '这台手机连网更新，再扫', en: 'Connect this phone, scan again' },
  'gate.act.verify-online': { zh: '连网查这一个', en: 'Ask online about this one' },
  'gate.act.check-own-clock': { zh: '看看这台手机的时间对不对', en: 'Check this device’s own clock' },
  'gate.act.call-desk': { zh: '打给值班，问怎么走', en: 'Call the duty desk' },
  'gate.act.keep-distance': { zh: '保持距离', en: 'Keep your distance' },

  'gate.seen.prefix-unknown': { zh: '这不是健康码', en: 'This is not a health code' },
  'gate.seen.too-long': { zh: '这不是健康码', en: 'This is not a health code' },
  'gate.seen.base45-invalid': { zh: '没扫全', en: 'Not read in full' },
  'gate.seen.cbor-invalid': { zh: '没扫全', en: 'Not read in full' },
  'gate.seen.compression-invalid': { zh: '没扫全', en: 'Not read in full' },
  'gate.seen.not-a-health-code': { zh: '这不是健康码', en: 'This is not a health code' },
  'gate.seen.trust-list-missing': { zh: '名单没有，或者太旧', en: 'Lists missing, or too old' },
  'gate.seen.key-newer-than-list': { zh: '这个码比名单还新', en: 'This code is newer than the lists' },
  'gate.seen.issuer-unknown': { zh: '名单里没有发这个码的地方', en: 'Issued by someone not on the list' },
  'gate.seen.issuer-not-of-county': { zh: '发码的地方对不上', en: 'The issuer does not match' },
  'gate.seen.key-out-of-term': { zh: '发码的日子对不上', en: 'The date of issue does not match' },
  'gate.seen.key-revoked': { zh: '这个码要换新的', en: 'This code has to be renewed' },
  'gate.seen.algorithm-unsupported': {
    zh: '这种码手机上查不了',
    en: 'This kind cannot be checked on a phone',
  },
  'gate.seen.expired': { zh: '这个码过期了', en: 'This code has expired' },
  'gate.seen.issued-in-future': {
    zh: '发码的时间在这台手机之后',
    en: 'Issued later than this device’s time',
  },
  'gate.seen.credential-stale': { zh: '这个码超过 24 小时没更新', en: 'Not renewed for over 24 hours' },
  'gate.seen.paper': { zh: '这是纸质码', en: 'This is a paper code' },
  'gate.seen.proof-missing': { zh: '码没带现在的证明', en: 'The code carries no proof of now' },
  'gate.seen.proof-not-now': { zh: '这个码是 {time}前的', en: 'This code is {time} old' },
  'gate.seen.proof-not-now.ahead': { zh: '这个码早了 {time}', en: 'This code is {time} ahead' },
  'gate.seen.status-missing': { zh: '缺这个码的名单', en: 'The list for this code is missing' },
  'gate.seen.status-stale': { zh: '名单超过 24 小时了', en: 'The list is over 24 hours old' },
  'gate.seen.certificate-purpose': { zh: '发证的地方不发这种证', en: 'The issuer may not attest this' },
  'gate.seen.foreign-certificate': { zh: '这是外国的证明', en: 'A certificate of another country' },
  'gate.seen.name-self-declared': { zh: '名字是自己填的', en: 'The name is self-declared' },
  'gate.seen.holder-clock-off': { zh: '对方手机慢了 {time}', en: 'That phone’s clock is {time} slow' },
  'gate.seen.holder-clock-off.ahead': { zh: '对方手机快了 {time}', en: 'That phone’s clock is {time} fast' },
  'gate.seen.own-clock-suspect': {
    zh: '一连几台手机都差 {time}',
    en: 'Several phones in a row are {time} off',
  },
} satisfies EveryOne & Record<string, Bilingual>);
