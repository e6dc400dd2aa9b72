import type { Audience } from '../notice/audience';
import type { Info } from '../notice/content';
import type { NoticeMessage } from '../notice/message';
import { certainties, type MessageType, noticeCategories, severities, urgencies } from '../notice/notice';
import type { Language } from '../text';
import type { CapAlert, CapInfo } from './alert';
import { readCapMoment } from './moment';

/** What a notice can hold; what is longer ends in an ellipsis. */
const MOST = { headline: 160, description: 8000, instruction: 4000, web: 500 } as const;

function short(text: string, most: number): string {
  const letters = [...text.trim()];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : letters.join('');
}

const momentOf = (text: string | undefined, { version }: CapAlert): number | undefined =>
  text === undefined ? undefined : readCapMoment(text, version);

/** The end of the last of its blocks; undefined where one of them says none. */
export function endOf(alert: CapAlert): number | undefined {
  const ends = alert.infos.map(({ expires }) => momentOf(expires, alert));
  return ends.length === 0 || ends.includes(undefined) ? undefined : Math.max(...(ends as number[]));
}

/** What is not for residents, whatever it says: in words, for whoever looks after the feed. Undefined for all else. */
export function notForResidents(alert: CapAlert, statuses: readonly string[]): string | undefined {
  if (!statuses.includes(alert.status)) return `its status is ${alert.status}`;
  if (alert.scope !== 'Public') return `its scope is ${alert.scope}`;
  if (alert.msgType === 'Ack' || alert.msgType === 'Error') return `${alert.msgType} is between systems`;
  if (alert.msgType !== 'Cancel' && alert.infos.length === 0) return 'it says nothing: no info';
  return undefined;
}

/** CAP means American English where it says none; what is written in Chinese is Chinese all the same. */
function languageOf({ language, event, headline = '' }: CapInfo): Language {
  if (language !== undefined && language !== '') return /^zh\b/i.test(language) ? 'zh' : 'en';
  return /\p{Script=Han}/u.test(event + headline) ? 'zh' : 'en';
}

/** The first of its words of our own list that one of them is. */
const known = <T extends string>(list: readonly T[], word: string | undefined, otherwise: T): T =>
  list.find((each) => each === word) ?? otherwise;

/** The worst first. */
const rank = ({ severity }: CapInfo): number => severities.findIndex((each) => each === severity);

const headlineOf = ({ headline, event }: CapInfo): string => headline?.trim() || event.trim();

/**
 * The blocks of one language as one: the worst gives the headline, the others follow in its text. Who warns stands
 * at the end, for the notice itself is from the place.
 */
function infoOf(language: Language, [first, ...others]: readonly CapInfo[]): Info[] {
  if (!first) return [];
  const from = first.senderName?.trim();
  const description = [
    first.description?.trim(),
    ...others.map((other) => [headlineOf(other), other.description?.trim()].filter(Boolean).join('\n')),
    from && (language === 'zh' ? `发布：${from}` : `Issued by ${from}`),
  ].filter(Boolean);
  const instruction = [first, ...others].map((info) => info.instruction?.trim()).filter(Boolean);
  return [
    {
      language,
      headline: short(headlineOf(first), MOST.headline),
      description: short(description.join('\n\n'), MOST.description),
      ...(instruction.length > 0 ? { instruction: short(instruction.join('\n\n'), MOST.instruction) } : {}),
    },
  ];
}

export interface TakenFor {
  /** Whom it reaches here. */
  audience: Audience;
  /** The node it goes out from. */
  node: string;
  msgType: MessageType;
  pinyin(info: readonly Info[]): string;
}

/** Another system's alert as a message to residents. One block is its measure: the worst. */
export function messageOfAlert(
  alert: CapAlert,
  { audience, node, msgType, pinyin }: TakenFor,
): NoticeMessage {
  const worstFirst = [...alert.infos].sort((a, b) => rank(a) - rank(b));
  const [worst] = worstFirst;
  const info = (['zh', 'en'] as const).flatMap((language) =>
    infoOf(
      language,
      worstFirst.filter((each) => languageOf(each) === language),
    ),
  );
  const onset = momentOf(worst?.onset ?? worst?.effective, alert);
  const end = endOf(alert);
  const web = worst?.web?.trim() ?? '';
  return {
    msgType,
    severity: known(severities, worst?.severity, 'Unknown'),
    urgency: known(urgencies, worst?.urgency, 'Unknown'),
    certainty: known(certainties, worst?.certainty, 'Unknown'),
    category: known(noticeCategories, worst?.categories[0], 'Other'),
    info,
    authorId: null,
    authorNode: node,
    audience,
    onset: onset === undefined ? null : new Date(onset),
    expiresAt: end === undefined ? null : new Date(end),
    web: web.startsWith('https://') && web.length <= MOST.web ? web : null,
    pinned: false,
    acknowledge: false,
    knockAt: null,
    policy: null,
    attachments: [],
    approvedBy: null,
    pinyin: pinyin(info),
  };
}

/** Why a warning is over before its time, as far as its sender says so. */
export function cancelWords(alert: CapAlert, language: Language): string {
  const info = alert.infos.find((each) => languageOf(each) === language) ?? alert.infos[0];
  const said =
    [info?.headline?.trim(), info?.description?.trim()].filter(Boolean).join('\n') || alert.note?.trim();
  const otherwise = language === 'zh' ? '发布单位已经解除这条预警' : 'Its sender has ended this warning';
  return short(said || otherwise, MOST.description);
}
