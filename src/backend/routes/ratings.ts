import { relationTo } from '@contract/service-request/access';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import { onBehalf } from './on-behalf';

/** What a resident says of a matter that is over. No step of its timeline: those who handled it do not see who said what. */
export function ratingRoutes(
  ports: Pick<Ports, 'requestDesk' | 'store' | 'family' | 'readingLog'>,
): Handlers<'PUT /v1/service-requests/:id/rating'> {
  const { requestDesk } = ports;
  const { relationFor } = onBehalf(ports);
  return {
    'PUT /v1/service-requests/:id/rating': async ({
      caller: { person },
      params: { id },
      body: { rating },
    }) => {
      const request = await requestDesk.get(id);
      // Whoever handles it is refused before a look of theirs would be noted: they were shown nothing.
      const handles =
        request && relationTo(request, { personId: person.id, grants: person.grants }) === 'handler';
      if (!request || handles || (await relationFor(request, person, 'file')) !== 'filer')
        throw new Refusal('not-found');
      if (request.state !== 'closed') throw new Refusal('not-closed-yet');
      await requestDesk.rate(id, rating);
      return { rating };
    },
  };
}
