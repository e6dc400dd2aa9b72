import { useTextWith } from '../../../locales';
import { rulesTexts } from '../../../locales/rules';

/** All texts, with those of this page. */
export const useRulesText = () => useTextWith(rulesTexts);
export type RulesSpeech = ReturnType<typeof useRulesText>;
