/** A pass to somebody else's service, the same for all processes of this deployment. */
export interface SharedToken {
  read(): Promise<{ sealed: Buffer; goodUntil: Date } | undefined>;
  /** Whether this process is the one that fetches the next, for so long; the others wait or use what there is. */
  lease(ms: number): Promise<boolean>;
  /** Puts it there and ends the lease. */
  put(sealed: Buffer, goodUntil: Date): Promise<void>;
  /** Ends the lease without a new one. */
  release(): Promise<void>;
}
