import { fail, ok, type Result } from '../result';
import type { Grant } from '../role';
import { mayPublish } from './access';
import type { MessageType } from './notice';

/** One message of an event: an Alert, and the Updates and the Cancel that followed it. */
export interface Message {
  id: string;
  eventId: string;
  msgType: MessageType;
  /** From one up. */
  version: number;
  authorNode: string;
}

export type FollowRefusal = 'notice-cancelled' | 'notice-changed' | 'not-the-author';

/**
 * What an Update or a Cancel refers to: the newest message of its event.
 * @param seen the version its author had before them: nobody updates what they have not read
 */
export function followed(
  newest: Message,
  seen: number,
  grants: readonly Grant[],
): Result<{ references: string; version: number }, FollowRefusal> {
  if (!mayPublish(grants, newest.authorNode)) return fail('not-the-author');
  if (newest.msgType === 'Cancel') return fail('notice-cancelled');
  if (newest.version !== seen) return fail('notice-changed');
  return ok({ references: newest.id, version: newest.version + 1 });
}

/** Whether it is news to somebody: a Cancel never alerts again. */
export const alerts = ({ msgType }: Pick<Message, 'msgType'>): boolean => msgType !== 'Cancel';
