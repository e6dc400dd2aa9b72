import type { Policy } from '@contract/notice/policy';
import type { Bilingual } from '@contract/text';

/** A policy as its author types it: nothing is missing, only empty. */
export interface PolicyWords {
  who: Bilingual;
  bring: Bilingual;
  where: Bilingual;
  hours: Bilingual;
  bornFrom: string;
  bornUntil: string;
  until: string;
  service: string;
}

const nothing: Bilingual = { zh: '', en: '' };
export const emptyPolicy: PolicyWords = {
  who: nothing,
  bring: nothing,
  where: nothing,
  hours: nothing,
  bornFrom: '',
  bornUntil: '',
  until: '',
  service: '',
};

const trimmed = ({ zh, en }: Bilingual): Bilingual => ({ zh: zh.trim(), en: en.trim() });

/** Undefined while who is entitled, or what to bring, is not said. */
export function policyOf({
  who,
  bring,
  where,
  hours,
  bornFrom,
  bornUntil,
  until,
  service,
}: PolicyWords): Policy | undefined {
  if (who.zh.trim() === '' || bring.zh.trim() === '') return undefined;
  return {
    who: {
      words: trimmed(who),
      ...(bornFrom ? { bornFrom } : {}),
      ...(bornUntil ? { bornUntil } : {}),
    },
    bring: trimmed(bring),
    ...(until ? { until } : {}),
    ...(hours.zh.trim() ? { hours: trimmed(hours) } : {}),
    ...(where.zh.trim() ? { where: trimmed(where) } : {}),
    ...(service ? { service } : {}),
  };
}

export const policyWordsOf = ({ who, bring, where, hours, until, service }: Policy): PolicyWords => ({
  who: who.words,
  bring,
  where: where ?? nothing,
  hours: hours ?? nothing,
  bornFrom: who.bornFrom ?? '',
  bornUntil: who.bornUntil ?? '',
  until: until ?? '',
  service: service ?? '',
});
