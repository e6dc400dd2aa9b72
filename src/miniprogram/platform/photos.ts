import Taro from '@tarojs/taro';
import { readKept, removeKept, writeKept } from './database';
import { isWeapp, namespace } from './environment';

/** Longest side of a kept photo: enough to read a meter, small enough for a slow network. */
const longestSide = 1600;
const mostBytes = 500 * 1024;

/** Lets the person take or choose photos; gives their names on this phone. None when they turn back. */
export async function choosePhotos(most: number): Promise<string[]> {
  return isWeapp ? chooseInWeapp(most) : chooseInBrowser(most);
}

/** An address an image can show. */
export async function photoUrl(photo: string): Promise<string> {
  return isWeapp ? photo : URL.createObjectURL(await photoBlob(photo));
}

export async function removePhoto(photo: string): Promise<void> {
  if (isWeapp) Taro.getFileSystemManager().removeSavedFile({ filePath: photo });
  else await removeKept(photo);
}

export async function photoBlob(photo: string): Promise<Blob> {
  const kept = await readKept(photo);
  if (!(kept instanceof Blob)) throw new Error('photo gone');
  return kept;
}

async function chooseInWeapp(most: number): Promise<string[]> {
  const chosen = await Taro.chooseMedia({
    count: most,
    mediaType: ['image'],
    sizeType: ['compressed'],
  }).catch(() => undefined);
  const kept: string[] = [];
  for (const { tempFilePath } of chosen?.tempFiles ?? []) {
    const { tempFilePath: smaller } = await Taro.compressImage({
      src: tempFilePath,
      quality: 70,
      compressedWidth: longestSide,
    });
    // Temporary files are gone after a restart; drafts and the outbox are not.
    const saved = (await Taro.saveFile({ tempFilePath: smaller })) as unknown as { savedFilePath: string };
    kept.push(saved.savedFilePath);
  }
  return kept;
}

async function chooseInBrowser(most: number): Promise<string[]> {
  const kept: string[] = [];
  for (const file of (await pickFiles()).slice(0, most)) {
    const name = `${namespace()}/photo/${crypto.getRandomValues(new Uint32Array(3)).join('-')}`;
    await writeKept(name, await shrink(file));
    kept.push(name);
  }
  return kept;
}

function pickFiles(): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/jpeg,image/png,image/webp';
    input.multiple = true;
    input.hidden = true;
    input.dataset['photos'] = '';
    input.onchange = () => {
      resolve([...(input.files ?? [])]);
      input.remove();
    };
    input.oncancel = () => {
      resolve([]);
      input.remove();
    };
    document.body.append(input);
    input.click();
  });
}

/** Drawn anew, so that place and maker (EXIF) stay behind; smaller until it fits. */
async function shrink(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const encode = (quality: number): Promise<Blob> =>
    new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('unreadable'))),
        'image/jpeg',
        quality,
      ),
    );
  let quality = 0.8;
  let smaller = await encode(quality);
  while (smaller.size > mostBytes && quality > 0.3) smaller = await encode((quality -= 0.15));
  return smaller;
}
