/** Fixed at build: the other platform's branch is left out of the bundle. */
export const isWeapp = process.env.TARO_ENV === 'weapp';
