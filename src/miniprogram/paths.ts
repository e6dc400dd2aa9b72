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
  notice: (id: string): string => `/packages/notice/detail/index?id=${id}`,
  publish: '/packages/notice/publish/index',
  desk: '/packages/desk/queue/index',
  welcome: '/packages/welcome/index',
  home: '/packages/welcome/home',
  privacy: '/packages/welcome/privacy',
};
