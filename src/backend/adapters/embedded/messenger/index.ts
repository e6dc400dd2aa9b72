import type { Announcement, Messenger } from '../../../ports/messenger';
import type { Database } from '../database';

const channel = 'linli_live';
const types: readonly string[] = [
  'notice',
  'request',
  'appeal',
  'exposure-notice',
  'duty',
  'emergency',
  'proposal',
  'person',
  'colour',
] satisfies Announcement['type'][];

/** What another process wrote; undefined for what this version does not know. */
function read(payload: string): Announcement | undefined {
  const [type = '', id = ''] = payload.split(' ');
  return types.includes(type) && id ? { type: type as Announcement['type'], id } : undefined;
}

/** Announcements over the database's own notifications: whoever shares the database hears them. */
export function createMessenger(database: Pick<Database, 'listen' | 'notify'>): Messenger {
  return {
    announce: ({ type, id }) => database.notify(channel, `${type} ${id}`),
    subscribe: (heard, missed) =>
      database.listen(
        channel,
        (payload) => {
          const announcement = read(payload);
          if (announcement) heard(announcement);
        },
        missed,
      ),
  };
}
