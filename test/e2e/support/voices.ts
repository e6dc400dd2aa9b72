import type { Page } from 'playwright-core';

/** A browser that has these voices, and what it said. */
export async function withVoices(page: Page, languages: readonly string[]): Promise<void> {
  await page.addInitScript((langs: readonly string[]) => {
    const said: string[] = [];
    let voices: { lang: string }[] = [];
    const listeners = new Set<() => void>();
    // As browsers do: the voices come after the start, and are told of.
    setTimeout(() => {
      voices = langs.map((lang) => ({ lang }));
      listeners.forEach((listener) => listener());
    }, 300);
    Object.defineProperty(window, 'said', { value: said });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: class {
        voice: unknown;
        constructor(readonly text: string) {}
      },
    });
    Object.defineProperty(window, 'speechSynthesis', {
      value: {
        getVoices: () => voices,
        addEventListener: (_: string, listener: () => void) => listeners.add(listener),
        removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
        cancel: () => undefined,
        speak: ({ text }: { text: string }) => said.push(text),
      },
    });
  }, languages);
}

export const spoken = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { said: string[] }).said);
