import type { EndpointName, OutputOf } from '@contract/api';
import { hashKey, type QueryClient } from '@tanstack/react-query';
import type { Client } from './client';

type List = OutputOf<'GET /v1/notices'>;
/** As `useRead` keys them. */
type Key = readonly [EndpointName, { params?: { id: string } }];
const list = hashKey(['GET /v1/notices', {}]);

export interface NoticeCopies {
  /** Asks anew for what is kept of an event; what is not this person's any more is not kept on. */
  renew(id: string): void;
}

/**
 * Notices that were opened are kept one by one, also where nobody looks at them. They follow the list: what stood on it
 * and stands there no more is asked for anew, since an Update may have left this person out.
 */
export function keepNoticeCopies(queries: QueryClient, client: Client): NoticeCopies {
  const cache = queries.getQueryCache();
  const renew = (id: string): void => {
    for (const { queryKey, state } of cache.getAll()) {
      const [name, input] = queryKey as unknown as Key;
      if (!state.data || !name.startsWith('GET /v1/notices/:id') || input.params?.id !== id) continue;
      const queryFn = () => client.call(name, input as never);
      // Without a network it stays as it is until the next time.
      queries.fetchQuery({ queryKey, queryFn, staleTime: 0 }).catch(() => undefined);
    }
  };
  let seen: List | undefined;
  cache.subscribe(({ query }) => {
    const now = query.queryHash === list ? (query.state.data as List | undefined) : undefined;
    if (!now || now === seen) return;
    const left = seen?.notices.filter(({ id }) => !now.notices.some((notice) => notice.id === id));
    seen = now;
    left?.forEach(({ id }) => renew(id));
  });
  return { renew };
}
