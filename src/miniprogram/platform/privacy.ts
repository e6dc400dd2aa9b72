import { isWeapp } from './is-weapp';

declare const wx: {
  requirePrivacyAuthorize?(options: { success(): void; fail(): void }): void;
};

/** WeChat's own privacy question, after ours. False for a no: it may be asked again ten seconds later at the earliest. */
export function authorisePrivacy(): Promise<boolean> {
  if (!isWeapp || !wx.requirePrivacyAuthorize) return Promise.resolve(true);
  return new Promise((resolve) =>
    wx.requirePrivacyAuthorize?.({ success: () => resolve(true), fail: () => resolve(false) }),
  );
}
