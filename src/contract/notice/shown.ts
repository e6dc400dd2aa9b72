import { isEmergency, type MessageType, type NoticeCategory, type Severity } from './notice';

interface Hung {
  msgType: MessageType;
  severity: Severity;
  category: NoticeCategory;
  pinned: boolean;
  /** RFC 3339. */
  expiresAt: string | null;
}

/** Not over at a moment (epoch ms). What was cancelled stands, struck through, until it would have been over. */
export const isOn = ({ expiresAt }: Pick<Hung, 'expiresAt'>, now: number): boolean =>
  expiresAt === null || Date.parse(expiresAt) > now;

/** A kind that somebody wants to hear nothing of; what life may hang on is heard all the same. */
export const isMuted = (
  { severity, category }: Pick<Hung, 'severity' | 'category'>,
  muted: readonly NoticeCategory[],
): boolean => !isEmergency(severity) && muted.includes(category);

/** Life may hang on it, and it holds. */
export const isAlarm = ({ msgType, severity }: Pick<Hung, 'msgType' | 'severity'>): boolean =>
  msgType !== 'Cancel' && isEmergency(severity);

/** Above all others, whatever is filtered. */
export const isOnTop = (notice: Pick<Hung, 'msgType' | 'severity' | 'pinned'>): boolean =>
  isAlarm(notice) || (notice.msgType !== 'Cancel' && notice.pinned);

/** What stands above every tab: Extreme as long as it holds, Severe until it has been read. */
export const standsAbove = (notice: Pick<Hung, 'msgType' | 'severity'> & { read: boolean }): boolean =>
  isAlarm(notice) && (notice.severity === 'Extreme' || !notice.read);
