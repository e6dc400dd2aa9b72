/** Fields after OASIS CAP 1.2; the values are the standard's own words. */
export const messageTypes = ['Alert', 'Update', 'Cancel'] as const;
export type MessageType = (typeof messageTypes)[number];

export const severities = ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'] as const;
export type Severity = (typeof severities)[number];

export const urgencies = ['Immediate', 'Expected', 'Future', 'Past', 'Unknown'] as const;
export type Urgency = (typeof urgencies)[number];

export const certainties = ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown'] as const;
export type Certainty = (typeof certainties)[number];

/** They go past quiet hours and mutes, and above every tab. */
export const isEmergency = (severity: Severity): boolean => severity === 'Extreme' || severity === 'Severe';

/** What a notice is, to whoever reads it: news, or a policy that somebody is entitled to. */
export const noticeKinds = ['notice', 'policy'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const noticeCategories = [
  'Geo',
  'Met',
  'Safety',
  'Security',
  'Rescue',
  'Fire',
  'Health',
  'Env',
  'Transport',
  'Infra',
  'CBRNE',
  'Other',
] as const;
export type NoticeCategory = (typeof noticeCategories)[number];
