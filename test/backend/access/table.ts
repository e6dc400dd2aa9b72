import { randomUUID } from 'node:crypto';
import type { EndpointName } from '../../../src/contract/api';
import type { CallOptions } from '../../support/server';
import { community, elsewhere, west, westAddress } from '../../support/world';
import type { Belongings } from './belongings';

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
}

const line = (
  endpoint: EndpointName,
  what: string,
  expected: string,
  call: Line['call'] = () => ({}),
  shows?: Line['shows'],
): Line => ({ endpoint, what, call, expected: expected.trim().split(/\s+/), ...(shows ? { shows } : {}) });

const oneRequest = (of: Belongings) => ({ params: { id: of.request } });
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

const anyone = '2xx 2xx 2xx 2xx 2xx 2xx 2xx 2xx';
const signedIn = '401 2xx 2xx 2xx 2xx 2xx 2xx 2xx';
const team = ['resident', 'worker', 'officer', 'county-officer'] as const;

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

  line('GET /v1/regions', 'places by name', anyone, () => ({ query: { name: '桂语' } })),
  line('GET /v1/regions/:code', 'a place', anyone, node(community)),
  line('GET /v1/regions/:code/grids', 'its grids', anyone, node(community)),
  line('GET /v1/regions/:code/team', 'who serves it', signedIn, node(west)),
  line('POST /v1/regions/locate', 'where a point lies', anyone, () => ({ body: { lng: 120.1025, lat: 30.3025 } })),
  line('POST /v1/regions/address-search', 'an address', anyone, () => ({ body: { text: '桂语苑' } })),

  line('POST /v1/health-codes', 'a code on a key that is the resident’s', '401  422  422  422  422  422  422  422',
    () => ({ body: { holderKey: 'A'.repeat(43), step: 1, possession: 'A'.repeat(86) } })),
  line('POST /v1/health-codes/verify', 'what a gate should do', anyone, () => ({ body: { code: 'HC1:' } })),
  line('GET /v1/trust-list', 'whose codes are true', anyone),

  line('GET /v1/service-catalogue', 'what can be asked for', anyone),
  line('POST /v1/service-requests', 'file a request', signedIn, () => ({ body: filing({}) })),
  line('POST /v1/service-requests', 'with the resident’s photo', '401  2xx  422  422  422  422  422  422',
    (of) => ({ body: filing({ photos: [of.freePhoto] }) })),
  line('GET /v1/service-requests', 'mine', signedIn, undefined, { id: (of) => of.request, to: ['resident'] }),
  line('GET /v1/service-requests', 'my grid’s', '401  403  403  403  2xx  2xx  2xx  403',
    () => ({ query: { scope: 'desk' } }), { id: (of) => of.request, to: ['worker', 'officer', 'county-officer'] }),
  line('GET /v1/service-requests/:id', 'the resident’s request', '401  2xx  404  404  2xx  2xx  2xx  404',
    oneRequest, { id: (of) => of.request, to: team }),
  line('GET /v1/service-requests/:id', 'one that is not there', '401  404  404  404  404  404  404  404',
    () => ({ params: { id: randomUUID() } })),
  line('POST /v1/service-requests/:id/events', 'as its filer', '401  2xx  404  404  409  409  409  404',
    step({ event: 'urge' }), { id: (of) => of.request, to: ['resident'] }),
  line('POST /v1/service-requests/:id/events', 'as its handler', '401  409  404  404  2xx  2xx  2xx  404',
    step({ event: 'accept' }), { id: (of) => of.request, to: ['worker', 'officer', 'county-officer'] }),
  line('POST /v1/service-requests/:id/events', 'with the resident’s photo', '401  409  404  404  422  422  422  404',
    (of) => step({ event: 'accept', photos: [of.freePhoto] })(of)),

  line('GET /v1/notices', 'those for where I live', signedIn, undefined, { id: (of) => of.notice, to: ['resident'] }),
  line('GET /v1/notices/:id', 'one for the resident’s grid', '401  2xx  404  404  404  2xx  2xx  404',
    oneNotice, { id: (of) => of.notice, to: ['resident', 'officer', 'county-officer'] }),
  line('PUT /v1/notices/:id/read', 'one for the resident’s grid', '401  2xx  404  404  404  2xx  2xx  404', oneNotice),
  line('POST /v1/notices', 'to the resident’s grid', '401  403  403  403  403  2xx  2xx  403', () => publication(west)),
  line('POST /v1/notices', 'to the county', '401  403  403  403  403  403  2xx  403', () => publication('330106')),
  line('POST /v1/notices', 'to another city', '401  403  403  403  403  403  403  403', () => publication(elsewhere)),

  line('POST /v1/files', 'put a photo', signedIn, (of) => ({ file: { content: of.picture, type: 'image/jpeg' } })),
  line('GET /v1/files/:id', 'the resident’s photo', '401  2xx  404  404  404  404  404  404',
    (of) => ({ params: { id: of.freePhoto } })),
  line('GET /v1/files/:id', 'the photo of their request', '401  2xx  404  404  2xx  2xx  2xx  404',
    (of) => ({ params: { id: of.requestPhoto } })),
];
