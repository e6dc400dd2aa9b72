import { discovery } from '@contract/open311/discovery';
import type { Tree } from '@contract/open311/document';
import { fault } from '@contract/open311/fault';
import { type FeedQuery, type QueryArguments, readFeedQuery } from '@contract/open311/query';
import { type PublicRequest, requestRow } from '@contract/open311/requests';
import { serviceDefinition, serviceList } from '@contract/open311/services';
import type { Language } from '@contract/text';
import type { PublicRow } from '../ports/public-requests';
import type { Open311 } from './open311';
import { read, refuse } from './open311-answer';
import { open311Services } from './open311-services';

interface Call {
  query: QueryArguments;
  /** What the path names: a service, a request, a token. */
  name: string;
  language: Language;
}
/** The outermost element of an answer, and what is in it. */
type Answer = (call: Call) => Promise<{ root: string; tree: Tree }>;

/** What anybody may read, by its path without the extension. */
export function open311Reading(open311: Open311): Readonly<Record<string, Answer>> {
  const { ports, county, workHours, publicUrl, production } = open311;
  const { clock, directory, publicRequests, serviceCatalogue, workCalendars } = ports;
  const services = open311Services(ports);

  async function publicOf({ photos, link, ...rest }: PublicRow): Promise<PublicRequest[]> {
    const category = await services.filedAs(rest.category, rest.catalogueVersion);
    const mediaUrls = [
      ...photos.map((id) => `${publicUrl}/open311/v2/photos/${id}`),
      ...(link === undefined ? [] : [link]),
    ];
    return category ? [{ ...rest, category, mediaUrls }] : [];
  }

  async function found(query: FeedQuery, { query: { extensions }, language }: Call): Promise<Tree[]> {
    const codes = await services.codesInForce();
    const rows = await publicRequests.find(query, codes, { steps: extensions === 'true' });
    const office = { calendar: await workCalendars.inForce(), hours: workHours };
    const requests = await Promise.all(rows.map(publicOf));
    return requests.flat().map((request) => requestRow(request, office, language));
  }

  async function one(call: Call, what: string): Promise<Tree[]> {
    const ids = read(readFeedQuery({ service_request_id: call.name }, clock.now().getTime()));
    const rows = await found(ids, call);
    return rows.length === 1 ? rows : refuse(fault(404, `没有这个 ${what}`, `${what} was not found`));
  }

  const discovered: Answer = async ({ language }) => {
    const countyName = (await directory.region(county))?.name ?? county;
    const servicesSince = await serviceCatalogue.inForceSince();
    return {
      root: 'discovery',
      tree: discovery({ publicUrl, production, county, countyName, servicesSince }, language),
    };
  };

  return {
    '/discovery': discovered,
    '/v2/discovery': discovered,
    '/v2/services': async ({ language }) => ({
      root: 'services',
      tree: serviceList(await services.inForce(), language),
    }),
    '/v2/services/:name': async ({ name, language }) => {
      const category = (await services.inForce()).find(({ code }) => code === name);
      if (!category) return refuse(fault(404, '没有这个 service_code', 'service_code was not found'));
      return { root: 'service_definition', tree: serviceDefinition(category, language) };
    },
    '/v2/requests': async (call) => ({
      root: 'service_requests',
      tree: await found(read(readFeedQuery(call.query, clock.now().getTime())), call),
    }),
    '/v2/requests/:name': async (call) => ({
      root: 'service_requests',
      tree: await one(call, 'service_request_id'),
    }),
    // Every request has its id at once: it is its own token.
    '/v2/tokens/:name': async (call) => {
      await one(call, 'token');
      const { name } = call;
      return { root: 'service_requests', tree: [{ service_request_id: name, token: name }] };
    },
  };
}
