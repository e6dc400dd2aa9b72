import type { EndpointName } from '../../../src/contract/api';
import { inventedId } from '../../support/documents';
import type { CallOptions } from '../../support/server';
import { community, east, eastBuilding, west, westAddress } from '../../support/world';

/** What an official who is alone would use to turn somebody's code. */
export interface Means {
  /** Confirmed, green, lives in the west. */
  victim: string;
  /** Of their account. */
  victimDocument: { name: string; documentNumber: string };
  /** Green only for the fact that helps. */
  shield: string;
  /** Of the victim, and of somebody with neither home nor confirmation. */
  code: string;
  homelessCode: string;
  homeless: string;
  /** Of a document that a fact waits for. */
  waitingDocument: { name: string; documentNumber: string };
  /** Whether an account with a fact against it is joined into the victim's. */
  join: string;
  /** The victim's declaration, request and relation to their child. */
  declaration: string;
  child: string;
  /** In force. */
  emergency: string;
  now: Date;
}

type Tries = (means: Means) => readonly CallOptions[];
/** Why nothing that could be sent touches anybody else's colour. */
type Why = 'oneself' | 'no colour' | 'tried at the end';

const from = { zh: '疾控', en: 'CDC' };
const reason = '我说的';
const fact = (kind: string, values: object, now: Date) => ({ kind, values, from, since: now.toISOString() });
const enter = (personId: string, kind: string, values: object, now: Date): CallOptions => ({
  body: { act: { kind: 'fact', personId, fact: fact(kind, values, now) }, reason },
});
const terms = (now: Date) => ({
  level: 'I',
  legalBasis: { zh: '某号文', en: 'Some document' },
  gateKinds: ['estate'],
  endsAt: new Date(now.getTime() + 60 * 86_400_000).toISOString(),
});
const home = { node: east, building: eastBuilding };

