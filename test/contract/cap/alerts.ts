import type { CapAlert, CapArea, CapInfo } from '@contract/cap/alert';

/** A small alert that conforms, for a test to break in one place. */
export const alertOf = (change: Partial<CapAlert> = {}): CapAlert => ({
  version: '1.2',
  identifier: '33010600000000_20261129083000_0',
  sender: 'linli@example.gov.cn',
  sent: '2026-11-29T08:30:00+08:00',
  status: 'Actual',
  msgType: 'Alert',
  scope: 'Public',
  codes: [],
  infos: [infoOf()],
  ...change,
});

export const infoOf = (change: Partial<CapInfo> = {}): CapInfo => ({
  categories: ['Infra'],
  event: '停水',
  responseTypes: [],
  urgency: 'Expected',
  severity: 'Minor',
  certainty: 'Likely',
  eventCodes: [],
  parameters: [],
  resources: [],
  areas: [],
  ...change,
});

export const areaOf = (change: Partial<CapArea> = {}): CapArea => ({
  areaDesc: '文新街道',
  polygons: [],
  circles: [],
  geocodes: [],
  ...change,
});

/** An alert with one area. */
export const alertAt = (change: Partial<CapArea>): CapAlert =>
  alertOf({ infos: [infoOf({ areas: [areaOf(change)] })] });
