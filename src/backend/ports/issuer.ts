import type { TrustList } from '@contract/health-code/trust-list';

/** The county's own signing key. The secret never leaves the adapter. */
export interface Issuer {
  county: string;
  kid: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
  /** Public keys of ours and of those we trust, with the emergencies in force. */
  trustList(): Promise<TrustList>;
}
