import { isWeapp } from './is-weapp';

declare const wx: {
  getRandomValues(options: {
    length: number;
    success(result: { randomValues: ArrayBuffer }): void;
    fail(error: unknown): void;
  }): void;
};

/** Random bytes fit for keys. WeChat has no other source than this one, and it is asynchronous. */
export function randomBytes(count: number): Promise<Uint8Array> {
  if (!isWeapp) return Promise.resolve(crypto.getRandomValues(new Uint8Array(count)));
  return new Promise((resolve, reject) => {
    wx.getRandomValues({
      length: count,
      success: ({ randomValues }) => resolve(new Uint8Array(randomValues)),
      fail: reject,
    });
  });
}

/** From 0 to 1, for spreading calls over time. Nothing secret comes of it. */
export const random = (): number => Math.random();