/** Every endpoint that writes, with what could turn a colour if one official were enough. Reading turns nothing. */
export const tries: Readonly<Partial<Record<EndpointName, Tries | Why>>> = {
  'POST /v1/proposals': ({ victim, shield, homeless, now }) => [
    enter(victim, 'close-contact', {}, now),
    enter(victim, 'positive-test', { method: 'pcr' }, now),
    enter(victim, 'stay', { node: east }, now),
    enter(
      victim,
      'isolation',
      { place: 'home', endsAt: new Date(now.getTime() + 86_400_000).toISOString() },
      now,
    ),
    { body: { act: { kind: 'fact-removal', factId: shield }, reason } },
    { body: { act: { kind: 'home', personId: victim, ...home }, reason } },
    { body: { act: { kind: 'home', personId: homeless, ...home }, reason } },
    {
      body: {
        act: { kind: 'risk-level', level: { node: west, level: 'high', reason: from, indicators: [] } },
        reason,
      },
    },
    { body: { act: { kind: 'rules', rules: [] }, reason } },
  ],
  'POST /v1/proposals/:id/signature': 'tried at the end',
  'POST /v1/emergencies': ({ now }) => [{ body: { terms: terms(now), reason } }],
  'POST /v1/emergencies/:id/renewals': ({ emergency, now }) => [
    { params: { id: emergency }, body: { terms: terms(now), reason } },
  ],
  'POST /v1/emergencies/:id/end': ({ emergency }) => [{ params: { id: emergency }, body: { reason } }],
  // What is granted takes away what is against somebody, or goes through the proposals.
  'POST /v1/appeals': 'no colour',
  'POST /v1/appeals/:id/events': 'no colour',
  'PUT /v1/duty-rosters/:node': 'no colour',
  'PUT /v1/phrases': 'no colour',
  'PUT /v1/regions/:code/team/:personId/away': 'no colour',
  'DELETE /v1/regions/:code/team/:personId/away': 'no colour',
  'POST /v1/audit-log/heads': 'no colour',
  'POST /v1/body-stewards': 'no colour',
  'PUT /v1/bodies/:id': 'no colour',
  'POST /v1/bodies/:id/invitations': 'no colour',
  'POST /v1/outside-desks/:name/callbacks': 'no colour',
  'POST /v1/complaints': 'no colour',
  'POST /v1/complaints/:id/events': 'no colour',
  'PUT /v1/me/consents/:kind': 'oneself',
  'DELETE /v1/me/consents/:kind': 'oneself',
  'POST /v1/me/closing': 'oneself',
  'DELETE /v1/me/closing': 'oneself',
  'POST /v1/proposals/:id/refusal': 'no colour',
  'POST /v1/proposals/:id/withdrawal': 'no colour',
  'POST /v1/confirmations': ({ code, homelessCode, victimDocument, waitingDocument }) => [
    { body: { ...waitingDocument, code } },
    { body: { ...waitingDocument, code: homelessCode, home } },
    { body: { ...waitingDocument, home } },
    { body: { ...victimDocument, home } },
    { body: { name: '周晓雯', documentNumber: inventedId('1991-01-01', 7), code: homelessCode, home } },
  ],
  'POST /v1/account-joins/:id/answer': ({ join }) => [{ params: { id: join }, body: { join: true } }],
  'POST /v1/declarations': ({ victim }) => [
    {
      body: {
        personId: victim,
        symptoms: ['fever'],
        temperature: 39,
        onsetOn: '2026-11-24',
        contact: true,
        contactOn: '2026-11-24',
      },
    },
  ],
  'POST /v1/declarations/preview': 'no colour',
  'PUT /v1/declarations/:id': ({ declaration }) => [
    {
      params: { id: declaration },
      body: { symptoms: ['fever'], temperature: 39, onsetOn: '2026-11-24', contact: false },
    },
  ],
  'DELETE /v1/declarations/:id': ({ declaration }) => [{ params: { id: declaration } }],
  'PATCH /v1/me': 'oneself',
  'PUT /v1/me/privacy-consent': 'oneself',
  'POST /v1/confirmation-codes': 'oneself',
  'POST /v1/me/periodic-token': 'oneself',
  'DELETE /v1/me/phones/:id': 'oneself',
  'POST /v1/health-codes': 'oneself',
  'POST /v1/sessions': 'oneself',
  'DELETE /v1/sessions/current': 'oneself',
  'POST /v1/family/children': 'oneself',
  'POST /v1/family/asks': 'oneself',
  'POST /v1/family/asks/look': 'no colour',
  'POST /v1/family/asks/agree': ({ victim }) => [
    { body: { code: 'LF1:AAAA', may: ['show', 'file', 'read'], saidBy: victim } },
  ],
  'PATCH /v1/family/:id': ({ child }) => [{ params: { id: child }, body: { may: ['file'] } }],
  'DELETE /v1/family/:id': ({ child }) => [{ params: { id: child } }],
  'POST /v1/lost-phones': ({ victimDocument }) => [{ body: victimDocument }],
  'POST /v1/paper-codes': ({ victim }) => [{ body: { personId: victim } }],
  'DELETE /v1/paper-codes/:id': 'no colour',
  'POST /v1/service-requests': ({ victim }) => [
    {
      body: {
        personId: victim,
        category: 'rubbish',
        answers: { what: ['bulky'], since: 'days' },
        place: { addressId: westAddress },
      },
    },
  ],
  'POST /v1/service-requests/:id/events': 'no colour',
  'POST /v1/service-requests/near': 'no colour',
  'PUT /v1/joined-requests/:id': 'no colour',
  'DELETE /v1/joined-requests/:id': 'no colour',
  'PUT /v1/service-requests/:id/releases/:part': 'no colour',
  'PUT /v1/service-requests/:id/rating': 'no colour',
  'POST /v1/me/nudges': 'oneself',
  'POST /v1/service-requests/:id/visit': 'no colour',
  'POST /v1/files': 'no colour',
  'POST /v1/notices': 'no colour',
  'POST /v1/notices/:id/messages': 'no colour',
  'PUT /v1/notices/:id/acknowledgements/:personId': 'no colour',
  'POST /v1/notice-audiences': 'no colour',
  'POST /v1/notice-drafts': 'no colour',
  'PUT /v1/notice-drafts/:id': 'no colour',
  'POST /v1/notice-drafts/:id/acts': 'no colour',
  'PUT /v1/me/notice-settings': 'oneself',
  'PUT /v1/notices/:id/read': 'oneself',
  'POST /v1/venues': () => [{ body: { name: '桂语菜场', node: west } }],
  'POST /v1/exposure-notices': 'no colour',
  'DELETE /v1/exposure-notices/:id': 'no colour',
  'POST /v1/checkpoints': () => [{ body: { name: '东门', node: community, deskPhone: '0571-0808 0808' } }],
  'POST /v1/checkpoints/:id/set-up-codes': 'no colour',
  'POST /v1/checkpoint-duties': 'oneself',
  'PUT /v1/checkpoint-duties/:id/counts': 'no colour',
  'DELETE /v1/checkpoint-duties/:id': 'no colour',
  'POST /v1/health-codes/verify': 'no colour',
  'POST /v1/regions/locate': 'no colour',
  'POST /v1/regions/address-search': 'no colour',
};
