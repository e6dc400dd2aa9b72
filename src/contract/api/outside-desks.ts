import { Type } from '@sinclair/typebox';
import { outsideStepKinds } from '../service-request/outside-desk';
import { Id, Instant, literals, strict } from './common';
import { defineEndpoints } from './endpoint';

export const outsideDesks = defineEndpoints({
  'POST /v1/outside-desks/:name/callbacks': {
    summary: 'A desk of the city or county tells what it did with a matter',
    tag: 'outside-desks',
    callers: ['anyone'],
    signed: true,
    params: strict({ name: Type.String({ maxLength: 31 }) }),
    body: strict({
      /** The id under which it was sent there. */
      matter: Id,
      /** 派单, 回复, 退单, 办结. */
      kind: literals(outsideStepKinds),
      /** By that desk's clock: which of its steps came first. */
      at: Instant,
      /** To the resident, as it stands. */
      words: Type.Optional(Type.String({ maxLength: 4000 })),
    }),
    responses: {
      200: Type.Object({
        /** `known`: told before; `late`: it says nothing any more. Neither needs to be told again. */
        outcome: literals(['taken', 'known', 'late']),
      }),
    },
    errors: ['signature-invalid', 'signature-too-old', 'changed-meanwhile'],
  },
});
