import type { Result } from '@contract/result';
import type { VoiceType } from '@contract/service-request/voice';

export interface StoredVoiceNote {
  id: string;
  /** Null once they closed their account, where somebody else's matter holds it. */
  ownerId: string | null;
  type: VoiceType;
  bytes: number;
  /** Its length by its own content, rounded up. */
  seconds: number;
}

/**
 * Spoken words, kept as they were recorded.
 * - `unsupported`: not a sound alone by its content, whatever its name says
 * - `unreadable`: a sound that breaks off before its first second, or whose length nothing in it tells
 * - `too-long`: longer than 60 s, or over 1 MB
 */
export interface VoiceNotes {
  put(
    ownerId: string,
    content: Buffer,
  ): Promise<Result<StoredVoiceNote, 'unsupported' | 'unreadable' | 'too-long'>>;
  describe(id: string): Promise<StoredVoiceNote | undefined>;
  /** The requests it was said in: who may see them may hear it. */
  requestsWith(id: string): Promise<string[]>;
  read(id: string): Promise<Buffer | undefined>;
}
