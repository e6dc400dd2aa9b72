import type { ClosingObstacle } from '@contract/personal-data/obstacle';

export interface AskedClosing {
  askedAt: Date;
  answerBy: Date;
}

/** How an account ends 注销. */
export interface AccountClosing {
  /** What stands against it now. */
  against(personId: string): Promise<ClosingObstacle[]>;
  asked(personId: string): Promise<AskedClosing | undefined>;
  /** Asked again it is the first time that counts. */
  ask(personId: string, answerBy: Date): Promise<AskedClosing>;
  takeBack(personId: string): Promise<void>;
  /** Whose time has come: nothing stands against it any more, or the limit is reached. A role is always handed over first. */
  due(): Promise<string[]>;
  /**
   * Deletes the person and all that is theirs, in one step: codes are revoked, phones signed out, relations ended.
   * Children without a phone of their own and without another guardian go with them.
   */
  close(personId: string): Promise<void>;
}
