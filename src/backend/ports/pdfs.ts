import type { Result } from '@contract/result';

export interface StoredPdf {
  id: string;
  /** Null once they closed their account, where a notice holds it. */
  ownerId: string | null;
  bytes: number;
}

/**
 * PDFs that go with notices, kept as they were put.
 * - `unsupported`: not a PDF by its content, whatever its name says
 * - `unreadable`: broken, encrypted, or with something in it that runs, sends or unpacks
 */
export interface Pdfs {
  put(ownerId: string, content: Buffer): Promise<Result<StoredPdf, 'unsupported' | 'unreadable'>>;
  describe(id: string): Promise<StoredPdf | undefined>;
  read(id: string): Promise<Buffer | undefined>;
}
