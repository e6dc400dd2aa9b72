import type { NudgeOffer } from '@contract/api';
import type { NudgeKind } from '@contract/nudge/kind';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { NudgeGrant } from '../ports/nudge-grants';
import { follows } from './nudging';

type NudgePorts = Pick<Ports, 'family' | 'nudgeGrants' | 'nudger' | 'requestDesk' | 'requestJoins'>;

/** What a phone may ask WeChat about, and each yes it got there. */
export function nudgeRoutes(ports: NudgePorts): Handlers<'GET /v1/me/nudges' | 'POST /v1/me/nudges'> {
  const { nudgeGrants, nudger, requestDesk } = ports;

  /** Whom it could reach. */
  const isReached = async (personId: string): Promise<boolean> =>
    nudger !== undefined && (await nudgeGrants.subjectsOf(personId, nudger.provider)).length > 0;

  async function mustFollow(requestId: string, personId: string): Promise<void> {
    const request = await requestDesk.get(requestId);
    if (!request || !(await follows(request, personId, ports))) throw new Refusal('not-found');
  }

  const offerOf = async (personId: string, grant: NudgeGrant): Promise<NudgeOffer> => ({
    kind: grant.kind,
    templateId: grant.templateId,
    waiting: await nudgeGrants.waiting(personId, grant),
  });

  const grantOf = (kind: NudgeKind, templateId: string, requestId?: string): NudgeGrant => ({
    kind,
    templateId,
    ...(requestId === undefined ? {} : { requestId }),
  });

  return {
    'GET /v1/me/nudges': async ({ caller: { person }, query: { requestId } }) => {
      if (requestId !== undefined) await mustFollow(requestId, person.id);
      if (!nudger || !(await isReached(person.id))) return [];
      const offered = [...nudger.templates].filter(
        ([kind]) => (kind === 'request') === (requestId !== undefined),
      );
      return Promise.all(offered.map(([kind, { id }]) => offerOf(person.id, grantOf(kind, id, requestId))));
    },
    'POST /v1/me/nudges': async ({ caller: { person }, body: { kind, templateId, requestId } }) => {
      if (person.privacyVersion === null) throw new Refusal('consent-required');
      if ((kind === 'request') !== (requestId !== undefined))
        throw new Refusal('invalid-request', {
          fields: [{ pointer: '/requestId', reason: 'of a request, and only of one' }],
        });
      if (requestId !== undefined) await mustFollow(requestId, person.id);
      const isOffered = nudger?.templates.get(kind)?.id === templateId && (await isReached(person.id));
      if (!isOffered) throw new Refusal('nudge-not-offered');
      const grant = grantOf(kind, templateId, requestId);
      await nudgeGrants.add(person.id, grant);
      return offerOf(person.id, grant);
    },
  };
}
