import { type Static, Type } from '@sinclair/typebox';
import { nudgeKinds } from '../nudge/kind';
import { Id, literals, strict } from './common';
import { defineEndpoints } from './endpoint';

const Template = Type.String({ minLength: 20, maxLength: 64 });

/** What WeChat can be asked about for me; empty where there is none, or I do not use WeChat. */
export const NudgeOffer = Type.Object({
  kind: literals(nudgeKinds),
  /** `wx.requestSubscribeMessage` asks about it. */
  templateId: Template,
  /** So many messages I said yes to and have not had. */
  waiting: Type.Integer(),
});
export type NudgeOffer = Static<typeof NudgeOffer>;

export const nudges = defineEndpoints({
  'GET /v1/me/nudges': {
    summary: 'What WeChat could tell me about once, and how often it still will',
    tag: 'me',
    callers: ['resident'],
    query: strict({ requestId: Type.Optional(Id) }),
    responses: { 200: Type.Array(NudgeOffer) },
  },
  'POST /v1/me/nudges': {
    summary: 'I said yes to one message: once per tap',
    tag: 'me',
    callers: ['resident'],
    idempotent: true,
    body: strict({
      kind: literals(nudgeKinds),
      templateId: Template,
      /** The request of kind `request`. */
      requestId: Type.Optional(Id),
    }),
    responses: { 200: NudgeOffer },
    errors: ['consent-required', 'nudge-not-offered'],
  },
});
