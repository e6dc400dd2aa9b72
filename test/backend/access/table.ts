import { randomUUID } from 'node:crypto';
import { consentVersion } from '../../../src/contract/personal-data/consent';
import type { EndpointName } from '../../../src/contract/api';
import type { CallOptions } from '../../support/server';
import { community, elsewhere, west, westAddress } from '../../support/world';
import { type Belongings, requestWords } from './belongings';

/**
 * By whom everything is tried, and what they get: nobody signed in, the resident whose things they are, and the others.
 * `2xx` means it was done or shown.
 */
export const columns = [
  'nobody',
  'resident',
  'neighbour',
  'outsider',
  'worker',
  'officer',
  'county-officer',
  'checkpoint',
] as const;
export type Column = (typeof columns)[number];

export interface Line {
  endpoint: EndpointName;
  what: string;
  call: (of: Belongings) => CallOptions;
  expected: readonly string[];
  /** Also holds: these see what the resident's id names in the answer, the others do not. */
  shows?: { id: (of: Belongings) => string; to: readonly Column[] };
  /** Whose look the resident finds noted afterwards: those who read their record by it, and nobody else. */
  noted: readonly Column[];
}

const line = (
  endpoint: EndpointName,
  what: string,
  expected: string,
  call: Line['call'] = () => ({}),
  shows?: Line['shows'],
  noted: Line['noted'] = [],
): Line => ({
  endpoint,
  what,
  call,
  expected: expected.trim().split(/\s+/),
  ...(shows ? { shows } : {}),
  noted,
});

const oneRequest = (of: Belongings) => ({ params: { id: of.request } });
const oneProposal = (of: Belongings) => ({ params: { id: of.proposal } });
const contact = (personId: string, now: Date) => ({
  body: {
    act: {
      kind: 'fact',
      personId,
      fact: { kind: 'close-contact', values: {}, from: { zh: '疾控', en: 'CDC' }, since: now.toISOString() },
    },
    reason: '流调报告 12 号',
  },
});
const oneAppeal = (of: Belongings) => ({ params: { id: of.appeal } });
const roster = (at: string) => () => ({ params: { node: at } });
const oneNotice = (of: Belongings) => ({ params: { id: of.notice } });
const step = (body: object) => (of: Belongings) => ({
  params: { id: of.request },
  body: { version: 1, ...body },
});
const filing = (more: object) => ({
  category: 'rubbish',
  answers: { what: ['bulky'], since: 'days' },
  place: { addressId: westAddress },
  ...more,
});
const publication = (node: string) => ({
  body: {
    severity: 'Minor',
    category: 'Other',
    info: [{ language: 'zh', headline: '试', description: '' }],
    audience: { include: [node] },
  },
});
const node = (code: string) => () => ({ params: { code } });

const exposure = (of: Belongings) => {
  const from = new Date(of.now.getTime() - 60_000).toISOString();
  const until = of.now.toISOString();
  return { body: { venueId: of.venue, from, until, advice: { zh: '留意身体', en: 'Mind how you feel' } } };
};
const emergencyTerms = (of: Belongings) => ({
  level: 'II',
  legalBasis: { zh: '文件', en: 'A document' },
  gateKinds: ['estate'],
  endsAt: new Date(of.now.getTime() + 30 * 86_400_000).toISOString(),
});
const gate = (at: string) => ({ body: { name: '东门', node: at, deskPhone: '0571-0808 0808' } });

const well = { symptoms: [], contact: false };

const anyone = '2xx 2xx 2xx 2xx 2xx 2xx 2xx 2xx';
const signedIn = '401 2xx 2xx 2xx 2xx 2xx 2xx 2xx';
const signedInAll = columns.filter((column) => column !== 'nobody');
const serving = ['worker', 'officer', 'county-officer'] as const;
const team = ['resident', ...serving] as const;
const officers = ['officer', 'county-officer'] as const;

