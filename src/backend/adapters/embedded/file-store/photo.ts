import { fail, ok, type Result } from '@contract/result';
import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';

const photoTypes: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];
/** More is a bomb: a few kilobytes that unpack to gigabytes. */
const maxPixels = 50_000_000;
const maxSide = 1600;

export interface CleanPhoto {
  type: 'image/jpeg';
  content: Buffer;
  width: number;
  height: number;
}

/**
 * A photo as it may be kept: turned upright, at most 1,600 px a side, written anew as JPEG, so that nothing but its
 * picture is left of what was sent – no place, no camera, no thumbnail, nothing hidden behind its end.
 */
export async function cleanPhoto(content: Buffer): Promise<Result<CleanPhoto, 'unsupported' | 'unreadable'>> {
  const found = await fileTypeFromBuffer(content);
  if (!found || !photoTypes.includes(found.mime)) return fail('unsupported');
  try {
    const { data, info } = await sharp(content, { limitInputPixels: maxPixels, failOn: 'error' })
      .rotate()
      .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    return ok({ type: 'image/jpeg', content: data, width: info.width, height: info.height });
  } catch {
    // What the decoder says quotes the file at best.
    return fail('unreadable');
  }
}
