/** A second account of a person whom the community has seen, waiting to be joined into the first. */
export interface AccountJoin {
  id: string;
  firstId: string;
  secondId: string;
  /** Who saw the document. */
  seenBy: string | null;
  /** What the second account's phone calls itself. */
  device: string;
  askedAt: Date;
}

export interface AccountJoins {
  /** Questions that nobody answered yet, oldest first. */
  openFor(firstId: string): Promise<AccountJoin[]>;
  /** Undefined also for one that is answered. */
  get(id: string): Promise<AccountJoin | undefined>;
  /** Whether joining brings the first facts, or a home, that could make its colour worse. */
  couldWorsen(join: AccountJoin): Promise<boolean>;
  /**
   * Joined: whoever signs in to the second is the first from now on, has its requests and what it read, and every
   * code it had is revoked; its facts are the first's, whose colour is decided anew. Not joined: the second stays as it was.
   * @returns false when somebody answered meanwhile
   */
  answer(id: string, join: boolean): Promise<boolean>;
}
