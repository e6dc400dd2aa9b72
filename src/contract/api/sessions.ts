import { type Static, Type } from '@sinclair/typebox';
import { Instant, literals, strict } from './common';
import { defineEndpoints } from './endpoint';

export const signInProviders = ['demo', 'wechat', 'invite'] as const;

export const Session = Type.Object({ token: Type.String(), expiresAt: Instant });
export type Session = Static<typeof Session>;

export const Persona = Type.Object({
  id: Type.String(),
  name: Type.String(),
  what: Type.Object({ zh: Type.String(), en: Type.String() }),
});
export type Persona = Static<typeof Persona>;

export const sessions = defineEndpoints({
  'POST /v1/sessions': {
    summary: 'Sign in',
    tag: 'sessions',
    callers: ['anyone'],
    // A community behind one address of its carrier signs in far less often; a guesser would like more.
    perMinute: 60,
    body: strict({
      provider: literals(signInProviders),
      /** demo: the persona's id; wechat: what `wx.login` gave; invite: the printed invitation. */
      code: Type.String({ minLength: 1, maxLength: 200 }),
      /** What the phone calls itself, so that its owner knows it in the list of phones. */
      device: Type.Optional(Type.String({ maxLength: 60 })),
    }),
    responses: { 201: Session },
    errors: [
      'sign-in-refused',
      'invitation-used',
      'invitation-expired',
      'provider-unavailable',
      'provider-not-offered',
    ],
  },
  'DELETE /v1/sessions/current': {
    summary: 'Sign out of this device',
    tag: 'sessions',
    callers: ['resident'],
    responses: { 204: null },
  },
  'GET /v1/demo/personas': {
    summary: 'Whom one can be in the demo; absent in production',
    tag: 'sessions',
    callers: ['anyone'],
    responses: { 200: Type.Array(Persona) },
  },
});