/** What each may do, on what belongs to the resident wherever it can belong to someone. */
// prettier-ignore
export const table: readonly Line[] = [
  //                                                           nobody res  neig out  work off  coun chec
  line('POST /v1/sessions', 'sign in', anyone, (of) => ({ body: { provider: 'demo', code: of.persona } })),
  line('DELETE /v1/sessions/current', 'sign out', signedIn),
  line('GET /v1/demo/personas', 'whom one can be', anyone),

  line('GET /v1/me', 'myself, and nobody else', signedIn, undefined, { id: (of) => of.resident, to: ['resident'] }),
  line('PATCH /v1/me', 'change myself', signedIn, () => ({ body: { language: 'zh' } }), { id: (of) => of.resident, to: ['resident'] }),
  line('PUT /v1/me/privacy-consent', 'agree for myself', signedIn, () => ({ body: { version: '1' } })),

  line('GET /v1/health-rules', 'the rules of the colours', anyone),
  line('GET /v1/figures', 'a community’s figures', '401 403 403 403 403 2xx 2xx 403', () => ({ query: { node: community } })),
  line('GET /v1/figures', 'a grid’s, which nobody may count', '401 403 403 403 403 422 422 403', () => ({ query: { node: west } })),
  line('GET /v1/figures/table', 'the same as a table', '401 403 403 403 403 2xx 2xx 403', () => ({ query: { node: community } })),
  line('GET /v1/regions/:code/figures', 'what is public of them', anyone, () => ({ params: { code: community } })),
  line('PUT /v1/service-requests/:id/rating', 'how the resident’s request went, before it is over', '401 409 404 404 404 404 404 404', (of) => ({
    ...oneRequest(of),
    body: { rating: 'satisfied' },
  })),
  line('GET /v1/risk-map', 'the five-colour map', anyone, () => ({ query: { under: community } })),
  line('GET /v1/my-data', 'what is held about me, and nobody else', signedIn, undefined, { id: (of) => of.request && requestWords, to: ['resident'] }),
  line('GET /v1/my-data/copy', 'the same to keep', signedIn, undefined, { id: (of) => of.request && requestWords, to: ['resident'] }),
  line('GET /v1/me/consents', 'what I agreed to', signedIn),
  line('PUT /v1/me/consents/:kind', 'agree for myself', signedIn, () => ({ params: { kind: 'location' }, body: { version: consentVersion } })),
  line('DELETE /v1/me/consents/:kind', 'take my own back', signedIn, () => ({ params: { kind: 'location' } })),
  line('GET /v1/me/closing', 'what closing does', signedIn),
  line('DELETE /v1/me/closing', 'stay', signedIn),

  line('POST /v1/complaints', 'say what is wrong', signedIn, () => ({ body: { kind: 'complaint', words: '字太小' } })),
  line('POST /v1/complaints', 'with the resident’s photo', '401  2xx  422  422  422  422  422  422',
    (of) => ({ body: { kind: 'complaint', words: '字太小', photo: of.freePhoto } })),
  line('POST /v1/complaints', 'about the handling of the resident’s request', '401  2xx  404  404  404  404  404  404',
    (of) => ({ body: { kind: 'handling', words: '没人来', requestId: of.request } })),
  line('GET /v1/complaints', 'mine', signedIn, undefined, { id: (of) => of.complaint, to: ['resident'] }),
  line('GET /v1/complaints', 'about handling, those I answer', '401  403  403  403  403  2xx  2xx  403',
    () => ({ query: { scope: 'desk' } }), { id: (of) => of.handlingComplaint, to: ['officer', 'county-officer'] }, ['officer', 'county-officer']),
  line('GET /v1/complaints/:id', 'about handling', '401  2xx  404  404  404  2xx  2xx  404',
    (of) => ({ params: { id: of.handlingComplaint } }), { id: (of) => of.handlingComplaint, to: ['resident', 'officer', 'county-officer'] }, ['officer', 'county-officer']),
  line('GET /v1/complaints', 'those my county answers', '401  403  403  403  403  2xx  2xx  403',
    () => ({ query: { scope: 'desk' } }), { id: (of) => of.complaint, to: ['county-officer'] }, ['officer', 'county-officer']),
  line('GET /v1/complaints/:id', 'the resident’s', '401  2xx  404  404  404  404  2xx  404',
    (of) => ({ params: { id: of.complaint } }), { id: (of) => of.complaint, to: ['resident', 'county-officer'] }, ['county-officer']),
  line('POST /v1/complaints/:id/events', 'as who wrote it', '401  2xx  404  404  404  404  409  404',
    (of) => ({ params: { id: of.complaint }, body: { version: 1, event: 'add', words: '还有' } })),
  line('POST /v1/complaints/:id/events', 'as who answers', '401  409  404  404  404  404  2xx  404',
    (of) => ({ params: { id: of.complaint }, body: { version: 1, event: 'answer', words: '下周改' } }), undefined, ['county-officer']),

  line('GET /v1/regions', 'places by name', anyone, () => ({ query: { name: '桂语' } })),
  line('GET /v1/regions/:code', 'a place', anyone, node(community)),
  line('GET /v1/regions/:code/grids', 'its grids', anyone, node(community)),
  line('GET /v1/regions/:code/buildings', 'its buildings', anyone, node(west)),
  line('GET /v1/regions/:code/team', 'who serves it', signedIn, node(west)),
  line('POST /v1/regions/locate', 'where a point lies', anyone, () => ({ body: { lng: 120.1025, lat: 30.3025 } })),
  line('POST /v1/regions/address-search', 'an address', anyone, () => ({ body: { text: '桂语苑' } })),

  line('POST /v1/health-codes', 'a code on a key that is the resident’s', '401  422  422  422  422  422  422  422',
    () => ({ body: { holderKey: 'A'.repeat(43), step: 1, possession: 'A'.repeat(86) } })),
  line('POST /v1/health-codes/verify', 'what a gate should do', anyone, () => ({ body: { code: 'HC1:' } })),
  line('GET /v1/trust-list', 'whose codes are true', anyone),
  line('POST /v1/outside-desks/:name/callbacks', 'of a desk that is none of ours', '404  404  404  404  404  404  404  404',
    (of) => ({
      params: { name: 'county' },
      body: { matter: of.request, kind: 'finished', at: of.now.toISOString() },
    })),
  line('POST /v1/audit-log/heads', 'whether the log holds what it published', anyone,
    () => ({ body: { heads: [{ seq: 1, hash: '0'.repeat(64) }] } })),
  line('GET /v1/status-lists/:id', 'what became of codes', anyone, () => ({ params: { id: '330106-0' } })),
  line('GET /v1/emergencies', 'whether there is one', anyone),
  line('POST /v1/emergencies', 'while one is in force', '401  403  403  403  403  409  409  403',
    (of) => ({ body: { terms: emergencyTerms(of), reason: '试' } })),
  line('POST /v1/emergencies/:id/renewals', 'the county’s', '401  403  403  403  403  403  2xx  403',
    (of) => ({ params: { id: of.emergency }, body: { terms: emergencyTerms(of), reason: '试' } })),
  line('POST /v1/emergencies/:id/end', 'the county’s', '401  403  403  403  403  403  2xx  403',
    (of) => ({ params: { id: of.emergency }, body: { reason: '试' } })),
  line('POST /v1/me/periodic-token', 'a token for this phone', signedIn),
  line('GET /v1/periodic-update', 'the resident’s codes by their phone’s token', anyone,
    (of) => ({ query: { token: of.periodicToken } })),

  line('GET /v1/colours/:personId', 'the resident’s', '401  2xx  403  403  403  403  403  403',
    (of) => ({ params: { personId: of.resident } }), { id: (of) => of.resident, to: ['resident'] }),
  line('GET /v1/colour-changes', 'mine', signedIn),
  line('GET /v1/declarations', 'mine', signedIn, undefined, { id: (of) => of.declaration, to: ['resident'] }),
  line('GET /v1/declarations', 'the resident’s', '401  2xx  403  403  403  403  403  403',
    (of) => ({ query: { personId: of.resident } }), { id: (of) => of.declaration, to: ['resident'] }),
  line('POST /v1/declarations', 'for oneself', signedIn, () => ({ body: well })),
  line('POST /v1/declarations', 'for the resident', '401  2xx  403  403  403  403  403  403',
    (of) => ({ body: { ...well, personId: of.resident } })),
  line('POST /v1/declarations/preview', 'for the resident', '401  2xx  403  403  403  403  403  403',
    (of) => ({ body: { ...well, personId: of.resident } })),
  line('POST /v1/declarations/preview', 'instead of the resident’s', '401  2xx  404  404  404  404  404  404',
    (of) => ({ body: { ...well, insteadOf: of.declaration } })),
  line('PUT /v1/declarations/:id', 'the resident’s', '401  2xx  404  404  404  404  404  404',
    (of) => ({ params: { id: of.declaration }, body: well }), { id: (of) => of.declaration, to: ['resident'] }),
  line('DELETE /v1/declarations/:id', 'the resident’s', '401  2xx  404  404  404  404  404  404',
    (of) => ({ params: { id: of.declaration } })),

  line('POST /v1/confirmation-codes', 'to be confirmed oneself', signedIn, () => ({ body: {} })),
  line('POST /v1/confirmation-codes', 'for the resident’s child', '401  2xx  403  403  403  403  403  403',
    (of) => ({ body: { family: of.child } })),
  line('POST /v1/confirmations', 'the resident, by their code', '401  403  403  403  2xx  2xx  2xx  403',
    (of) => ({ body: { ...of.document, code: of.confirmationCode } }), { id: (of) => of.resident, to: serving }, serving),
  line('POST /v1/confirmations', 'the resident, by their document', '401  403  403  403  2xx  2xx  2xx  403',
    (of) => ({ body: of.document }), { id: (of) => of.resident, to: serving }, serving),
  line('GET /v1/me/account-joins', 'who wants to be me', signedIn, undefined, { id: (of) => of.join, to: ['resident'] }),
  line('POST /v1/account-joins/:id/answer', 'who wants to be the resident', '401  2xx  404  404  2xx  2xx  2xx  404',
    (of) => ({ params: { id: of.join }, body: { join: true } })),

  line('GET /v1/family', 'mine', signedIn, undefined, { id: (of) => of.child, to: ['resident'] }),
  line('POST /v1/family/children', 'a child of who is confirmed', '401  2xx  422  422  2xx  2xx  2xx  422',
    () => ({ body: { name: '林小满', calledAs: '小满', bornOn: '2018-08-15' } })),
  line('POST /v1/family/asks', 'ask to help', signedIn, () => ({ body: { kind: 'helper', calledAs: '妈妈' } })),
  line('POST /v1/family/asks/look', 'who asks', signedIn, (of) => ({ body: { code: of.ask } })),
  line('POST /v1/family/asks/look', 'the resident, who asks', signedIn, (of) => ({ body: { code: of.ownAsk } }), undefined,
    ['neighbour', 'outsider', ...serving, 'checkpoint']),
  line('POST /v1/family/asks/agree', 'yes for oneself', '401  403  2xx  2xx  2xx  2xx  2xx  2xx',
    (of) => ({ body: { code: of.ownAsk, may: ['show'] } })),
  line('POST /v1/family/asks/agree', 'the resident’s yes, said to somebody', '401  2xx  403  403  2xx  2xx  2xx  403',
    (of) => ({ body: { code: of.ask, may: ['show'], saidBy: of.resident } })),
  line('PATCH /v1/family/:id', 'what the resident’s helper may', '401  2xx  404  404  404  404  404  404',
    (of) => ({ params: { id: of.helper }, body: { may: [] } })),
  line('DELETE /v1/family/:id', 'the resident’s child', '401  2xx  404  404  404  404  404  404',
    (of) => ({ params: { id: of.child } })),
  line('DELETE /v1/family/:id', 'one that is not there', '401  404  404  404  404  404  404  404',
    () => ({ params: { id: randomUUID() } })),

  line('GET /v1/me/nudges', 'mine', signedIn),
  line('GET /v1/me/nudges', 'of the resident’s request', '401  2xx  404  404  404  404  404  404',
    (of) => ({ query: { requestId: of.request } })),
  // Nobody here uses WeChat: who may have it is told that there is none.
  line('POST /v1/me/nudges', 'of the resident’s request', '401  409  404  404  404  404  404  404',
    (of) => ({ body: { kind: 'request', templateId: 'A'.repeat(43), requestId: of.request } })),
  line('POST /v1/me/nudges', 'of notices', '401  409  409  409  409  409  409  409',
    () => ({ body: { kind: 'notice', templateId: 'A'.repeat(43) } })),

  line('GET /v1/me/phones', 'mine', signedIn, undefined, { id: (of) => of.phone, to: ['resident'] }),
  line('DELETE /v1/me/phones/:id', 'the resident’s', '401  2xx  404  404  404  404  404  404',
    (of) => ({ params: { id: of.phone } })),
  line('POST /v1/lost-phones', 'the resident’s, by document', '401  403  403  403  2xx  2xx  2xx  403',
    (of) => ({ body: of.document }), { id: (of) => of.resident, to: serving }, serving),

  line('POST /v1/paper-codes', 'for the resident', '401  403  403  403  2xx  2xx  2xx  403',
    (of) => ({ body: { personId: of.resident } }), undefined, serving),
  line('GET /v1/paper-codes', 'of the resident', '401  403  403  403  2xx  2xx  2xx  403',
    (of) => ({ query: { personId: of.resident } }), { id: (of) => of.paper, to: serving }, serving),
  line('DELETE /v1/paper-codes/:id', 'the resident’s', '401  403  403  403  2xx  2xx  2xx  403',
    (of) => ({ params: { id: of.paper } })),

  line('GET /v1/proposals', 'about the resident', '401  403  403  403  2xx  2xx  2xx  403',
    undefined, { id: (of) => of.proposal, to: serving }, serving),
  line('GET /v1/proposals/:id', 'about the resident', '401  403  403  403  2xx  2xx  2xx  403',
    oneProposal, { id: (of) => of.resident, to: serving }, serving),
  line('POST /v1/proposals', 'the resident was in contact', '401  403  403  403  2xx  2xx  2xx  403',
    (of) => contact(of.resident, of.now), { id: (of) => of.resident, to: serving }, serving),
  line('POST /v1/proposals', 'of somebody who is not there', '401  403  403  403  404  404  404  403',
    (of) => contact(randomUUID(), of.now)),
  line('POST /v1/proposals/:id/signature', 'about the resident', '401  403  403  403  403  2xx  2xx  403',
    oneProposal, { id: (of) => of.resident, to: officers }, officers),
  line('POST /v1/proposals/:id/refusal', 'about the resident', '401  403  403  403  403  2xx  2xx  403',
    (of) => ({ ...oneProposal(of), body: { words: '认错人' } }), { id: (of) => of.resident, to: officers }, officers),
  line('POST /v1/proposals/:id/withdrawal', 'about the resident, by who brought it', '401  403  403  403  2xx  404  404  403',
    oneProposal, { id: (of) => of.resident, to: ['worker'] }, ['worker']),

  line('GET /v1/service-catalogue', 'what can be asked for', anyone),
  line('POST /v1/service-requests', 'file a request', signedIn, () => ({ body: filing({}) })),
  line('POST /v1/service-requests', 'with the resident’s photo', '401  2xx  422  422  422  422  422  422',
    (of) => ({ body: filing({ photos: [of.freePhoto] }) })),
  line('POST /v1/service-requests', 'for the resident', '401  2xx  403  403  403  403  403  403',
    (of) => ({ body: filing({ personId: of.resident }) })),
  line('GET /v1/service-requests', 'the resident’s', '401  2xx  403  403  403  403  403  403',
    (of) => ({ query: { personId: of.resident } }), { id: (of) => of.request, to: ['resident'] }),
  line('GET /v1/service-requests', 'mine', signedIn, undefined, { id: (of) => of.request, to: ['resident'] }),
  line('GET /v1/service-requests', 'my grid’s', '401  403  403  403  2xx  2xx  2xx  403',
    () => ({ query: { scope: 'desk' } }), { id: (of) => of.request, to: serving }, serving),
  line('GET /v1/service-requests/:id', 'the resident’s request', '401  2xx  404  404  2xx  2xx  2xx  404',
    oneRequest, { id: (of) => of.request, to: team }, serving),
  line('GET /v1/service-requests/:id', 'one that is not there', '401  404  404  404  404  404  404  404',
    () => ({ params: { id: randomUUID() } })),
  line('POST /v1/service-requests/:id/events', 'as its filer', '401  2xx  404  404  409  409  409  404',
    step({ event: 'urge' }), { id: (of) => of.request, to: ['resident'] }),
  line('POST /v1/service-requests/:id/events', 'as its handler', '401  409  404  404  2xx  2xx  2xx  404',
    step({ event: 'accept' }), { id: (of) => of.request, to: serving }, serving),
  line('GET /v1/service-requests/:id/visit-slots', 'of the resident’s visit', '401  2xx  404  404  2xx  2xx  2xx  404',
    (of) => ({ params: { id: of.visited } }), undefined, serving),
  line('POST /v1/service-requests/:id/visit', 'as its filer', '401  2xx  404  404  409  409  409  404',
    (of) => ({ params: { id: of.visited }, body: { event: 'cancel-visit', version: 2 } }),
    { id: (of) => of.visited, to: ['resident'] }),
  line('POST /v1/service-requests/:id/visit', 'as its handler', '401  409  404  404  2xx  2xx  2xx  404',
    (of) => ({ params: { id: of.visited }, body: { event: 'call-off-visit', version: 2 } }),
    { id: (of) => of.visited, to: serving }, serving),
  line('GET /v1/visits', 'where the resident is one', '401  403  403  403  2xx  2xx  2xx  403',
    undefined, { id: (of) => of.visited, to: ['worker'] }, ['worker']),
  line('POST /v1/service-requests/:id/events', 'with the resident’s photo', '401  409  404  404  422  422  422  404',
    (of) => step({ event: 'accept', photos: [of.freePhoto] })(of)),
  line('POST /v1/service-requests/near', 'what was reported in a public place', signedIn,
    () => ({ body: { category: 'rubbish', addressId: westAddress } }), { id: (of) => of.streetRequest, to: signedInAll }),
  line('GET /v1/joined-requests', 'mine', signedIn, undefined, { id: (of) => of.streetRequest, to: ['neighbour'] }),
  line('GET /v1/joined-requests/:id', 'one the neighbour joined', '401  404  2xx  404  404  404  404  404',
    (of) => ({ params: { id: of.streetRequest } }), { id: (of) => of.streetRequest, to: ['neighbour'] }),
  line('PUT /v1/joined-requests/:id', 'join what the resident reported', '401  404  2xx  2xx  2xx  2xx  2xx  2xx',
    (of) => ({ params: { id: of.streetRequest } })),
  line('PUT /v1/joined-requests/:id', 'join what is of nobody’s business', '401  404  404  404  404  404  404  404', oneRequest),
  line('DELETE /v1/joined-requests/:id', 'leave it again', '401  404  2xx  404  404  404  404  404',
    (of) => ({ params: { id: of.streetRequest } })),

  line('PUT /v1/service-requests/:id/releases/:part', 'the resident’s words', '401  403  403  403  403  2xx  2xx  403',
    (of) => ({ params: { id: of.request, part: 'words' }, body: { released: true } }),
    { id: (of) => of.request, to: ['officer', 'county-officer'] }, ['officer', 'county-officer']),

  line('GET /v1/notices', 'those for where I live', signedIn, undefined, { id: (of) => of.notice, to: ['resident'] }),
  line('GET /v1/notices/:id', 'one for the resident’s grid', '401  2xx  404  404  2xx  2xx  2xx  404',
    oneNotice, { id: (of) => of.notice, to: ['resident', 'worker', 'officer', 'county-officer'] }),
  line('GET /v1/notices/:id/versions', 'of one for the resident’s grid', '401  2xx  404  404  2xx  2xx  2xx  404', oneNotice),
  line('PUT /v1/notices/:id/read', 'one for the resident’s grid', '401  2xx  404  404  2xx  2xx  2xx  404', oneNotice),
  line('PUT /v1/notices/:id/acknowledgements/:personId', 'for the resident', '401  2xx  403  403  403  403  403  403',
    (of) => ({ params: { id: of.askingNotice, personId: of.resident } })),
  line('GET /v1/notices/:id/counts', 'of one for the resident’s grid', '401  403  403  403  2xx  2xx  2xx  403', oneNotice),
  line('GET /v1/notices/:id/counts', 'of one for the resident’s grid, under a place where nothing is said', '401  403  403  403  404  404  404  403',
    (of) => ({ params: { id: of.notice }, query: { under: west } })),
  line('GET /v1/notices/:id/doors', 'of one without a list', '401  403  403  403  404  403  403  403', oneNotice),
  line('GET /v1/notices/:id/doors', 'of one whose list is open', '401  403  403  403  2xx  403  403  403',
    (of) => ({ params: { id: of.openList } }), undefined, ['worker']),
  line('POST /v1/notices/:id/messages', 'cancel one of the officer’s', '401  403  403  403  404  2xx  2xx  403',
    (of) => ({ params: { id: of.notice }, body: { msgType: 'Cancel', seenVersion: 1, because: { zh: '不停了', en: '' } } })),
  line('POST /v1/notice-audiences', 'the resident’s grid', '401  403  403  403  2xx  2xx  2xx  403',
    () => ({ body: { audience: { include: [west] }, severity: 'Minor' } })),
  line('GET /v1/visit-lists', 'open for my grids', '401  403  403  403  2xx  403  403  403'),
  line('GET /v1/published-notices', 'from my places', '401  403  403  403  2xx  2xx  2xx  403'),
  line('GET /v1/notice-drafts', 'mine and those I may approve', '401  403  403  403  2xx  2xx  2xx  403'),
  line('POST /v1/notice-drafts', 'for the resident’s grid', '401  403  403  403  2xx  2xx  2xx  403', () => ({ body: { content: publication(west).body } })),
  line('PUT /v1/notice-drafts/:id', 'one of the officer’s', '401  403  403  403  404  2xx  403  403',
    (of) => ({ params: { id: of.noticeDraft }, body: { version: 1, content: publication(west).body } })),
  line('POST /v1/notice-drafts/:id/acts', 'hand in one of the officer’s', '401  403  403  403  404  2xx  403  403',
    (of) => ({ params: { id: of.noticeDraft }, body: { act: 'submit', version: 1 } })),
  line('GET /v1/me/notice-settings', 'mine', signedIn),
  line('PUT /v1/me/notice-settings', 'mine', signedIn, () => ({ body: { muted: ['Transport'] } })),
  line('POST /v1/notices', 'to the resident’s grid', '401  403  403  403  2xx  2xx  2xx  403', () => publication(west)),
  line('POST /v1/notices', 'to the county', '401  403  403  403  403  403  2xx  403', () => publication('330106')),
  line('POST /v1/notices', 'to another city', '401  403  403  403  403  403  403  403', () => publication(elsewhere)),

  line('POST /v1/appeals', 'against a reason that is not there', '401  409  409  409  409  409  409  409', () => ({ body: { rule: 'LL-Y-9999', words: '不对' } })),
  line('POST /v1/appeals', 'for the resident, at their word', '401  409  403  403  409  409  409  403',
    (of) => ({ body: { personId: of.resident, theirSay: true, rule: 'LL-Y-9999', words: '不对' } })),
  line('GET /v1/appeals', 'mine', signedIn, undefined, { id: (of) => of.appeal, to: ['resident'] }),
  line('GET /v1/appeals', 'the resident’s', '401  2xx  403  403  403  403  403  403',
    (of) => ({ query: { personId: of.resident } }), { id: (of) => of.appeal, to: ['resident'] }),
  line('GET /v1/appeals', 'those I hear', '401  403  403  403  403  2xx  2xx  403',
    () => ({ query: { scope: 'desk' } }), { id: (of) => of.appeal, to: ['officer'] }, ['officer']),
  line('GET /v1/appeals/:id', 'the resident’s', '401  2xx  404  404  404  2xx  404  404',
    oneAppeal, { id: (of) => of.appeal, to: ['resident', 'officer'] }, ['officer']),
  line('POST /v1/appeals/:id/events', 'as the person', '401  2xx  404  404  404  409  404  404',
    (of) => ({ ...oneAppeal(of), body: { version: 2, event: 'withdraw' } })),
  line('POST /v1/appeals/:id/events', 'as its hearer', '401  409  404  404  404  2xx  404  404',
    (of) => ({ ...oneAppeal(of), body: { version: 2, event: 'take' } }), undefined, ['officer']),
  line('GET /v1/files/:id', 'the photo of their appeal', '401  2xx  404  404  404  2xx  404  404',
    (of) => ({ params: { id: of.appealPhoto } }), undefined, ['officer']),
  line('GET /v1/phrases', 'mine', '401  403  403  403  2xx  2xx  2xx  403'),
  line('PUT /v1/phrases', 'mine', '401  403  403  403  2xx  2xx  2xx  403', () => ({ body: { texts: ['马上去看'] } })),
  line('PUT /v1/regions/:code/team/:personId/away', 'somebody who is not of the team', '401  403  403  403  403  404  404  403',
    (of) => ({ params: { code: west, personId: of.resident }, body: { until: '2030-01-01', standIn: of.resident } })),
  line('DELETE /v1/regions/:code/team/:personId/away', 'somebody who is not of the team', '401  403  403  403  403  404  404  403',
    (of) => ({ params: { code: west, personId: of.resident } })),
  line('GET /v1/duty-rosters/:node', 'the community’s', '401  403  403  403  403  2xx  2xx  403', roster(community)),
  line('PUT /v1/duty-rosters/:node', 'the community’s', '401  403  403  403  403  2xx  2xx  403',
    () => ({ ...roster(community)(), body: { shifts: [] } })),
  line('PUT /v1/duty-rosters/:node', 'in another city', '401  403  403  403  403  403  403  403',
    () => ({ ...roster(elsewhere.slice(0, 12))(), body: { shifts: [] } })),

  line('GET /v1/venues', 'those of the resident’s grid', '401  403  403  403  403  2xx  2xx  403',
    undefined, { id: (of) => of.venue, to: ['officer', 'county-officer'] }),
  line('POST /v1/venues', 'in the resident’s grid', '401  403  403  403  403  2xx  2xx  403', () => ({ body: { name: '药店', node: west } })),
  line('POST /v1/venues', 'in another city', '401  403  403  403  403  403  403  403', () => ({ body: { name: '药店', node: elsewhere } })),
  line('GET /v1/exposure-notices', 'what everybody may know', anyone, undefined, { id: (of) => of.exposureNotice, to: columns }),
  line('POST /v1/exposure-notices', 'about the resident’s venue', '401  403  403  403  403  2xx  2xx  403', exposure),
  line('DELETE /v1/exposure-notices/:id', 'about the resident’s venue', '401  403  403  403  403  2xx  2xx  403',
    (of) => ({ params: { id: of.exposureNotice } })),

  line('GET /v1/checkpoints', 'those of the community', '401  403  403  403  403  2xx  2xx  2xx',
    undefined, { id: (of) => of.checkpoint, to: ['officer', 'county-officer', 'checkpoint'] }),
  line('GET /v1/checkpoints', 'and whose phones they are', '401  403  403  403  403  2xx  2xx  2xx',
    undefined, { id: (of) => of.duty, to: officers }, officers),
  line('POST /v1/checkpoints', 'in the community', '401  403  403  403  403  2xx  2xx  403', () => gate(community)),
  line('POST /v1/checkpoints', 'in another city', '401  403  403  403  403  403  403  403', () => gate(elsewhere)),
  line('POST /v1/checkpoints/:id/set-up-codes', 'for a guard of the community', '401  403  403  403  403  2xx  2xx  403',
    (of) => ({ params: { id: of.checkpoint } })),
  line('POST /v1/checkpoint-duties', 'by an officer’s code', signedIn, (of) => ({ body: { code: of.setUpCode } })),
  line('POST /v1/checkpoint-duties', 'by one’s post', '401  403  403  403  403  403  403  2xx',
    (of) => ({ body: { checkpointId: of.checkpoint } })),
  line('GET /v1/checkpoint-duties', 'those of this phone', signedIn, undefined, { id: (of) => of.duty, to: [] }),
  line('PUT /v1/checkpoint-duties/:id/counts', 'of another phone', '401  404  404  404  404  404  404  404',
    (of) => ({ params: { id: of.duty }, body: { hours: [] } })),
  line('DELETE /v1/checkpoint-duties/:id', 'the resident’s', '401  2xx  404  404  404  2xx  2xx  404',
    (of) => ({ params: { id: of.duty } })),

  line('GET /v1/bodies', 'whom a place turns to', anyone, () => ({ query: { node: west } }), { id: (of) => of.body, to: columns }),
  line('GET /v1/me/bodies', 'whose card I keep', signedIn, undefined, { id: (of) => of.body, to: ['resident'] }),
  line('POST /v1/body-stewards', 'by its invitation: nobody of the grid', '401  2xx  2xx  2xx  403  403  403  2xx',
    (of) => ({ body: { code: of.bodyInvitation } })),
  line('PUT /v1/bodies/:id', 'the card the resident keeps', '401  2xx  403  403  403  403  403  403',
    (of) => ({ params: { id: of.body }, body: { where: '议事厅', agenda: [] } })),
  line('PUT /v1/bodies/:id', 'one that is not there', '401  404  404  404  404  404  404  404',
    () => ({ params: { id: randomUUID() }, body: { where: '议事厅', agenda: [] } })),
  line('POST /v1/bodies/:id/invitations', 'for the resident’s successor', '401  2xx  403  403  403  403  403  403',
    (of) => ({ params: { id: of.body } })),

  line('POST /v1/files', 'put a photo', signedIn, (of) => ({ file: { content: of.picture, type: 'image/jpeg' } })),
  line('GET /v1/files/:id', 'the resident’s photo', '401  2xx  404  404  404  404  404  404',
    (of) => ({ params: { id: of.freePhoto } })),
  line('GET /v1/files/:id', 'the photo of their request', '401  2xx  404  404  2xx  2xx  2xx  404',
    (of) => ({ params: { id: of.requestPhoto } }), undefined, serving),
  line('GET /v1/files/:id', 'the photo of their complaint', '401  2xx  404  404  404  404  2xx  404',
    (of) => ({ params: { id: of.complaintPhoto } }), undefined, ['county-officer']),

  // Last of all: those who could are not there any more.
  line('POST /v1/me/closing', 'close my account; a role is handed over first', '401 2xx 2xx 2xx 409 409 409 409'),
];
