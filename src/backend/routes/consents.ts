import { consentKinds, consentVersion } from '@contract/personal-data/consent';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';

export function consentRoutes({
  colours,
  consents,
  messenger,
}: Pick<Ports, 'colours' | 'consents' | 'messenger'>): Handlers<
  'GET /v1/me/consents' | 'PUT /v1/me/consents/:kind' | 'DELETE /v1/me/consents/:kind'
> {
  return {
    'GET /v1/me/consents': async ({ caller: { person } }) => {
      const given = await consents.of(person.id);
      return consentKinds.map((kind) => {
        const standing = given.find((one) => one.kind === kind);
        return {
          kind,
          version: standing?.version ?? null,
          givenAt: standing?.givenAt.toISOString() ?? null,
        };
      });
    },
    'PUT /v1/me/consents/:kind': async ({ caller: { person }, params, body }) => {
      // Nobody agrees to what they were not shown.
      if (body.version !== consentVersion) throw new Refusal('consent-outdated');
      await consents.give(person.id, params.kind, body.version);
    },
    'DELETE /v1/me/consents/:kind': async ({ caller: { person }, params }) => {
      await consents.withdraw(person.id, params.kind);
      if (params.kind === 'health') await colours.recolour([person.id]);
      await messenger.announce({ type: 'person', id: person.id });
    },
  };
}
