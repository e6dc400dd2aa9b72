import type { Info } from '../notice/content';
import type { NoticeMessage } from '../notice/message';
import type { NoticeCategory } from '../notice/notice';
import type { Policy } from '../notice/policy';
import type { Bilingual, Language } from '../text';
import type { CapAlert, CapInfo } from './alert';
import { writeCapMoment } from './moment';
import { exceptName, geocodeOf } from './place';
import { type CapReference, writeReferences } from './references';

/** What a notice of a category is about, where its author says it in no word of their own. */
export const eventNames: Readonly<Record<NoticeCategory, Bilingual>> = {
  Geo: { zh: '地质', en: 'Ground' },
  Met: { zh: '天气', en: 'Weather' },
  Safety: { zh: '安全', en: 'Safety' },
  Security: { zh: '治安', en: 'Security' },
  Rescue: { zh: '救援', en: 'Rescue' },
  Fire: { zh: '消防', en: 'Fire' },
  Health: { zh: '健康', en: 'Health' },
  Env: { zh: '环境', en: 'Environment' },
  Transport: { zh: '出行', en: 'Transport' },
  Infra: { zh: '停水停电', en: 'Utilities' },
  CBRNE: { zh: '危险品', en: 'Hazardous materials' },
  Other: { zh: '通知', en: 'Notice' },
};

export const capLanguages: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-US' };

/** What the deployment says of itself in every alert. */
export interface CapSender {
  /** Unique in the world, and the same for ever. */
  sender: string;
  /** What is no drill and no demonstration. */
  production: boolean;
}

/** The host by which other systems reach the deployment. @param publicUrl whole */
export const senderAt = (publicUrl: string): string =>
  publicUrl.replace(/^https?:\/\//, '').replace(/[/?#].*$/, '');

/** A message of the same event; `sender` where it came from another system. */
export type Earlier = Omit<CapReference, 'sender'> & Partial<Pick<CapReference, 'sender'>>;

export interface OurMessage extends Pick<
  NoticeMessage,
  | 'msgType'
  | 'severity'
  | 'urgency'
  | 'certainty'
  | 'category'
  | 'info'
  | 'audience'
  | 'onset'
  | 'expiresAt'
  | 'web'
  | 'policy'
  | 'attachments'
> {
  identifier: string;
  sentAt: Date;
  /** The messages of its event before it, oldest first. */
  earlier: readonly Earlier[];
}

export interface Named {
  /** Of whom it is from. */
  senderName: string;
  /** Of nodes, by code. */
  names: ReadonlyMap<string, string>;
  /** Where a file that goes with a notice is fetched. */
  fileUrl(id: string): string;
}

/** A notice of ours as CAP 1.2. Who wrote it is not in it, only the place it is from. */
export function alertOfNotice(notice: OurMessage, { sender, production }: CapSender, named: Named): CapAlert {
  const earlier = notice.earlier.map((each): CapReference => ({ sender, ...each }));
  return {
    version: '1.2',
    identifier: notice.identifier,
    sender,
    sent: writeCapMoment(notice.sentAt),
    status: production ? 'Actual' : 'Test',
    msgType: notice.msgType,
    scope: 'Public',
    codes: [],
    ...(production ? {} : { note: '演示，不是真的通知 A demonstration: not a real notice' }),
    ...(earlier.length > 0 ? { references: writeReferences(earlier) } : {}),
    infos: notice.info.map((info) => infoOf(notice, info, named)),
  };
}

const said = <T>(name: string, value: T | undefined): Record<string, T> =>
  value === undefined || value === '' ? {} : { [name]: value };

function infoOf(notice: OurMessage, info: Info, { senderName, names, fileUrl }: Named): CapInfo {
  const { language } = info;
  const { category, onset, expiresAt, audience } = notice;
  return {
    language: capLanguages[language],
    categories: [category],
    event: eventNames[category][language],
    responseTypes: [],
    urgency: notice.urgency,
    severity: notice.severity,
    certainty: notice.certainty,
    eventCodes: [],
    effective: writeCapMoment(notice.sentAt),
    ...said('onset', onset ? writeCapMoment(onset) : undefined),
    ...said('expires', expiresAt ? writeCapMoment(expiresAt) : undefined),
    senderName,
    headline: info.headline,
    ...said(
      'description',
      [info.description, ...policyWords(notice.policy, language)].filter(Boolean).join('\n'),
    ),
    ...said('instruction', info.instruction),
    ...said('web', notice.web ?? undefined),
    parameters: audience.except.map((node) => ({ valueName: exceptName, value: geocodeOf(node).value })),
    resources: notice.attachments.map(({ id, name, type, bytes }) => ({
      resourceDesc: name,
      mimeType: type,
      size: String(bytes),
      uri: fileUrl(id),
    })),
    areas: [
      {
        areaDesc: areaWords(notice, names, language),
        polygons: [],
        circles: [],
        geocodes: audience.include.map(geocodeOf),
      },
    ],
  };
}

function areaWords({ audience }: OurMessage, names: Named['names'], language: Language): string {
  const listed = (nodes: readonly string[]): string =>
    nodes.map((node) => names.get(node) ?? node).join(language === 'zh' ? '、' : ', ');
  if (audience.except.length === 0) return listed(audience.include);
  const [open, close] = language === 'zh' ? ['（', '除外）'] : [' (except ', ')'];
  return `${listed(audience.include)}${open}${listed(audience.except)}${close}`;
}

/** What stands in a policy's own fields, as text: CAP has none for it. */
function policyWords(policy: Policy | null, language: Language): string[] {
  if (!policy) return [];
  const names: Readonly<Record<'who' | 'bring' | 'until' | 'hours' | 'where', Bilingual>> = {
    who: { zh: '谁可以', en: 'Who' },
    bring: { zh: '带什么', en: 'Bring' },
    until: { zh: '最后一天', en: 'Last day' },
    hours: { zh: '时间', en: 'Hours' },
    where: { zh: '地点', en: 'Where' },
  };
  const lines: [keyof typeof names, string | undefined][] = [
    ['who', policy.who.words[language] || policy.who.words.zh],
    ['bring', policy.bring[language] || policy.bring.zh],
    ['until', policy.until],
    ['hours', policy.hours?.[language] || policy.hours?.zh],
    ['where', policy.where?.[language] || policy.where?.zh],
  ];
  const colon = language === 'zh' ? '：' : ': ';
  return lines.flatMap(([name, words]) => (words ? [`${names[name][language]}${colon}${words}`] : []));
}
