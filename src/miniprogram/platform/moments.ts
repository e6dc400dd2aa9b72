import { isWeapp } from './is-weapp';

/** Browsers have fields of their own for a day and an hour; WeChat opens a wheel instead. */
export const typesMoments = !isWeapp;
