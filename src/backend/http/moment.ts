import { Refusal } from './refusal';

/** An instant of the wire; a leap second fits its schema and no clock here. */
export function momentOf(instant: string, pointer: string): Date {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime()))
    throw new Refusal('invalid-request', { fields: [{ pointer, reason: 'not a moment' }] });
  return moment;
}
