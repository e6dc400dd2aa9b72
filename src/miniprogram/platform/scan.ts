import Taro from '@tarojs/taro';

/**
 * The text of one code: WeChat's own scanner, or on the web a full screen with camera, picture and a field for text.
 * Undefined when the person turns back. `prompt`: what to scan, in the person's language.
 */
export async function scanCode(prompt?: string): Promise<string | undefined> {
  // Asked of the build itself and not of `isWeapp`: only so is no decoder put into the mini-program.
  if (process.env.TARO_ENV === 'weapp') {
    const scanned = await Taro.scanCode({ onlyFromCamera: false, scanType: ['qrCode'] }).catch(
      () => undefined,
    );
    return scanned?.result;
  } else {
    const { scanOnWeb } = await import('./web-scan/overlay');
    return scanOnWeb(prompt);
  }
}

/** The text of the code on a picture; undefined when there is none to be read. On the web only: WeChat's scanner opens pictures itself. */
export async function decodePicture(picture: Blob): Promise<string | undefined> {
  if (process.env.TARO_ENV === 'weapp') {
    return undefined;
  } else {
    const { readPicture } = await import('./web-scan/read');
    return readPicture(picture);
  }
}
