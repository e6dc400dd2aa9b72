import decodeQR from 'qr/decode.js';

/** Longest side in px: a code that fills a third of such a picture still has three pixels a module. */
const side = { camera: 960, picture: 1600 };
/** What a picture may take, ms; a frame of the camera gives up sooner, the next one comes at once. */
const pictureTime = 1500;

let canvas: HTMLCanvasElement | undefined;

/** The pixels, made small enough, on white: a code on a transparent ground would be black on black. */
function pixelsOf(source: CanvasImageSource, width: number, height: number, most: number) {
  canvas ??= document.createElement('canvas');
  const scale = Math.min(1, most / Math.max(width, height));
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

function read(pixels: ImageData | undefined, options = {}): string | undefined {
  if (!pixels) return undefined;
  try {
    return decodeQR({ data: pixels.data, width: pixels.width, height: pixels.height }, options);
  } catch {
    // How the decoder says that it sees no code.
    return undefined;
  }
}

/** What the camera sees now. A few milliseconds, so it may stay where the page is drawn. */
export function readFrame(video: HTMLVideoElement): string | undefined {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0 || videoHeight === 0) return undefined;
  return read(pixelsOf(video, videoWidth, videoHeight, side.camera));
}

export async function readPicture(picture: Blob): Promise<string | undefined> {
  const bitmap = await createImageBitmap(picture).catch(() => undefined);
  if (!bitmap) return undefined;
  const pixels = pixelsOf(bitmap, bitmap.width, bitmap.height, side.picture);
  bitmap.close();
  return read(pixels, { effort: 4, timeLimit: pictureTime });
}
