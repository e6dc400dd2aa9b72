import { useTextWith } from '../../../locales';
import { figuresTexts } from '../../../locales/figures';

/** All texts, with those about figures. */
export const useFiguresText = () => useTextWith(figuresTexts);
export type FiguresSpeech = ReturnType<typeof useFiguresText>;
