import type { StatusAnswer, StatusRef } from '@contract/health-code/verify';

/** Published status lists: our own, and those of trusted deployments, passed on as they signed them. */
export interface StatusLists {
  /** `<county>-<list>` of each there is here. */
  ids(): Promise<string[]>;
  /** The signed token; the same buffer while it is the same. */
  token(id: string): Promise<Buffer | undefined>;
  /** What a place says now: of our own codes at once, of others' as their last list says. */
  statusOf(ref: StatusRef): Promise<StatusAnswer>;
  /**
   * Fetches the lists of trusted deployments. One that cannot be had, or is not its county's own, leaves the last in place.
   * @returns what went wrong, a line each
   */
  fetchOthers(): Promise<string[]>;
}
