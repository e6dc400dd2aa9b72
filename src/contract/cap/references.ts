import type { CapVersion } from './alert';
import { readCapMoment } from './moment';

/** What an alert is known by all over the world. */
export interface CapReference {
  sender: string;
  identifier: string;
  sent: string;
}

/** What neither an identifier nor a sender may hold: they could not be referred to. */
export const unreferable = /[\s,<&]/;

/** The messages a `references` names, in its order; the words that name none stand apart. */
export function readReferences(
  text: string,
  version: CapVersion,
): { references: CapReference[]; faults: string[] } {
  const references: CapReference[] = [];
  const faults: string[] = [];
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const [sender = '', identifier = '', sent = '', ...more] = word.split(',');
    const isOne =
      sender !== '' &&
      identifier !== '' &&
      more.length === 0 &&
      !unreferable.test(sender + identifier) &&
      readCapMoment(sent, version) !== undefined;
    if (isOne) references.push({ sender, identifier, sent });
    else faults.push(word);
  }
  return { references, faults };
}

export const writeReferences = (references: readonly CapReference[]): string =>
  references.map(({ sender, identifier, sent }) => `${sender},${identifier},${sent}`).join(' ');
