import { ancestors, atLevel, codeLengths, parentOf } from '../region/code';
import { covers, type Grant } from '../role';
import { requestEvents, type RequestEvent } from '../service-request/lifecycle';

/** Of a request, as far as a complaint about its handling goes. */
interface HandledRequest {
  node: string;
  ownerId: string | null;
  timeline: readonly {
    event: RequestEvent;
    actorId: string | null;
    nextOwner?: string | undefined;
    nextNode?: string | undefined;
    destination?: string | undefined;
  }[];
}

/** By whom a request was handled: where it lay or went up to, and everybody who acted on it or had it. */
export interface HandledBy {
  places: readonly string[];
  people: readonly string[];
}

const distinct = (values: readonly (string | null | undefined)[]): string[] => [
  ...new Set(values.filter((value) => typeof value === 'string')),
];

export const handledBy = ({ node, ownerId, timeline }: HandledRequest): HandledBy => ({
  places: distinct([
    node,
    ...timeline.flatMap(({ event, nextNode, destination }) =>
      event === 'escalate' ? [nextNode, destination] : [nextNode],
    ),
  ]),
  people: distinct([
    ownerId,
    ...timeline.flatMap(({ event, actorId, nextOwner }) => [
      requestEvents[event] === 'handler' ? actorId : null,
      nextOwner,
    ]),
  ]),
});

/**
 * Whom a complaint about handling concerns: those who acted on the request or had it, whatever else they are, and the
 * whole team of each grid it lay in. To them the complaint does not exist.
 */
export const isConcerned = (
  { places, people }: HandledBy,
  { id, grants }: { id: string; grants: readonly Grant[] },
): boolean =>
  people.includes(id) ||
  grants.some((grant) => grant.role === 'worker' && places.some((place) => covers(grant, place)));

/** Where those who handled a request did so: the places it lay, and where the officers among them are ones. */
const levelsOf = ({ places }: Pick<HandledBy, 'places'>, grants: readonly Grant[]): string[] => [
  ...places,
  ...grants
    .filter((grant) => grant.role === 'officer' && places.some((place) => covers(grant, place)))
    .map(({ node }) => node),
];

/**
 * Who answers: the lowest node above all who handled it; the county at the highest, where others than those who handled
 * it answer.
 * @param grants of everybody who handled it
 */
export function answeringNode(handled: Pick<HandledBy, 'places'>, grants: readonly Grant[]): string {
  const nodes = levelsOf(handled, grants);
  const [first = []] = nodes.map(ancestors);
  const above = first.filter((node) => nodes.every((one) => ancestors(one).includes(node))).at(-1) ?? '';
  if (above.length >= codeLengths.county) return above;
  const place = handled.places[0] ?? '';
  return atLevel(place, 'county') ?? place;
}

/** One level up from who has not answered; undefined at the county, above which nobody answers here. */
export const answeringAbove = (node: string): string | undefined =>
  node.length > codeLengths.county ? parentOf(node) : undefined;

/** Of two that answer, the higher: a matter that went up does not come down again. */
export const higherOf = (one: string, other: string): string => (one.length <= other.length ? one : other);
