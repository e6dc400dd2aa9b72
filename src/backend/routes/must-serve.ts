import { holds } from '@contract/role';
import { Refusal } from '../http/refusal';
import type { Person } from '../ports/store';

/** What an officer may do is done under their own nodes only. */
export function mustServe({ grants }: Pick<Person, 'grants'>, node: string): void {
  if (!holds(grants, 'officer', node)) throw new Refusal('outside-your-place');
}
