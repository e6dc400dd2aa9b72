import { fail, ok } from '@contract/result';
import type { ActHandler } from '../../../../ports/proposals';
import type { HandlerDeps } from './index';

/** An official writes down where somebody lives: it waits where the map is higher, or a colour would turn. */
export function homeHandler(
  deps: Pick<HandlerDeps, 'brought' | 'colours' | 'directory' | 'messenger' | 'people'>,
): ActHandler<'home'> {
  const { brought, colours, directory, messenger, people } = deps;

  async function isPlace(node: string, building: string | undefined): Promise<boolean> {
    const level = (await directory.region(node))?.level;
    if (level !== 'grid' && level !== 'community') return false;
    return (
      building === undefined ||
      (building.startsWith(node) && (await directory.building(building)) !== undefined)
    );
  }

  return {
    // Whoever serves them where they are known to live; somebody without a home, whoever serves the new one.
    async nodeOf({ personId, node, building }) {
      const person = await people.get(personId);
      return person && (await isPlace(node, building)) ? (person.home?.node ?? node) : undefined;
    },
    about: ({ personId }) => Promise.resolve([personId]),
    async weigh({ personId, node }) {
      const from = (await people.get(personId))?.home?.node;
      const { worse } = await colours.wouldWorsen({ home: { personId, node } });
      return {
        couldWorsen: worse > 0 || (await brought.couldWorsen([], { from, to: node })),
        worsens: worse,
        counted: `home ${node}`,
      };
    },
    async apply({ personId, node, building }) {
      const person = await people.get(personId);
      if (!person || !(await isPlace(node, building))) return fail('outdated');
      await people.change(person.id, { home: { node, building: building ?? null } });
      await colours.recolour([person.id]);
      await messenger.announce({ type: 'person', id: person.id });
      return ok(undefined);
    },
  };
}
