import { type Speech, type TextKey, useTextWith } from '../../locales';
import { checkpointTexts } from '../../locales/checkpoint';

export type GateSpeech = Speech<TextKey | keyof typeof checkpointTexts>;

/** The texts of this package, in the language of this person. */
export const useGateText = (): GateSpeech => useTextWith(checkpointTexts);
