import { isWeapp } from './is-weapp';

interface Answer {
  /** By template id: `accept`, `acceptWithAudio`, … or `reject`, `ban`, `filter`. */
  [templateId: string]: string;
}

declare const wx: {
  requestSubscribeMessage?(options: {
    tmplIds: string[];
    success(answer: Answer): void;
    fail(error: { errCode?: number }): void;
  }): void;
};

/** Whether somebody can be asked at all: nowhere but in WeChat, and not in old versions of it. */
export const canSubscribe = (): boolean => isWeapp && typeof wx.requestSubscribeMessage === 'function';

/** All messages of this mini-program are switched off in WeChat's own settings. */
const SWITCHED_OFF = 20004;

/**
 * WeChat asks whether one message of the template may come. Only straight from a tap: what is waited for before it, it
 * takes for no tap.
 */
export function askForMessage(templateId: string): Promise<'yes' | 'no' | 'off'> {
  return new Promise((resolve) => {
    if (!isWeapp || !wx.requestSubscribeMessage) return resolve('no');
    wx.requestSubscribeMessage({
      tmplIds: [templateId],
      success: (answer) => resolve(answer[templateId]?.startsWith('accept') ? 'yes' : 'no'),
      fail: ({ errCode }) => resolve(errCode === SWITCHED_OFF ? 'off' : 'no'),
    });
  });
}
