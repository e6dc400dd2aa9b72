import { cellsAround } from '@contract/service-request/duplicates';
import { isOpen, requestStates } from '@contract/service-request/lifecycle';
import { offset } from '@contract/region/geometry';
import type { Clock } from '../../../ports/clock';
import type { Asked, RequestJoins, SpottedRequest } from '../../../ports/request-joins';
import type { DeskRequest } from '../../../ports/request-desk';
import type { Unit } from '../database/unit';
import { joinedOf, photosOfFiling, requestOf } from './rows';

const openStates = requestStates.filter(isOpen);
/** More than anybody looks through. */
const MOST = 50;

/** Who follows what, in the deployment's own database. */
export function createRequestJoins(unit: Unit, clock: Clock): RequestJoins {
  const spotted = () =>
    unit.db
      .selectFrom('service_request')
      .selectAll('service_request')
      .select([photosOfFiling, joinedOf])
      .where('spot_cell', 'is not', null)
      .orderBy('created_at', 'desc')
      .orderBy('id');

  return {
    async around({ category, spot, metres, since }: Asked) {
      const rows = await spotted()
        .where('category', '=', category)
        .where('spot_cell', 'in', cellsAround(spot, metres))
        .where('created_at', '>=', since)
        .where('state', 'in', openStates)
        .$if(spot.kind === 'point', (query) => {
          if (spot.kind !== 'point') return query;
          const [from, to] = [offset(spot.point, -metres, -metres), offset(spot.point, metres, metres)];
          return query
            .where('spot_lng', '>=', from.lng)
            .where('spot_lng', '<=', to.lng)
            .where('spot_lat', '>=', from.lat)
            .where('spot_lat', '<=', to.lat);
        })
        .limit(MOST)
        .execute();
      return rows.map(requestOf).filter(hasSpot);
    },
    async join(requestId, personId) {
      await unit.db
        .insertInto('service_request_follower')
        .values({ request_id: requestId, person_id: personId, joined_at: clock.now() })
        .onConflict((already) => already.doNothing())
        .execute();
    },
    async leave(requestId, personId) {
      await unit.db
        .deleteFrom('service_request_follower')
        .where('request_id', '=', requestId)
        .where('person_id', '=', personId)
        .execute();
    },
    async has(requestId, personId) {
      const row = await unit.db
        .selectFrom('service_request_follower')
        .select('joined_at')
        .where('request_id', '=', requestId)
        .where('person_id', '=', personId)
        .executeTakeFirst();
      return row !== undefined;
    },
    async of(personId) {
      const rows = await spotted()
        .where('service_request.id', 'in', (from) =>
          from
            .selectFrom('service_request_follower as mine')
            .select('mine.request_id')
            .where('mine.person_id', '=', personId),
        )
        .execute();
      return rows.map(requestOf).filter(hasSpot);
    },
    async among(requestIds, personId) {
      if (requestIds.length === 0) return new Set();
      const rows = await unit.db
        .selectFrom('service_request_follower')
        .select('request_id')
        .where('person_id', '=', personId)
        .where('request_id', 'in', [...requestIds])
        .execute();
      return new Set(rows.map((row) => row.request_id));
    },
    async followers(requestId) {
      const rows = await unit.db
        .selectFrom('service_request_follower')
        .select('person_id')
        .where('request_id', '=', requestId)
        .execute();
      return rows.map((row) => row.person_id);
    },
  };
}

const hasSpot = (request: DeskRequest): request is SpottedRequest => request.spot !== undefined;
