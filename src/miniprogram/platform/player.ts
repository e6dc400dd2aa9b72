import Taro from '@tarojs/taro';
import { isWeapp } from './is-weapp';
import { photoBlob } from './photos';

/** A voice note of this phone by its name, or one that came as a `data:` address. */
export type Sound = { file: string } | { dataUrl: string; type: string };

/** The one that is heard: another stops it. */
let silence: (() => void) | undefined;

/** Plays it from its beginning. Resolves when it ends or is stopped; rejects where this phone cannot play it. */
export async function play(sound: Sound): Promise<void> {
  silence?.();
  await (isWeapp ? playInWeapp(sound) : playInBrowser(sound));
}

export function stopPlaying(): void {
  silence?.();
}

const endings: Readonly<Record<string, string>> = {
  'audio/mpeg': 'mp3',
  'audio/aac': 'aac',
  'audio/mp4': 'm4a',
  'audio/ogg': 'ogg',
  'audio/webm': 'webm',
};

async function playInWeapp(sound: Sound): Promise<void> {
  const files = Taro.getFileSystemManager();
  // WeChat plays files only, and goes by their names.
  const written =
    'file' in sound ? undefined : `${Taro.env.USER_DATA_PATH ?? ''}/heard.${endings[sound.type] ?? 'mp3'}`;
  if (written && 'dataUrl' in sound)
    files.writeFileSync(written, sound.dataUrl.slice(sound.dataUrl.indexOf(',') + 1), 'base64');
  const audio = Taro.createInnerAudioContext();
  try {
    await new Promise<void>((resolve, reject) => {
      silence = resolve;
      audio.onEnded(() => resolve());
      audio.onError(() => reject(new Error('unplayable')));
      // Asked for by a tap: it is heard whatever the switch at the phone's side says.
      void Taro.setInnerAudioOption({ obeyMuteSwitch: false });
      audio.src = 'file' in sound ? sound.file : (written ?? '');
      audio.play();
    });
  } finally {
    silence = undefined;
    audio.destroy();
    if (written) files.unlinkSync(written);
  }
}

async function playInBrowser(sound: Sound): Promise<void> {
  const blob = 'file' in sound ? await photoBlob(sound.file) : blobOf(sound);
  const address = URL.createObjectURL(blob);
  const audio = new Audio(address);
  try {
    await new Promise<void>((resolve, reject) => {
      silence = resolve;
      audio.onended = () => resolve();
      audio.onerror = () => reject(new Error('unplayable'));
      audio.play().catch(reject);
    });
  } finally {
    silence = undefined;
    audio.pause();
    URL.revokeObjectURL(address);
  }
}

const blobOf = ({ dataUrl, type }: { dataUrl: string; type: string }): Blob =>
  new Blob([Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (char) => char.charCodeAt(0))], {
    type,
  });
