import type { Announcement, Messenger } from '../../../ports/messenger';
import type { Database } from '../database';

const channel = 'linli_live';
/** Every type there is: one left out would not compile. */
const types: Readonly<Record<Announcement['type'], true>> = {
  notice: true,
  request: true,
  appeal: true,
  'exposure-notice': true,
  duty: true,
  emergency: true,
  proposal: true,
  complaint: true,
  person: true,
  colour: true,
};
const isType = (type: string): type is Announcement['type'] => Object.hasOwn(types, type);

/** What another process wrote; undefined for what this version does not know. */
function read(payload: string): Announcement | undefined {
  const [type = '', id = ''] = payload.split(' ');
  return isType(type) && id ? { type, id } : undefined;
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
