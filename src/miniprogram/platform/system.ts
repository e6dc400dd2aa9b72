import Taro from '@tarojs/taro';
import { isWeapp } from './is-weapp';

export interface System {
  language: 'zh' | 'en';
  dark: boolean;
  /** The phone's own text size; 1 is normal. */
  textScale: number;
}

const darkScheme = '(prefers-color-scheme: dark)';

/** What the phone prefers. */
export function system(): System {
  if (isWeapp) {
    const info = Taro.getAppBaseInfo() as { language?: string; theme?: string; fontSizeScaleFactor?: number };
    return {
      language: (info.language ?? 'zh').startsWith('zh') ? 'zh' : 'en',
      dark: info.theme === 'dark',
      textScale: info.fontSizeScaleFactor ?? 1,
    };
  }
  return {
    language: navigator.language.startsWith('zh') ? 'zh' : 'en',
    dark: window.matchMedia(darkScheme).matches,
    // Browsers scale the root's font: whatever the person chose there holds here too.
    textScale: parseFloat(getComputedStyle(document.documentElement).fontSize) / 16,
  };
}

/** Tells when the phone turns dark or light, as many do at dusk; the answer takes the listener off again. */
export function onDarkChange(listener: (dark: boolean) => void): () => void {
  if (isWeapp) {
    const told = ({ theme }: { theme: string }): void => listener(theme === 'dark');
    Taro.onThemeChange(told);
    return () => Taro.offThemeChange(told);
  }
  const scheme = window.matchMedia(darkScheme);
  scheme.onchange = ({ matches }) => listener(matches);
  return () => (scheme.onchange = null);
}

/** The page's language, for screen readers and hyphenation. */
export function tellLanguage(language: 'zh' | 'en'): void {
  if (!isWeapp) document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

/** What this phone calls itself in its owner's list of phones: iPhone 12 · 微信, Chrome · Android. */
export function deviceName(): string {
  if (isWeapp) return `${Taro.getDeviceInfo().model ?? ''} · 微信`.slice(0, 60);
  return [nameIn(browsers), nameIn(systems)].filter(Boolean).join(' · ');
}

/** In this order: each also carries the marks of those below it. */
const browsers = [
  [/MicroMessenger/, '微信'],
  [/HuaweiBrowser/, '华为浏览器'],
  [/MiuiBrowser/, '小米浏览器'],
  [/Edg/, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
] as const;
const systems = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'Mac'],
  [/Linux/, 'Linux'],
] as const;

const nameIn = (known: readonly (readonly [RegExp, string])[]): string =>
  known.find(([mark]) => mark.test(navigator.userAgent))?.[1] ?? '';
