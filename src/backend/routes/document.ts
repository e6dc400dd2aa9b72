import { Refusal } from '../http/refusal';
import type { RealName, RealNameFailure, RecognisedPerson, SeenDocument } from '../ports/real-name';

const refusals = {
  'document-invalid': 'document-invalid',
  'name-not-of-document': 'name-not-of-document',
  unavailable: 'real-name-unavailable',
} as const satisfies Record<RealNameFailure, string>;

/** Who a document is of, or why that cannot be said. The number goes no further than this. */
export async function recognised(
  realName: RealName,
  { name, documentNumber }: SeenDocument,
): Promise<RecognisedPerson> {
  const found = await realName.recognise({ name: name.trim(), documentNumber });
  if (!found.ok) throw new Refusal(refusals[found.failure]);
  return found.value;
}
