import Taro from '@tarojs/taro';

const mostBytes = 500 * 1024;

/** How a photo is made small, best first: longest side in px, JPEG quality in %. A slow network carries the last one too. */
const attempts = [
  [1600, 80],
  [1600, 55],
  [1200, 55],
  [900, 45],
] as const;

const sizeInWeapp = (filePath: string): Promise<number> =>
  new Promise((resolve, reject) =>
    Taro.getFileSystemManager().getFileInfo({ filePath, success: ({ size }) => resolve(size), fail: reject }),
  );

/** A temporary file of at most 500 KB. Rejects where the photo cannot be read. */
export async function shrinkInWeapp(src: string): Promise<string> {
  const { width, height } = await Taro.getImageInfo({ src });
  let smaller = src;
  for (const [side, quality] of attempts) {
    const compressedWidth = Math.round(width * Math.min(1, side / Math.max(width, height)));
    ({ tempFilePath: smaller } = await Taro.compressImage({ src, quality, compressedWidth }));
    if ((await sizeInWeapp(smaller)) <= mostBytes) break;
  }
  return smaller;
}

/** By an image: createImageBitmap came with iOS 15 only. Rejects where there is no picture in it. */
async function decoded(file: Blob): Promise<HTMLImageElement> {
  const picture = new Image();
  picture.src = URL.createObjectURL(file);
  try {
    await picture.decode();
  } finally {
    URL.revokeObjectURL(picture.src);
  }
  return picture;
}

/** Drawn anew, so that place and maker (EXIF) stay behind. */
async function drawn(picture: HTMLImageElement, side: number, quality: number): Promise<Blob> {
  const scale = Math.min(1, side / Math.max(picture.naturalWidth, picture.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.naturalWidth * scale);
  canvas.height = Math.round(picture.naturalHeight * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('unreadable'))),
      'image/jpeg',
      quality / 100,
    ),
  );
}

/** A JPEG of at most 500 KB. Rejects where the photo cannot be read. */
export async function shrinkInBrowser(file: Blob): Promise<Blob> {
  const picture = await decoded(file);
  let smaller = file;
  for (const [side, quality] of attempts) {
    smaller = await drawn(picture, side, quality);
    if (smaller.size <= mostBytes) break;
  }
  return smaller;
}
