import { type Static, Type } from '@sinclair/typebox';
import { HEADS_ASKED } from '../audit/heads';
import { strict } from './common';
import { defineEndpoints } from './endpoint';

const head = {
  /** The number of an entry, from 1. */
  seq: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
  /** SHA-256 of the chain up to it, hex. */
  hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
};

/** As the trust list publishes it. */
export const HeadBody = Type.Object(head);
export type HeadBody = Static<typeof HeadBody>;

export const auditLog = defineEndpoints({
  'POST /v1/audit-log/heads': {
    summary: 'Whether the log of officials’ acts still holds heads it once published',
    tag: 'audit-log',
    callers: ['anyone'],
    shed: true,
    body: strict({ heads: Type.Array(strict(head), { minItems: 1, maxItems: HEADS_ASKED }) }),
    responses: { 200: Type.Object({ heads: Type.Array(Type.Object({ ...head, held: Type.Boolean() })) }) },
  },
});
