import Taro from '@tarojs/taro';
import { isWeapp } from './environment';

export interface System {
  language: 'zh' | 'en';
  dark: boolean;
  /** The phone's own text size; 1 is normal. */
  textScale: number;
  statusBarHeight: number;
}

/** What the phone prefers. */
export function system(): System {
  if (isWeapp) {
    const info = Taro.getAppBaseInfo() as { language?: string; theme?: string; fontSizeScaleFactor?: number };
    return {
      language: (info.language ?? 'zh').startsWith('zh') ? 'zh' : 'en',
      dark: info.theme === 'dark',
      textScale: info.fontSizeScaleFactor ?? 1,
      statusBarHeight: Taro.getWindowInfo().statusBarHeight ?? 20,
    };
  }
  return {
    language: navigator.language.startsWith('zh') ? 'zh' : 'en',
    dark: window.matchMedia('(prefers-color-scheme: dark)').matches,
    // Browsers scale the root's font: whatever the person chose there holds here too.
    textScale: parseFloat(getComputedStyle(document.documentElement).fontSize) / 16,
    statusBarHeight: 0,
  };
}

/** The page's language, for screen readers and hyphenation. */
export function tellLanguage(language: 'zh' | 'en'): void {
  if (!isWeapp) document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}
