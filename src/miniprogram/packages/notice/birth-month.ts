/** 1951-03, 1951.3, 195103, 1951 年 3 月 → 1951-03; undefined for what is no month of somebody alive. */
export function monthOf(typed: string, now: number): string | undefined {
  const found = /^(\d{4})\D{0,3}?(\d{1,2})\D{0,2}$/.exec(typed.normalize('NFKC').replace(/\s/g, ''));
  if (!found) return undefined;
  const [year, month] = [Number(found[1]), Number(found[2])];
  const text = `${year}-${String(month).padStart(2, '0')}`;
  const thisMonth = new Date(now).toISOString().slice(0, 7);
  return year >= 1900 && month >= 1 && month <= 12 && text <= thisMonth ? text : undefined;
}

/** A guardian's part ends on the child's eighteenth birthday: so the phone knows the day it was born. */
export const bornOnOf = (endsOn: string | null): string | undefined =>
  endsOn === null ? undefined : `${Number(endsOn.slice(0, 4)) - 18}${endsOn.slice(4)}`;
