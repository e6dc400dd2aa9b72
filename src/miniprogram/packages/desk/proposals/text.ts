import { useTextWith } from '../../../locales';
import { deskPeopleTexts } from '../../../locales/desk-people';
import { deskProposalTexts } from '../../../locales/desk-proposals';

const texts = { ...deskPeopleTexts, ...deskProposalTexts };

/** All texts, with those of these pages. */
export const useProposalText = () => useTextWith(texts);
export type ProposalSpeech = ReturnType<typeof useProposalText>;

/** How many a proposal turns, in words. */
export const worsensIn = (t: ProposalSpeech, count: number): string =>
  count === 0
    ? t('desk.proposals.worsens.none')
    : count === 1
      ? t('desk.proposals.worsens.one')
      : t('desk.proposals.worsens', { count });
