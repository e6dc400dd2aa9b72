import { isBuildingCode } from '@contract/region/code';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';

type Keys = 'GET /v1/me/notice-settings' | 'PUT /v1/me/notice-settings';

/** Nobody follows a whole county: what is for everybody there reaches its people by their homes. */
const communityDigits = 12;

/** What a resident wants to hear of, and what they let their grid's team know; all of it their own to change. */
export function noticeSettingRoutes({
  noticeReaders,
  directory,
  messenger,
}: Pick<Ports, 'noticeReaders' | 'directory' | 'messenger'>): Handlers<Keys> {
  const nameOf = async (node: string): Promise<string | undefined> =>
    (isBuildingCode(node) ? await directory.building(node) : await directory.region(node))?.name;

  return {
    'GET /v1/me/notice-settings': async ({ caller: { person } }) => {
      const { followed, muted, door, lookIn } = await noticeReaders.of(person.id);
      return {
        followed: await Promise.all(
          followed.map(async ({ node, label }) => ({ node, label, name: (await nameOf(node)) ?? node })),
        ),
        muted: [...muted],
        door,
        lookIn: [...lookIn],
      };
    },
    'PUT /v1/me/notice-settings': async ({ caller: { person }, body }) => {
      if (person.privacyVersion === null) throw new Refusal('consent-required');
      if ((body.door || (body.lookIn ?? []).length > 0) && !person.home?.building)
        throw new Refusal('home-required');
      for (const [at, { node }] of (body.followed ?? []).entries())
        if (node.length < communityDigits || (await nameOf(node)) === undefined)
          throw new Refusal('region-unknown', {
            fields: [{ pointer: `/followed/${at}/node`, reason: 'unknown' }],
          });
      await noticeReaders.change(person.id, body);
      // Their phones read the feed anew, and the live socket learns of the new places.
      await messenger.announce({ type: 'person', id: person.id });
    },
  };
}
