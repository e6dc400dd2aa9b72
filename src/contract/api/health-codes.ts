import { type Static, Type } from '@sinclair/typebox';
import { HeadBody } from './audit-log';
import { Bytes, Id, Instant, literals, RegionCode, strict } from './common';
import { defineEndpoints } from './endpoint';
import { colours } from '../health-code/colour';
import { STATUS_LIST_TYPE } from '../health-code/status-list';
import { certificateKinds } from '../health-code/trust-list';

export const IssuedCode = Type.Object({
  /** Whose code it is. */
  personId: Id,
  /** The signed credential (COSE_Sign1), base64url; the phone adds its proof and shows it. */
  credential: Bytes(),
  colour: literals(colours),
  maskedName: Type.String(),
  confirmed: Type.Boolean(),
  issuedAt: Instant,
  /** Fresh until: 24 hours after issue. A guard asks after that. */
  freshUntil: Instant,
  expiresAt: Instant,
  /** The server's clock at the moment of answering: the phone measures its own by it. */
  serverTime: Instant,
});
export type IssuedCode = Static<typeof IssuedCode>;

export const VerifyAnswer = Type.Object({
  result: literals(['pass', 'ask', 'stop']),
  /** A code of the registry in contract/health-code; stable. */
  reason: Type.String(),
  /** The guard's one act, by code; texts are the interface's. */
  act: Type.String(),
  maskedName: Type.Optional(Type.String()),
  colour: Type.Optional(literals(colours)),
  confirmed: Type.Optional(Type.Boolean()),
  issuedAt: Type.Optional(Instant),
  expiresAt: Type.Optional(Instant),
  /** For a proof that is not of now: how old it is, negative when from the future. */
  ageSeconds: Type.Optional(Type.Integer()),
});
export type VerifyAnswer = Static<typeof VerifyAnswer>;

const TrustedKey = {
  /** 8 bytes, base64url. */
  kid: Bytes(16),
  alg: literals(['EdDSA', 'ES256', 'PS256']),
  /** Public key, base64url: raw for EdDSA, uncompressed point for ES256, SPKI in DER for PS256. */
  key: Bytes(),
};

/** The shape is contract/health-code/trust-list's, which says what each means. */
export const TrustListBody = Type.Object({
  publishedAt: Instant,
  issuers: Type.Array(
    Type.Object({
      ...TrustedKey,
      county: RegionCode,
      notBefore: Type.Optional(Instant),
      notAfter: Type.Optional(Instant),
      revokedAt: Type.Optional(Instant),
    }),
  ),
  /** Declared emergencies in force: outside them nobody needs a code. */
  emergencies: Type.Array(Type.Object({ county: RegionCode, since: Type.Optional(Instant), until: Instant })),
  /** `<county>-<list>` of each status list there is to fetch here. */
  statusLists: Type.Optional(Type.Array(Type.String({ pattern: '^[0-9]{6}-[0-9]{1,4}$' }))),
  /** Who signs other countries' certificates (`HC1:`). */
  signers: Type.Optional(
    Type.Array(
      Type.Object({
        ...TrustedKey,
        country: Type.String({ pattern: '^[A-Z]{2}$' }),
        uses: Type.Optional(Type.Array(literals(certificateKinds))),
        notBefore: Instant,
        notAfter: Instant,
      }),
    ),
  ),
  /** Where the log of officials’ acts stood. */
  log: Type.Optional(HeadBody),
});

export const healthCodes = defineEndpoints({
  'POST /v1/health-codes': {
    summary: 'My credential, or one of a family member, bound to a key of this phone',
    tag: 'health-codes',
    callers: ['resident'],
    shed: true,
    body: strict({
      /** Somebody whose code I may show; myself without it. */
      personId: Type.Optional(Id),
      /** Ed25519 public key of this person on this phone. */
      holderKey: Bytes(43),
      /** The 30-second step the proof is of. */
      step: Type.Integer({ minimum: 0 }),
      /** Ed25519 signature that proves possession of the key now (contract/health-code/possession). */
      possession: Bytes(86),
    }),
    responses: { 201: IssuedCode },
    errors: [
      'holder-key-refused',
      'possession-not-proved',
      'consent-required',
      'not-in-family',
      'no-emergency',
    ],
  },
  'POST /v1/health-codes/verify': {
    summary: 'What a gate should do with a scanned code',
    tag: 'health-codes',
    callers: ['anyone'],
    // Whatever was scanned gets a verdict, if it is no more than a code could ever be.
    body: strict({ code: Type.String() }),
    bodyLimit: { bytes: 65_536, refusal: 'code-too-long' },
    anyText: true,
    responses: { 200: VerifyAnswer },
  },
  'GET /v1/trust-list': {
    summary: 'Public keys of those who issue codes, and the emergencies in force',
    tag: 'trust-list',
    callers: ['anyone'],
    maxAge: 30,
    responses: { 200: TrustListBody },
  },
  'GET /v1/status-lists/:id': {
    summary: 'A status list (IETF Token Status List, CWT form): what became of codes since their issue',
    tag: 'status-lists',
    callers: ['anyone'],
    /** County and list: `330106-0`. */
    params: strict({ id: Type.String({ pattern: '^\\d{6}-\\d{1,4}$' }) }),
    maxAge: 30,
    mediaType: STATUS_LIST_TYPE,
    responses: { 200: 'binary' },
  },
  'POST /v1/me/periodic-token': {
    summary: 'A token for WeChat’s periodic update, good for nothing else',
    tag: 'health-codes',
    callers: ['resident'],
    responses: { 201: Type.Object({ token: Type.String() }) },
  },
  'GET /v1/periodic-update': {
    summary: 'Fresh credentials for keys this phone proved before; asked by WeChat while the app is closed',
    tag: 'health-codes',
    callers: ['anyone'],
    shed: true,
    // WeChat adds parameters of its own.
    query: Type.Object({ token: Type.String({ minLength: 1, maxLength: 200 }) }),
    responses: { 200: Type.Object({ codes: Type.Array(IssuedCode) }) },
    errors: ['sign-in-required'],
  },
});
