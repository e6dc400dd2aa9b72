import type { Point } from '../region/geometry';
import type { GridCategory } from '../service-request/category';
import { isOpen, type RequestEvent, type RequestState } from '../service-request/lifecycle';
import type { Language } from '../text';
import { dueAfter, type Office } from '../working-time/reckon';
import type { Tree } from './document';
import { writeMoment } from './moment';
import { serviceNotice } from './services';
import { publicAddress, publicDegrees } from './street';
import { eventNotes, stateNotes } from './wording';

/** All that anybody may know of a request: no person, and no word or picture that no officer released. */
export interface PublicRequest {
  id: string;
  state: RequestState;
  createdAt: Date;
  changedAt: Date;
  due?: { waitsFor: 'accept' | 'resolve' | 'confirm'; at: Date };
  category: GridCategory;
  /** The community it lies in. */
  community: string;
  address?: { text: string; building: string | null };
  point?: Point;
  /** Released. */
  words?: string;
  /** Of the pictures that were released, the first one first. */
  mediaUrls: readonly string[];
  /** Asked for with `extensions=true`. */
  steps?: readonly { event: RequestEvent; at: Date }[];
}

/** When it can be expected to be done; nobody expects it of what is said to be done already. */
export function expectedAt(
  { due, createdAt, category }: Pick<PublicRequest, 'due' | 'createdAt' | 'category'>,
  office: Office,
): Date | undefined {
  if (due?.waitsFor === 'resolve') return due.at;
  if (due?.waitsFor === 'accept') return new Date(dueAfter(createdAt.getTime(), category.resolve, office));
  return undefined;
}

/**
 * A row of `service_requests`. Every field of the standard stands there, empty where there is nothing to say; only the moment
 * by which it can be expected is left out then, as the standard allows: an empty moment is none that a client can read.
 */
export function requestRow(request: PublicRequest, office: Office, language: Language): Tree {
  const { category, address, point, steps, mediaUrls } = request;
  const expected = expectedAt(request, office);
  return {
    service_request_id: request.id,
    status: isOpen(request.state) ? 'open' : 'closed',
    status_notes: stateNotes[request.state][language],
    service_name: category.name[language],
    service_code: category.code,
    description: request.words ?? null,
    agency_responsible: request.community,
    service_notice: serviceNotice(category, {}, language),
    requested_datetime: writeMoment(request.createdAt),
    updated_datetime: writeMoment(request.changedAt),
    ...(expected ? { expected_datetime: writeMoment(expected) } : {}),
    address: publicPlace(request.community, address),
    // An id leads to an entrance of a building: nearer than the street.
    address_id: null,
    zipcode: null,
    lat: point ? publicDegrees(point.lat) : null,
    long: point ? publicDegrees(point.lng) : null,
    media_url: mediaUrls[0] ?? null,
    ...(steps
      ? {
          extended_attributes: {
            state: request.state,
            photos: mediaUrls.map((media_url) => ({ media_url })),
          },
          notes: steps.map(({ event, at }) => ({
            datetime: writeMoment(at),
            description: eventNotes[event][language],
            type: event,
          })),
        }
      : {}),
  };
}

/** Where it lies, to the street: from the most specific to the most general. */
export function publicPlace(community: string, address: PublicRequest['address']): string {
  const street = address ? publicAddress(address.text, address.building !== null) : '';
  return [street, community].filter(Boolean).join(', ');
}

/** What whoever posted a request is told. There is no account behind it. */
export const receipt = (id: string, notice: string): Tree => [
  { service_request_id: id, service_notice: notice, account_id: null },
];
