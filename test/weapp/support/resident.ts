import {
  endpoints,
  type EndpointName,
  type LocalBody,
  type Me,
  type Notice,
  type OutputOf,
  type RequestSummary,
  type ServiceRequest,
} from '@contract/api';
import { decodeBase64url, encodeBase64url } from '@contract/health-code/base64url';
import { FRESH_FOR, signCredential, VALID_FOR } from '@contract/health-code/credential';
import { ed25519Signer, publicKeyOf } from '@contract/health-code/noble';
import { privacyVersion } from '@contract/personal-data/privacy-text';
import { catalogue } from '@contract/service-request/catalogue';
import { pinyinOf } from '../../../src/backend/search/pinyin';
import type { Answer, Request } from './we-chat';

/** A resident of an invented community, and what the backend answers to their phone. Times are around now. */

const minute = 60_000;
const day = 24 * 60 * minute;
const at = (offset: number): string => new Date(Date.now() + offset).toISOString();
const grid = '330106109002003';
const path: Me['home'] = {
  node: grid,
  path: [
    { code: '33', name: '浙江省', level: 'province' },
    { code: '3301', name: '杭州市', level: 'city' },
    { code: '330106', name: '西湖区', level: 'county' },
    { code: '330106109', name: '三墩镇', level: 'township' },
    { code: '330106109002', name: '虚构社区', level: 'community' },
    { code: grid, name: '第三网格', level: 'grid' },
  ],
};

export const me = (): Me => ({
  id: '00000000-0000-4000-8000-000000000001',
  name: '张桂兰',
  maskedName: '张*兰',
  confirmed: true,
  home: path,
  language: null,
  privacyVersion,
  grants: [],
  session: { expiresAt: at(30 * 24 * 60 * minute) },
});

export const notice = (): Notice => ({
  id: '00000000-0000-4000-8000-0000000000a1',
  version: 1,
  cursor: 1,
  msgType: 'Alert',
  severity: 'Moderate',
  urgency: 'Expected',
  certainty: 'Observed',
  category: 'Infra',
  info: [
    { language: 'zh', headline: '明天 9:00–16:00 停水', description: '水管检修', instruction: '请提前储水' },
    { language: 'en', headline: 'Water off tomorrow', description: 'Pipes are mended' },
  ],
  author: { node: '330106109002', name: '虚构社区居委会' },
  audience: { include: [grid], except: [] },
  parts: [],
  pinned: false,
  acknowledge: false,
  acknowledgedFor: [],
  attachments: [],
  pinyin: 'ming tian ting shui\nmingtiantingshui\nmtts',
  sentAt: at(-5 * minute),
  expiresAt: null,
  read: false,
});

/** Its meeting was, and nobody wrote the next one down. */
const council = (): LocalBody => ({
  id: '00000000-0000-4000-8000-0000000000d1',
  kind: 'residents-council',
  name: '虚构社区居民议事会',
  node: '330106109002',
  nodeName: '虚构社区',
  where: '一楼议事厅',
  meetsAt: at(-day),
  agenda: ['加装电梯'],
  keptBy: 'itself',
  touchedAt: at(-200 * day),
});
const water = (): LocalBody => ({
  id: '00000000-0000-4000-8000-0000000000d2',
  kind: 'water',
  name: '虚构区供水抢修',
  node: '330106',
  nodeName: '西湖区',
  call: '0571-5555-0190',
  agenda: [],
  keptBy: 'county',
  touchedAt: at(-day),
});

export const summary = (): RequestSummary => ({
  id: '00000000-0000-4000-8000-0000000000b1',
  number: 'W7-0042',
  category: 'stairs-light',
  categoryName: { zh: '楼道灯不亮', en: 'Stair light is out' },
  state: 'accepted',
  node: grid,
  nodeName: '第三网格',
  placeText: '桂语苑 3 幢',
  words: '',
  createdAt: at(-60 * minute),
  changedAt: at(-30 * minute),
  urged: 0,
  ownerMaskedName: '王*军',
  due: { waitsFor: 'resolve', at: at(day), warnAt: at(day / 2), provisional: false },
  version: 2,
});

const request = (): ServiceRequest => ({
  ...summary(),
  catalogueVersion: catalogue.version,
  answers: {},
  photos: [],
  relation: 'filer',
  possible: ['add', 'urge', 'withdraw'],
  timeline: [
    { seq: 1, event: 'submit', at: at(-60 * minute), by: { role: 'filer' }, state: 'submitted', photos: [] },
    {
      seq: 2,
      event: 'accept',
      at: at(-30 * minute),
      by: { role: 'handler', maskedName: '王*军' },
      state: 'accepted',
      photos: [],
    },
  ],
});

export const county = { secret: new Uint8Array(32).fill(7), kid: new Uint8Array(8).fill(1) };

/** Signs a code for the phone's key as the backend does, with a key of this test's own. */
export function issue(asked: Request): OutputOf<'POST /v1/health-codes'> {
  const now = Date.now();
  const { personId, ...body } = asked.body as { personId?: string; holderKey: string };
  const holderKey = decodeBase64url(body.holderKey);
  if (!holderKey) throw new Error('no key of the phone');
  const facts = { maskedName: '张*兰', colour: 'green' as const, confirmed: true };
  const signed = signCredential(
    {
      ...facts,
      county: '330106',
      issuedAt: now,
      expiresAt: now + VALID_FOR,
      status: { list: 0, index: 1 },
      holderKey,
    },
    { kid: county.kid, sign: ed25519Signer(county.secret) },
  );
  if (!signed.ok) throw new Error(signed.failure);
  return {
    ...facts,
    personId: personId ?? me().id,
    credential: encodeBase64url(signed.value),
    issuedAt: at(0),
    freshUntil: at(FRESH_FOR),
    expiresAt: at(VALID_FOR),
    serverTime: at(0),
  };
}

