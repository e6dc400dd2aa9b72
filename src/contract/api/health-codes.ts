import { type Static, Type } from '@sinclair/typebox';
import { Bytes, Instant, literals, RegionCode, strict } from './common';
import { defineEndpoints } from './endpoint';
import { colours } from '../health-code/colour';

export const IssuedCode = Type.Object({
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

export const TrustListBody = Type.Object({
  publishedAt: Instant,
  issuers: Type.Array(
    Type.Object({
      /** 8 bytes, base64url. */
      kid: Bytes(16),
      county: RegionCode,
      alg: literals(['EdDSA', 'ES256', 'PS256']),
      /** Raw public key, base64url. */
      key: Bytes(),
      notBefore: Type.Optional(Instant),
      notAfter: Type.Optional(Instant),
    }),
  ),
  /** Declared emergencies in force: outside them nobody needs a code. */
  emergencies: Type.Array(Type.Object({ county: RegionCode, until: Instant })),
});

export const healthCodes = defineEndpoints({
  'POST /v1/health-codes': {
    summary: 'My credential, bound to a key of this phone',
    tag: 'health-codes',
    callers: ['resident'],
    body: strict({
      /** Ed25519 public key of this person on this phone. */
      holderKey: Bytes(43),
      /** The 30-second step the proof is of. */
      step: Type.Integer({ minimum: 0 }),
      /** Ed25519 signature that proves possession of the key now (contract/health-code/possession). */
      possession: Bytes(86),
    }),
    responses: { 201: IssuedCode },
    errors: ['holder-key-refused', 'possession-not-proved', 'consent-required', 'home-required'],
  },
  'POST /v1/health-codes/verify': {
    summary: 'What a gate should do with a scanned code',
    tag: 'health-codes',
    callers: ['anyone'],
    // Longer than any code: what does not fit is "unreadable", not a bad request.
    body: strict({ code: Type.String({ maxLength: 65536 }) }),
    responses: { 200: VerifyAnswer },
  },
  'GET /v1/trust-list': {
    summary: 'Public keys of those who issue codes, and the emergencies in force',
    tag: 'trust-list',
    callers: ['anyone'],
    responses: { 200: TrustListBody },
  },
});
