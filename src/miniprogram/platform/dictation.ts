export interface Dictation {
  /** Ends it. What was understood; undefined where nothing was. */
  end(): Promise<string | undefined>;
}

/** The part of the Web Speech API that is used; TypeScript's own types do not have it. */
interface Recognition {
  lang: string;
  continuous: boolean;
  processLocally: boolean;
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null;
  onend: (() => void) | null;
  onerror: (() => void) | null;
  start(track: MediaStreamTrack): void;
  stop(): void;
}
interface RecognitionClass {
  new (): Recognition;
  available?(of: { langs: string[]; processLocally: true }): Promise<string>;
}

const languages = { zh: 'zh-CN', en: 'en-US' } as const;

/**
 * Speech to text on the phone itself. Undefined where the phone cannot: a voice is not sent to somebody else's
 * server to be written down, so the recognition of most browsers, which does that, is not used.
 */
export async function dictate(
  track: MediaStreamTrack,
  language: keyof typeof languages,
): Promise<Dictation | undefined> {
  const Class = (window as unknown as { SpeechRecognition?: RecognitionClass }).SpeechRecognition;
  const lang = languages[language];
  const able = await Class?.available?.({ langs: [lang], processLocally: true }).catch(() => undefined);
  if (!Class || able !== 'available') return undefined;
  const recognition = new Class();
  Object.assign(recognition, { lang, continuous: true, processLocally: true });
  let words = '';
  recognition.onresult = ({ results }) => {
    words = Array.from(results, (heard) => heard[0]?.transcript ?? '').join('');
  };
  const over = new Promise<void>((resolve) => {
    recognition.onend = () => resolve();
    recognition.onerror = () => resolve();
  });
  try {
    recognition.start(track);
  } catch {
    return undefined;
  }
  return {
    async end() {
      recognition.stop();
      await over;
      return words.trim() || undefined;
    },
  };
}
