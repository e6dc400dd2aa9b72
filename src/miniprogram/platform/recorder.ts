import Taro from '@tarojs/taro';
import { database } from './database';
import { type Dictation, dictate } from './dictation';
import { namespace } from './environment';
import { isWeapp } from './is-weapp';
import { saveForGood } from './photos';

/** A voice note on this phone. */
export interface LocalVoice {
  /** Its name here, as that of a photo. */
  file: string;
  /** Rounded up. */
  seconds: number;
}

export interface Recorded {
  /** Undefined for less than half a second. */
  voice?: LocalVoice;
  /** What was said in words, where the phone itself can tell. */
  words?: string;
}

export interface Recording {
  /** Comes with `stop`, with the longest it may be, or with a call that comes in between. Rejects where nothing was kept. */
  done: Promise<Recorded>;
  stop(): void;
}

/** `refused`: the person lets no app hear them; `none`: this phone cannot record. */
export type NotRecording = 'refused' | 'none';

const shortest = 500;
/** Speech needs no more: a minute takes 360 KB at most. */
const bitsPerSecond = 48_000;

/** Whether the person was asked before: WeChat asks once, and after that only its settings help. */
export const mayOpenSettings = isWeapp;
export const openSettings = (): Promise<unknown> => Taro.openSetting();

/** Records what is said, for `longest` seconds at most. */
export const record = (longest: number, language: 'zh' | 'en'): Promise<Recording | NotRecording> =>
  isWeapp ? recordInWeapp(longest) : recordInBrowser(longest, language);

async function recordInWeapp(longest: number): Promise<Recording | NotRecording> {
  const allowed = await Taro.authorize({ scope: 'scope.record' }).then(
    () => true,
    () => false,
  );
  if (!allowed) return 'refused';
  // One for the whole app: listeners replace those of the recording before.
  const manager = Taro.getRecorderManager();
  const done = new Promise<Recorded>((resolve, reject) => {
    manager.onStop(({ tempFilePath, duration }) => {
      if (duration < shortest) return resolve({});
      saveForGood(tempFilePath).then(
        (file) => resolve({ voice: { file, seconds: Math.ceil(duration / 1000) } }),
        reject,
      );
    });
    manager.onError(reject);
  });
  manager.onInterruptionBegin(() => manager.stop());
  manager.start({
    duration: longest * 1000,
    sampleRate: 16_000,
    numberOfChannels: 1,
    encodeBitRate: bitsPerSecond,
    // What every phone and browser plays.
    format: 'mp3',
  });
  return { done, stop: () => manager.stop() };
}

/** Best first: what WeChat on an iPhone plays too. */
const browserTypes = [
  'audio/mp4;codecs=mp4a.40.2',
  'audio/webm;codecs=opus',
  'audio/ogg;codecs=opus',
  'audio/mp4',
];

async function recordInBrowser(longest: number, language: 'zh' | 'en'): Promise<Recording | NotRecording> {
  // Without https a browser has none, whatever its types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  const mimeType =
    typeof MediaRecorder === 'undefined'
      ? undefined
      : browserTypes.find((type) => MediaRecorder.isTypeSupported(type));
  if (!devices || mimeType === undefined) return 'none';
  let stream: MediaStream;
  try {
    stream = await devices.getUserMedia({ audio: true });
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'none';
  }
  const [track] = stream.getAudioTracks();
  const heard: Dictation | undefined = track && (await dictate(track, language));
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: bitsPerSecond });
  const parts: Blob[] = [];
  const begun = performance.now();
  const stop = (): void => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  const timer = setTimeout(stop, longest * 1000);
  const ended = new Promise<void>((resolve) => {
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onstop = () => resolve();
  });
  const keep = async (): Promise<Recorded> => {
    await ended;
    clearTimeout(timer);
    const lasted = performance.now() - begun;
    const words = await heard?.end();
    stream.getTracks().forEach((each) => each.stop());
    if (lasted < shortest) return {};
    const file = `${namespace()}/voice/${crypto.getRandomValues(new Uint32Array(3)).join('-')}`;
    await database.write(file, new Blob(parts, { type: mimeType }));
    const seconds = Math.min(longest, Math.ceil(lasted / 1000));
    return { voice: { file, seconds }, ...(words ? { words } : {}) };
  };
  recorder.start();
  return { done: keep(), stop };
}
