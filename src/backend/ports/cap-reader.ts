import type { CapAlert } from '@contract/cap/alert';
import type { FeedEntry } from '@contract/cap/feed';
import type { Result } from '@contract/result';

/** What became of a file: an alert that conforms, or why it is none, in words. A signature is noted, never verified. */
export type CapReading = { signed: boolean } & (
  | { ok: true; alert: CapAlert }
  | { ok: false; faults: string[] }
);

/** Reads what warning centres send. Whatever it is, it neither throws nor takes longer than some seconds. */
export interface CapReader {
  alert(bytes: Uint8Array): Promise<CapReading>;
  /** Atom or RSS. The failure is in words. */
  feed(bytes: Uint8Array): Promise<Result<FeedEntry[], string>>;
}
