import type { ExposureNotice, Venue } from '@contract/api';
import { checkWindow, listedSince } from '@contract/venue/exposure';
import { signPoster } from '@contract/venue/poster';
import type { Handlers } from '../http/handler';
import { momentOf } from '../http/moment';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { Exposure, Venue as StoredVenue } from '../ports/venues';
import { mustServe } from './must-serve';

type Keys =
  | 'GET /v1/venues'
  | 'POST /v1/venues'
  | 'GET /v1/exposure-notices'
  | 'POST /v1/exposure-notices'
  | 'DELETE /v1/exposure-notices/:id';

export function venueRoutes({
  venues,
  directory,
  emergencies,
  issuer,
  messenger,
  clock,
}: Pick<Ports, 'venues' | 'directory' | 'emergencies' | 'issuer' | 'messenger' | 'clock'>): Handlers<Keys> {
  // Signed at each reading, by the key of today: after a rotation the officer prints what verifies from then on.
  const viewOf = ({ id, name, node }: StoredVenue): Venue => ({
    id,
    name,
    node,
    poster: signPoster({ county: issuer.county, venueId: id, name, issuedAt: clock.now().getTime() }, issuer),
  });

  return {
    'GET /v1/venues': async ({ caller: { person } }) => {
      const nodes = person.grants.filter(({ role }) => role === 'officer').map(({ node }) => node);
      return (await venues.under(nodes)).map(viewOf);
    },
    'POST /v1/venues': async ({ caller: { person }, body: { name, node } }) => {
      mustServe(person, node);
      if (!(await directory.region(node))) throw new Refusal('region-unknown');
      return viewOf(await venues.add({ name: name.trim(), node }));
    },
    'GET /v1/exposure-notices': async () => {
      const since = new Date(listedSince(clock.now().getTime()));
      return (await venues.exposures(since)).map(noticeOf);
    },
    'POST /v1/exposure-notices': async ({ caller: { person }, body }) => {
      const venue = await venues.get(body.venueId);
      if (!venue) throw new Refusal('venue-unknown');
      mustServe(person, venue.node);
      if (!(await emergencies.inForce())) throw new Refusal('no-emergency');
      const from = momentOf(body.from, '/from');
      const until = momentOf(body.until, '/until');
      const fits = checkWindow({ from: from.getTime(), until: until.getTime() }, clock.now().getTime());
      if (!fits.ok) throw new Refusal(fits.failure);
      const exposure = await venues.publish({
        venueId: venue.id,
        from,
        until,
        advice: body.advice,
        publisherId: person.id,
      });
      await messenger.announce({ type: 'exposure-notice', id: exposure.id });
      return noticeOf(exposure);
    },
    'DELETE /v1/exposure-notices/:id': async ({ caller: { person }, params: { id } }) => {
      const exposure = await venues.exposure(id);
      if (!exposure) throw new Refusal('not-found');
      mustServe(person, exposure.node);
      await venues.withdraw(id);
      await messenger.announce({ type: 'exposure-notice', id });
    },
  };
}

const noticeOf = ({
  id,
  venueId,
  venueName,
  from,
  until,
  advice,
  publishedAt,
}: Exposure): ExposureNotice => ({
  id,
  venueId,
  venueName,
  from: from.toISOString(),
  until: until.toISOString(),
  advice,
  publishedAt: publishedAt.toISOString(),
});
