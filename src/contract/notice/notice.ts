/** Fields after OASIS CAP 1.2; the values are the standard's own words. */
export const messageTypes = ['Alert', 'Update', 'Cancel'] as const;
export type MessageType = (typeof messageTypes)[number];

export const severities = ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'] as const;
export type Severity = (typeof severities)[number];

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
