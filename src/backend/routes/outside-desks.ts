import type { Handlers } from '../http/handler';
import { momentOf } from '../http/moment';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';

type Keys = 'POST /v1/outside-desks/:name/callbacks';

export function outsideDeskRoutes({ outsideDesks }: Pick<Ports, 'outsideDesks'>): Handlers<Keys> {
  return {
    'POST /v1/outside-desks/:name/callbacks': async ({ params, body, signed }) => {
      const { at, ...told } = body;
      const taken = await outsideDesks.receive(params.name, signed, { ...told, at: momentOf(at, '/at') });
      if (taken.ok) return { outcome: taken.value };
      switch (taken.failure) {
        case 'unknown-desk':
        case 'unknown-matter':
          throw new Refusal('not-found');
        case 'too-old':
          throw new Refusal('signature-too-old');
        case 'signature-invalid':
        case 'changed-meanwhile':
          throw new Refusal(taken.failure);
      }
    },
  };
}
