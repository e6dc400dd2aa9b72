import { isWeapp } from './is-weapp';

type Language = 'zh' | 'en';

const voices = (): SpeechSynthesis | undefined =>
  isWeapp || !('speechSynthesis' in window) ? undefined : window.speechSynthesis;

const voiceOf = (language: Language): SpeechSynthesisVoice | undefined =>
  voices()
    ?.getVoices()
    .find(({ lang }) => lang.toLowerCase().startsWith(language));

/** Whether this phone can speak the language now: WeChat cannot, and a browser learns of its voices after its start. */
export const canSpeak = (language: Language): boolean => voiceOf(language) !== undefined;

/** Tells when voices come; the answer takes the listener off again. */
export function onVoices(listener: () => void): () => void {
  voices()?.addEventListener('voiceschanged', listener);
  return () => voices()?.removeEventListener('voiceschanged', listener);
}

/** Says it, instead of whatever is being said. */
export function say(text: string, language: Language): void {
  const voice = voiceOf(language);
  if (!voice) return;
  const words = new SpeechSynthesisUtterance(text);
  words.voice = voice;
  words.lang = voice.lang;
  // For ears that need a little longer.
  words.rate = 0.9;
  voices()?.cancel();
  voices()?.speak(words);
}

/** Stops in the middle of a word. */
export const hush = (): void => voices()?.cancel();
