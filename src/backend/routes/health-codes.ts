import { decodeBase64url } from '@contract/health-code/base64url';
import { decodeCredential } from '@contract/health-code/credential';
import { checkPossession } from '@contract/health-code/possession';
import { decodePresentation } from '@contract/health-code/presentation';
import { STATUS_LIST_TYPE } from '@contract/health-code/status-list';
import { toAnswer } from '@contract/health-code/verdict';
import { type StatusAnswer, verify } from '@contract/health-code/verify';
import { nodeEd25519, nodeSha256, nodeVerifiers } from '../health-code-crypto';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import { createIssuing } from './issuing';

type Keys =
  | 'POST /v1/health-codes'
  | 'POST /v1/health-codes/verify'
  | 'GET /v1/trust-list'
  | 'GET /v1/status-lists/:id';

export function healthCodeRoutes(ports: Ports): Handlers<Keys> {
  const { clock, issuer, statusLists } = ports;
  const issue = createIssuing(ports);

  /** Asked ahead, since the pure rules wait for nobody. */
  async function statusOf(code: string): Promise<StatusAnswer> {
    const presentation = decodePresentation(code);
    const signed = presentation.ok ? decodeCredential(presentation.value.credential) : presentation;
    if (!signed.ok) return 'missing';
    const { county, status } = signed.value.credential;
    return statusLists.statusOf({ county, ...status });
  }

  return {
    'POST /v1/health-codes': async ({ caller, body }) => {
      if (!caller.person.privacyVersion) throw new Refusal('consent-required');
      const possession = {
        holderKey: decodeBase64url(body.holderKey) ?? new Uint8Array(),
        step: body.step,
        signature: decodeBase64url(body.possession) ?? new Uint8Array(),
      };
      const held = checkPossession(possession, clock.now().getTime(), nodeEd25519);
      if (!held.ok) throw new Refusal(held.failure);
      const issued = await issue(caller, body.personId ?? caller.person.id, possession.holderKey);
      if (!issued.ok) throw new Refusal(issued.failure);
      return issued.value;
    },
    'POST /v1/health-codes/verify': async ({ body: { code } }) => {
      const status = await statusOf(code);
      const verdict = verify(code, {
        now: clock.now().getTime(),
        trust: await issuer.trustList(),
        status: () => status,
        verifiers: nodeVerifiers,
        sha256: nodeSha256,
      });
      return toAnswer(verdict);
    },
    'GET /v1/trust-list': () => issuer.trustList(),
    'GET /v1/status-lists/:id': async ({ params: { id } }) => {
      const content = await statusLists.token(id);
      if (!content) throw new Refusal('not-found');
      return { type: STATUS_LIST_TYPE, content };
    },
  };
}
