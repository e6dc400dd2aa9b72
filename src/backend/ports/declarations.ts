import type { Answers, DeclaredFact } from '@contract/declaration/declaration';

export interface Declaration {
  id: string;
  personId: string;
  /** The person, or their guardian; null when that account is gone. */
  declaredBy: string | null;
  answers: Answers;
  filedAt: Date;
  amendedAt: Date | null;
  /** When it is over and deleted, its facts with it. */
  expiresAt: Date;
}

/** What people say of their own health. A declaration and its facts come, change and go together. */
export interface Declarations {
  /** Those that stand, newest first. */
  of(personId: string): Promise<Declaration[]>;
  get(id: string): Promise<Declaration | undefined>;
  /** The facts it amounts to. */
  factIds(id: string): Promise<string[]>;
  file(
    whose: { personId: string; declaredBy: string },
    answers: Answers,
    facts: readonly DeclaredFact[],
  ): Promise<Declaration>;
  /** Its facts give way to these. `undefined` when it is gone. */
  amend(
    id: string,
    declaredBy: string,
    answers: Answers,
    facts: readonly DeclaredFact[],
  ): Promise<Declaration | undefined>;
  withdraw(id: string): Promise<void>;
}
