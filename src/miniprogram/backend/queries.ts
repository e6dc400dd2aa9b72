import type { EndpointName, InputOf, OutputOf } from '@contract/api';
import { createAsyncStoragePersister } from '@tanstack/query-async-storage-persister';
import {
  type InfiniteData,
  QueryCache,
  QueryClient,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { PersistQueryClientOptions } from '@tanstack/react-query-persist-client';
import { CallFailed } from './client';
import { usePhone } from './phone-context';
import type { KeyValue } from './storage';
import { useSignedIn } from './use-session';

const day = 24 * 60 * 60 * 1000;
/** How long a copy serves without a network. */
const keptFor = 30 * day;

/**
 * Reads work from the phone's copy first; a refusal is not asked again by itself. What is there no more, or no longer
 * this person's to read, leaves no copy.
 */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache({
      onError(error, query) {
        if (error instanceof CallFailed && error.gone) query.setState({ data: undefined });
      },
    }),
    defaultOptions: {
      queries: {
        networkMode: 'offlineFirst',
        staleTime: 10_000,
        // Never by a timer: one of over 24.8 days fires at once and would clear what nobody looks at.
        gcTime: Infinity,
        retry: (failed, error) =>
          failed < 2 && error instanceof CallFailed && error.kind === 'refused' && error.passing,
      },
    },
  });

/** All copies lie under one key, of which WeChat takes 1 MB: of a list read on and on, this many pages are kept. */
const keptPages = 4;
const shortened = (data: unknown): unknown => {
  const { pages, pageParams } = (data ?? {}) as Partial<InfiniteData<unknown>>;
  return pages && pageParams
    ? { pages: pages.slice(0, keptPages), pageParams: pageParams.slice(0, keptPages) }
    : data;
};

/** The copies survive a restart of the app. `buster`: copies of another version are not read. */
export const persistenceOf = (
  storage: KeyValue,
  version: string,
): Omit<PersistQueryClientOptions, 'queryClient'> => ({
  maxAge: keptFor,
  buster: version,
  // What could not be read anew is still what was read last: by default it would be left out, and gone at the next start.
  dehydrateOptions: {
    shouldDehydrateQuery: ({ state, meta }) => state.data !== undefined && meta?.['fleeting'] !== true,
    serializeData: shortened,
  },
  persister: createAsyncStoragePersister({
    key: 'copies',
    throttleTime: 500,
    storage: {
      getItem: async (key) => (await storage.get<string>(key)) ?? null,
      setItem: (key, value) => storage.set(key, value),
      removeItem: (key) => storage.remove(key),
    },
  }),
});

type ReadName = Extract<
  EndpointName,
  | `GET ${string}`
  | 'POST /v1/regions/locate'
  | 'POST /v1/regions/address-search'
  | 'POST /v1/service-requests/near'
  | 'POST /v1/notice-audiences'
>;

export interface ReadOptions {
  /** Open to anyone: read while nobody is signed in, too. */
  open?: true;
  enabled?: boolean;
  /** Of other people: no copy stays on this phone, nor in memory once the page is left. */
  fleeting?: true;
  /** For what changes without the socket saying so. */
  refetchInterval?: number | false;
}

/** One read of the API, with the phone's copy. Keyed by endpoint and input. */
export function useRead<K extends ReadName>(
  name: K,
  input: InputOf<K>,
  options: ReadOptions = {},
): UseQueryResult<OutputOf<K>, CallFailed> {
  const { client } = usePhone();
  const signedIn = useSignedIn();
  const { open, fleeting, enabled = true, ...rest } = options;
  return useQuery<OutputOf<K>, CallFailed>({
    queryKey: [name, input],
    queryFn: ({ signal }) => client.call(name, input, signal),
    enabled: enabled && (open === true || signedIn),
    ...(fleeting ? { gcTime: 0, meta: { fleeting } } : {}),
    ...rest,
  });
}
