import Taro from '@tarojs/taro';
import { database } from './database';
import { namespace } from './environment';
import { isWeapp } from './is-weapp';
import { shrinkInBrowser, shrinkInWeapp } from './shrink';
import { hold, release } from './visit';

export interface ChosenPhotos {
  /** How many the person chose; none when they turned back. */
  chosen: number;
  /** Names on this phone of those that could be read, in order. */
  photos: string[];
  /** Which of those chosen could not be read, counted from 1. */
  unreadable: number[];
}

/** Lets the person take or choose photos. One that cannot be read costs none of the others. */
export async function choosePhotos(most: number): Promise<ChosenPhotos> {
  return isWeapp
    ? keepEach(await pickInWeapp(most), keepInWeapp)
    : keepEach((await pickInBrowser()).slice(0, most), keepInBrowser);
}

/** An address an image can show. */
export async function photoUrl(photo: string): Promise<string> {
  return isWeapp ? photo : URL.createObjectURL(await photoBlob(photo));
}

export async function removePhoto(photo: string): Promise<void> {
  if (!isWeapp) await database.remove(photo);
  // What is gone already need not go.
  else if (!release(photo)) await removeSaved(photo).catch(() => undefined);
}

/**
 * Every photo that a draft or what is unsent still holds. In the browser they lie among the values, and go with those.
 * Rejects while one may be left.
 */
export async function removeAllPhotos(): Promise<void> {
  if (!isWeapp) return;
  const { fileList } = await Taro.getSavedFileList();
  for (const { filePath } of fileList) await removeSaved(filePath);
}

const removeSaved = (filePath: string): Promise<unknown> =>
  new Promise((success, fail) => Taro.getFileSystemManager().removeSavedFile({ filePath, success, fail }));

export async function photoBlob(photo: string): Promise<Blob> {
  const kept = await database.read(photo);
  if (!(kept instanceof Blob)) throw new Error('photo gone');
  return kept;
}

/** `keep` rejects for what cannot be read, and for nothing else. */
async function keepEach<T>(chosen: readonly T[], keep: (photo: T) => Promise<string>): Promise<ChosenPhotos> {
  const photos: string[] = [];
  const unreadable: number[] = [];
  for (const [at, photo] of chosen.entries())
    try {
      photos.push(await keep(photo));
    } catch {
      unreadable.push(at + 1);
    }
  return { chosen: chosen.length, photos, unreadable };
}

async function pickInWeapp(most: number): Promise<string[]> {
  const picked = await Taro.chooseMedia({
    count: most,
    mediaType: ['image'],
    sizeType: ['compressed'],
  }).catch(() => undefined);
  return (picked?.tempFiles ?? []).map(({ tempFilePath }) => tempFilePath);
}

const keepInWeapp = async (photo: string): Promise<string> => saveForGood(await shrinkInWeapp(photo));

/** In WeChat. Gives the name it has from then on. */
export async function saveForGood(tempFilePath: string): Promise<string> {
  try {
    // Temporary files are gone after a restart; drafts and the outbox are not.
    const saved = (await Taro.saveFile({ tempFilePath })) as unknown as { savedFilePath: string };
    return saved.savedFilePath;
  } catch {
    // Full. The temporary file lasts as long as this visit.
    hold(tempFilePath, tempFilePath);
    return tempFilePath;
  }
}

async function keepInBrowser(photo: File): Promise<string> {
  const name = `${namespace()}/photo/${crypto.getRandomValues(new Uint32Array(3)).join('-')}`;
  await database.write(name, await shrinkInBrowser(photo));
  return name;
}

function pickInBrowser(): Promise<File[]> {
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
