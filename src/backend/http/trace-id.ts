import { randomInt } from 'node:crypto';

// Crockford's base 32: no letter that is mistaken for a figure when read out on the phone.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A short number that ties what a person reads to a line of the log: "7K2M9Q". */
export const newTraceId = (): string =>
  Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('');
