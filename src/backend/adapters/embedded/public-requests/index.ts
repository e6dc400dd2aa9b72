import { isOpen, requestStates } from '@contract/service-request/lifecycle';
import { sql } from 'kysely';
import type { AuditLog } from '../../../ports/audit-log';
import type { Clock } from '../../../ports/clock';
import type { PublicRequests } from '../../../ports/public-requests';
import type { Unit } from '../database/unit';
import { linkOf, photosOf, rowOf, stepsOf, wordsOf } from './rows';

const openStates = requestStates.filter(isOpen);

/** What is public of the requests in the deployment's own database. What was not released is not even read. */
export function createPublicRequests(
  unit: Unit,
  clock: Clock,
  auditLog: Pick<AuditLog, 'append'>,
): PublicRequests {
  const rows = (codes: readonly string[], steps: boolean) =>
    unit.db
      .selectFrom('service_request')
      .leftJoin('address', (join) => join.on(sql<boolean>`address.id = service_request.place->>'addressId'`))
      .leftJoin('region', (join) => join.on(sql<boolean>`region.code = left(service_request.node, 12)`))
      .select([
        'service_request.id',
        'service_request.category',
        'service_request.catalogue_version',
        'service_request.state',
        'service_request.created_at',
        'service_request.changed_at',
        'service_request.waits_for',
        'service_request.due_at',
        'region.name as community',
        'address.text as address',
        'address.building',
        'address.lng',
        'address.lat',
        sql<{ lng: number; lat: number } | null>`service_request.place->'point'`.as('point'),
      ])
      .select([wordsOf, linkOf, photosOf])
      .$if(steps, (query) => query.select(stepsOf))
      .where('service_request.anonymous', '=', false)
      .where('service_request.category', 'in', codes.length > 0 ? codes : ['']);

  return {
    async find(query, codes, { steps }) {
      if ('ids' in query) {
        if (query.ids.length === 0) return [];
        const found = await rows(codes, steps)
          .where('service_request.id', 'in', query.ids)
          .orderBy('service_request.created_at', 'desc')
          .orderBy('service_request.id')
          .execute();
        return found.map(rowOf);
      }
      const { open, requested, updated, page, pageSize } = query;
      const asked = query.codes ? codes.filter((code) => query.codes?.includes(code)) : codes;
      const found = await rows(asked, steps)
        .$if(open !== undefined, (some) =>
          some.where('service_request.state', open ? 'in' : 'not in', openStates),
        )
        .$if(requested !== undefined, (some) =>
          some
            .where('service_request.created_at', '>=', new Date(requested?.from ?? 0))
            .where('service_request.created_at', '<=', new Date(requested?.until ?? 0)),
        )
        .$if(updated !== undefined, (some) =>
          some
            .where('service_request.changed_at', '>=', new Date(updated?.from ?? 0))
            .where('service_request.changed_at', '<=', new Date(updated?.until ?? 0))
            .orderBy('service_request.changed_at'),
        )
        .orderBy('service_request.created_at', 'desc')
        .orderBy('service_request.id')
        .limit(pageSize)
        .offset((page - 1) * pageSize)
        .execute();
      return found.map(rowOf);
    },
    async isReleased(photoId, codes) {
      const found = await unit.db
        .selectFrom('request_release')
        .innerJoin('service_request', 'service_request.id', 'request_release.request_id')
        .innerJoin('service_request_photo as photo', 'photo.request_id', 'service_request.id')
        .select('photo.photo_id')
        .where('request_release.part', '=', photoId)
        .where('photo.photo_id', '=', photoId)
        .where('service_request.anonymous', '=', false)
        .where('service_request.category', 'in', codes.length > 0 ? codes : [''])
        .executeTakeFirst();
      return found !== undefined;
    },
    async releasedOf(requestId) {
      const found = await unit.db
        .selectFrom('request_release')
        .select('part')
        .where('request_id', '=', requestId)
        .orderBy('at')
        .orderBy('part')
        .execute();
      return found.map(({ part }) => part);
    },
    release: ({ id, node }, part, released, by) =>
      unit.together(async () => {
        const changed = released
          ? await unit.db
              .insertInto('request_release')
              .values({ request_id: id, part, by_id: by, at: clock.now() })
              .onConflict((there) => there.doNothing())
              .returning('part')
              .executeTakeFirst()
          : await unit.db
              .deleteFrom('request_release')
              .where('request_id', '=', id)
              .where('part', '=', part)
              .returning('part')
              .executeTakeFirst();
        if (!changed) return;
        await auditLog.append({
          act: released ? 'request-part-released' : 'request-part-withheld',
          node,
          body: { request: id, part },
          personal: { by },
          deletedWith: { personId: by },
        });
      }),
  };
}
