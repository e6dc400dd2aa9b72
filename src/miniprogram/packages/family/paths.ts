/** Pages within this package. */
export const page = {
  child: '/packages/family/child/index',
  ask: (kind: 'guardian' | 'helper'): string => `/packages/family/ask/index?kind=${kind}`,
  agree: (child?: string): string => `/packages/family/agree/index${child ? `?child=${child}` : ''}`,
  helper: (id: string): string => `/packages/family/helper/index?id=${id}`,
  member: (id: string): string => `/packages/family/member/index?id=${id}`,
  confirm: (id: string): string => `/packages/family/confirm/index?family=${id}`,
};
