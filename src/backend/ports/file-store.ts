import type { Result } from '@contract/result';

export interface StoredPhoto {
  id: string;
  /** Null once they closed their account, where somebody else's matter holds it. */
  ownerId: string | null;
  type: 'image/jpeg' | 'image/png' | 'image/webp';
  bytes: number;
  width: number;
  height: number;
}

/**
 * Photos, cleaned on the way in: type by content, EXIF gone, at most 1,600 px.
 * - `unsupported`: not a photo by its content, whatever its name says
 * - `unreadable`: a photo that does not decode, or a bomb (over 50 megapixels)
 */
export interface FileStore {
  put(ownerId: string, content: Buffer): Promise<Result<StoredPhoto, 'unsupported' | 'unreadable'>>;
  describe(id: string): Promise<StoredPhoto | undefined>;
  /** The requests a photo is part of: who may see them may see it. */
  requestsWith(id: string): Promise<string[]>;
  read(id: string): Promise<Buffer | undefined>;
}
