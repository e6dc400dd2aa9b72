import type { Category } from './backend/catalogue';

/** Where pages are. A grid matter opens its form; the others say who is responsible. */
export const open = {
  category: (category: Pick<Category, 'code' | 'kind'>): string =>
    category.kind === 'grid'
      ? `/packages/request/form/index?category=${category.code}`
      : `/packages/request/referral/index?category=${category.code}`,
  group: (group: string): string => `/packages/request/choose/index?group=${group}`,
  request: (id: string): string => `/packages/request/detail/index?id=${id}`,
  requests: '/packages/request/mine/index',
  card: '/packages/request/card/index',
  notice: (id: string): string => `/packages/notice/detail/index?id=${id}`,
  publish: '/packages/notice/publish/index',
  desk: '/packages/desk/queue/index',
  confirm: '/packages/desk/confirm/index',
  paper: '/packages/desk/paper/index',
  lostAtDesk: '/packages/desk/lost/index',
  said: '/packages/desk/said/index',
  gates: '/packages/desk/gates/index',
  checkpoint: '/packages/checkpoint/duty/index',
  result: '/packages/checkpoint/result/index',
  welcome: '/packages/welcome/index',
  home: '/packages/welcome/home',
  venue: '/packages/venue/index',
  /** With the scanner open at once. */
  scanVenue: '/packages/venue/index?scan=1',
  venues: '/packages/desk/venues/index',
  family: '/packages/family/home/index',
  confirmMe: '/packages/family/confirm/index',
  appeal: (personId: string, rule: string): string =>
    `/packages/health/appeal/index?personId=${personId}&rule=${rule}`,
  appealProgress: (id: string): string => `/packages/health/appeal/progress?id=${id}`,
  appeals: '/packages/desk/appeals/index',
  hearing: (id: string): string => `/packages/desk/appeals/hearing?id=${id}`,
  carry: '/packages/desk/carry/index',
  roster: '/packages/desk/roster/index',
  phones: '/packages/settings/phones/index',
  emergency: '/packages/settings/emergency/index',
  proposals: '/packages/desk/proposals/index',
  fact: '/packages/desk/fact/index',
  emergencyAtDesk: '/packages/desk/emergency/index',
  code: '/pages/code/index',
  declare: (personId: string): string => `/packages/health/declare/index?personId=${personId}`,
  reason: (personId: string): string => `/packages/health/reason/index?personId=${personId}`,
  rules: '/packages/health/rules/index',
  map: '/packages/health/map/index',
  mapOf: (node: string): string => `/packages/health/map/index?under=${node}`,
  levels: '/packages/desk/levels/index',
  rule: (rule: string): string => `/packages/health/rules/index?rule=${rule}`,
  visit: '/packages/request/form/index?category=home-visit',
  myData: '/packages/settings/my-data/index',
  closing: '/packages/settings/closing/index',
  complaints: '/packages/settings/complaints/index',
  /** To say that something held is not true. */
  correct: '/packages/settings/complaints/index?kind=correction',
  complaintsAtDesk: '/packages/desk/complaints/index',
  privacy: '/packages/welcome/privacy',
};
