import { readFrame } from './read';

/** `refused`: the person or the browser said no. `none`: no camera, or a page without TLS, which gets none. */
export type NoCamera = 'refused' | 'none';

const everyMs = 150;

/** Opens the camera at the back. */
export async function openCamera(): Promise<MediaStream | NoCamera> {
  if (!('mediaDevices' in navigator)) return 'none';
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
    });
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'none';
  }
}

/** Looks again and again until a code is seen; the answer stops looking. */
export function watchFor(video: HTMLVideoElement, onSeen: (text: string) => void): () => void {
  const timer = setInterval(() => {
    const text = document.hidden ? undefined : readFrame(video);
    if (text) onSeen(text);
  }, everyMs);
  return () => clearInterval(timer);
}
