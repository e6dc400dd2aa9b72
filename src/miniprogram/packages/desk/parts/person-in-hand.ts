/** Who was just confirmed. Between pages of the desk, in memory: a name or a person belongs in no address. */
export interface PersonInHand {
  id: string;
  maskedName: string;
}

let person: PersonInHand | undefined;

/** For the next page to take up; taken once. */
export const handOn = (next: PersonInHand): void => void (person = next);

export function takeInHand(): PersonInHand | undefined {
  const taken = person;
  person = undefined;
  return taken;
}
