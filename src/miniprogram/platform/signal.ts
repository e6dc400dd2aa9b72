import Taro from '@tarojs/taro';
import { isWeapp } from './is-weapp';

/** Told apart by ear and by hand alone: rising and short, twice the same, low and long. */
const signals = {
  pass: { tones: [880, 1320], each: 0.1, vibrate: [80] },
  ask: { tones: [660, 660], each: 0.18, vibrate: [120, 100, 120] },
  stop: { tones: [220, 220, 220], each: 0.35, vibrate: [500, 150, 500] },
} as const;
export type Signal = keyof typeof signals;

const gap = 0.06;
let audio: AudioContext | undefined;

/** Made here and not read from a file: nothing to load, the same on both platforms. */
function openAudio(): AudioContext | undefined {
  if (!isWeapp) return typeof AudioContext === 'undefined' ? undefined : new AudioContext();
  // Older WeChats have none; they vibrate.
  return Taro.canIUse('createWebAudioContext')
    ? (Taro.createWebAudioContext() as unknown as AudioContext)
    : undefined;
}

function sound({ tones, each }: (typeof signals)[Signal]): void {
  audio ??= openAudio();
  if (!audio) return;
  const { currentTime, destination } = audio;
  tones.forEach((frequency, at) => {
    const tone = audio?.createOscillator();
    if (!tone) return;
    tone.frequency.value = frequency;
    tone.connect(destination);
    const start = currentTime + at * (each + gap);
    tone.start(start);
    tone.stop(start + each);
  });
  // Browsers keep it silent until the page was touched.
  if (audio.state === 'suspended') void audio.resume().catch(() => undefined);
}

async function vibrateInWeapp(kind: Signal): Promise<void> {
  if (kind === 'pass') return void (await Taro.vibrateShort({ type: 'heavy' }));
  const once = () => (kind === 'ask' ? Taro.vibrateShort({ type: 'heavy' }) : Taro.vibrateLong());
  await once();
  setTimeout(() => void once().catch(() => undefined), kind === 'ask' ? 220 : 650);
}

/** Sound and vibration of a result; a phone that cannot do one does the other. */
export function signal(kind: Signal): void {
  try {
    sound(signals[kind]);
  } catch {
    // No sound to be had; the screen says it all.
  }
  if (isWeapp) void vibrateInWeapp(kind).catch(() => undefined);
  else if ('vibrate' in navigator) navigator.vibrate([...signals[kind].vibrate]);
}
