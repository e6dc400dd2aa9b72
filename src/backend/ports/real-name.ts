import type { CalendarDay } from '@contract/calendar-day';
import type { Result } from '@contract/result';

/** What is read off a document. The number is forgotten as soon as it is answered. */
export interface SeenDocument {
  name: string;
  documentNumber: string;
}

export interface RecognisedPerson {
  /** HMAC-SHA256 of the number under the county's key: the same for the same document, and no way back. */
  personKey: Uint8Array;
  /** Where the number tells it. */
  bornOn: CalendarDay | null;
}

/**
 * - `document-invalid`: no document has this number
 * - `name-not-of-document`: the document is another's
 * - `unavailable`: whoever knows cannot be reached or answers nonsense; try again later
 */
export type RealNameFailure = 'document-invalid' | 'name-not-of-document' | 'unavailable';

/** Who a document is of. */
export interface RealName {
  recognise(document: SeenDocument): Promise<Result<RecognisedPerson, RealNameFailure>>;
}