export const trustList = (): OutputOf<'GET /v1/trust-list'> => ({
  publishedAt: at(0),
  issuers: [
    {
      kid: encodeBase64url(county.kid),
      county: '330106',
      alg: 'EdDSA',
      key: encodeBase64url(publicKeyOf(county.secret)),
    },
  ],
  emergencies: [{ county: '330106', until: at(60 * minute) }],
});

/** What each endpoint answers; each is the contract's own type. */
export type Answers = { [K in EndpointName]?: (request: Request) => OutputOf<K> };

const answers: Answers = {
  'POST /v1/sessions': () => ({ token: 'token', expiresAt: at(24 * 60 * minute) }),
  'GET /v1/me': me,
  'PUT /v1/me/privacy-consent': () => undefined,
  'GET /v1/trust-list': trustList,
  'POST /v1/health-codes': issue,
  'GET /v1/exposure-notices': () => [],
  'GET /v1/family': () => ({ members: [], helpers: [] }),
  'GET /v1/me/phones': () => [],
  'GET /v1/me/account-joins': () => [],
  'GET /v1/my-data': () => ({
    at: at(0),
    tables: [
      {
        table: 'person',
        name: { zh: '你是谁、住在哪个网格', en: 'Who you are' },
        source: { zh: '你自己填的', en: 'You said it' },
        until: { zh: '到你注销账号', en: 'Until you close your account' },
        fields: [],
        rows: [[{ field: 'name', value: '张桂兰', words: { zh: '张桂兰', en: '张桂兰' } }]],
      },
    ],
    looks: [{ role: 'worker', what: { zh: '你办的事', en: 'Your requests' }, at: at(-minute) }],
  }),
  'GET /v1/me/consents': () => [
    { kind: 'health', version: null, givenAt: null },
    { kind: 'location', version: null, givenAt: null },
  ],
  'GET /v1/me/closing': () => ({ against: ['open-request'], asked: null, stays: [] }),
  'GET /v1/complaints': () => [
    {
      id: '00000000-0000-4000-8000-0000000000c1',
      kind: 'complaint',
      state: 'waiting',
      answerBy: at(24 * 60 * minute),
      photo: null,
      createdAt: at(-minute),
      changedAt: at(-minute),
      version: 1,
      timeline: [{ seq: 1, event: 'file', role: 'filer', at: at(-minute), words: '夜里看不清字' }],
      possible: ['add'],
    },
  ],
  'POST /v1/me/periodic-token': () => ({ token: 'periodic' }),
  'GET /v1/service-catalogue': () =>
    ({
      ...catalogue,
      categories: catalogue.categories.map((category) => ({ ...category, pinyin: pinyinOf(category) })),
    }) as unknown as OutputOf<'GET /v1/service-catalogue'>,
  'GET /v1/bodies': () => [council(), water()],
  'GET /v1/me/bodies': () => [council()],
  'GET /v1/service-requests': () => [summary()],
  'GET /v1/me/nudges': () => [],
  'GET /v1/service-requests/:id': request,
  'POST /v1/service-requests': request,
  'GET /v1/notices': () => ({ notices: [notice()], more: false, unread: 1, cursor: 1 }),
  'GET /v1/notices/:id': notice,
  'PUT /v1/notices/:id/read': () => undefined,
  'GET /v1/notices/:id/versions': () => ({ versions: [] }),
  'GET /v1/me/notice-settings': () => ({
    followed: [{ node: '330106099002', name: '听泉社区', label: '妈妈家' }],
    muted: ['Transport'],
    door: null,
    lookIn: [],
  }),
  'GET /v1/regions/:code/team': () => [
    { id: 'w1', maskedName: '王*军', workPhone: '0571-5555-0103', hours: '8:30–17:30' },
  ],
  'GET /v1/regions/:code/grids': () => [
    {
      code: grid,
      name: '第三网格',
      about: '桂语苑 1–8 幢',
      rings: [
        [
          [120.07, 30.31],
          [120.08, 30.31],
          [120.08, 30.32],
          [120.07, 30.31],
        ],
      ],
    },
  ],
  'GET /v1/regions/:code': () => ({
    code: '330106109002',
    name: '虚构社区',
    level: 'community',
    ancestors: [],
    children: [{ code: grid, name: '第三网格', level: 'grid' }],
    addresses: true,
  }),
};

const matches = (endpoint: string, { method, path }: Request): boolean =>
  new RegExp(`^${endpoint.replace(/:\w+/g, '[^/]+')}$`).test(`${method} ${path}`);

/** The backend as this resident's phone meets it; `own` answers instead where a test says so. Others are not found. */
export const backend =
  (own: Answers = {}) =>
  (asked: Request): Answer => {
    const all: Answers = { ...answers, ...own };
    const name = (Object.keys(all) as EndpointName[]).find((endpoint) => matches(endpoint, asked));
    const answer = name && all[name];
    if (!name || !answer) return { status: 404 };
    return { status: Number(Object.keys(endpoints[name].responses)[0]), body: answer(asked) };
  };

/** What the phone keeps of someone signed in. */
export const signedIn = (more: Record<string, unknown> = {}): Map<string, unknown> =>
  new Map<string, unknown>([
    ['self/session', { token: 'token', expiresAt: at(24 * 60 * minute) }],
    ...Object.entries(more),
  ]);
