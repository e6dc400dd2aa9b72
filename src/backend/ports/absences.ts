/** Somebody of a team is away, and who stands in. Why is nobody's business here. */
export interface Absence {
  personId: string;
  /** The first moment they are back. */
  until: Date;
  standIn: string;
}

export interface Absences {
  /** In place of what was said before. */
  say(absence: Absence): Promise<void>;
  end(personId: string): Promise<void>;
  /** Of these, those away now. */
  of(personIds: readonly string[]): Promise<Absence[]>;
  /** For whom somebody stands in now. */
  coveredBy(standIn: string): Promise<string[]>;
}
