import type { FamilyMember } from '@contract/api';
import type { FamilyAct } from '@contract/family/relation';
import dayjs from 'dayjs';
import type { FamilySpeech } from './text';

export const stateOf = ({ state, may }: FamilyMember, t: FamilySpeech): string =>
  t(
    state === 'asked'
      ? 'family.state.asked'
      : may.includes('show')
        ? 'family.state.shows'
        : 'family.state.no-show',
  );

export const actsIn = (may: readonly FamilyAct[], t: FamilySpeech): string =>
  may.length === 0
    ? t('family.may.none')
    : may.map((act) => t(`family.may.${act}`)).join(t.language === 'zh' ? '、' : ', ');

/** 2018-06-21, as typed with or without marks between; undefined while it is no day. */
export function dayOf(typed: string): string | undefined {
  const [, year, month, day] = /^\s*(\d{4})\D*(\d{1,2})\D*(\d{1,2})\D*$/.exec(typed) ?? [];
  if (!year || !month || !day) return undefined;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return dayjs(text).format('YYYY-MM-DD') === text ? text : undefined;
}
