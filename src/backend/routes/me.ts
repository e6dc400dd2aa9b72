import type { Me, RegionName } from '@contract/api';
import { maskName } from '@contract/health-code/masked-name';
import { lineage } from '@contract/region/code';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { OpenSession, Person } from '../ports/store';
import { knownHome } from './home';

export function meRoutes({
  store,
  colours,
  directory,
  messenger,
  proposals,
}: Pick<Ports, 'store' | 'colours' | 'directory' | 'messenger' | 'proposals'>): Handlers<
  'GET /v1/me' | 'PATCH /v1/me' | 'PUT /v1/me/privacy-consent'
> {
  async function homeOf(home: Person['home']): Promise<Me['home']> {
    if (!home) return null;
    const building = home.building ? await directory.building(home.building) : undefined;
    return {
      node: home.node,
      path: await directory.regions(lineage(home.node)),
      ...(building ? { building: building.code, buildingName: building.name } : {}),
    };
  }

  async function grantsOf(grants: Person['grants']): Promise<Me['grants']> {
    if (grants.length === 0) return [];
    const nodes: RegionName[] = await directory.regions(grants.map((grant) => grant.node));
    const names = new Map(nodes.map((node) => [node.code, node.name]));
    return grants.map(({ role, node }) => ({ role, node, nodeName: names.get(node) ?? node }));
  }

  /** Only whoever is not confirmed yet waits to be. */
  const waits = async ({ id, confirmed }: Person): Promise<boolean> =>
    !confirmed &&
    (await proposals.waitingOf('person-key')).some(
      ({ act }) => act.kind === 'person-key' && act.personId === id,
    );

  const describe = async (person: Person, session: OpenSession): Promise<Me> => ({
    id: person.id,
    name: person.name,
    maskedName: person.name === null ? null : maskName(person.name),
    confirmed: person.confirmed,
    ...((await waits(person)) ? { confirmationWaits: true } : {}),
    home: await homeOf(person.home),
    language: person.language,
    privacyVersion: person.privacyVersion,
    grants: await grantsOf(person.grants),
    session: { expiresAt: session.expiresAt.toISOString() },
  });

  return {
    'GET /v1/me': ({ caller }) => describe(caller.person, caller),
    'PATCH /v1/me': async ({ caller, body: { name, home, language } }) => {
      const collects = name !== undefined || home !== undefined;
      if (collects && caller.person.privacyVersion === null) throw new Refusal('consent-required');
      const person = await store.people.change(caller.person.id, {
        ...(name === undefined ? {} : { name: name.trim() }),
        ...(home === undefined ? {} : { home: await knownHome(directory, home) }),
        ...(language === undefined ? {} : { language }),
      });
      if (home !== undefined) await colours.recolour([person.id]);
      if (collects) await messenger.announce({ type: 'person', id: person.id });
      return describe(person, caller);
    },
    'PUT /v1/me/privacy-consent': async ({ caller, body: { version } }) => {
      await store.people.change(caller.person.id, { privacyVersion: version });
    },
  };
}
