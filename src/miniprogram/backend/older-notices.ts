import type { Notice, OutputOf } from '@contract/api';
import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CallFailed } from './client';
import { usePhone } from './phone-context';

type NoticePage = OutputOf<'GET /v1/notices'>;

const key = ['GET /v1/notices', 'older'];

/** Where a page ends: the next one begins before it. */
const endOf = ({ notices, more }: NoticePage): number | undefined =>
  more ? notices.at(-1)?.cursor : undefined;

export interface Older {
  notices: readonly Notice[];
  /** Of what comes next: it is there to be asked for, on its way, did not come, or there is none. */
  next: 'there' | 'coming' | 'failed' | 'none';
  readOn(): void;
}

/**
 * The pages below the first one, as far as one asked for them. They hang on the end of the first page: as new notices
 * push others out of it, they are read anew from where it ends now, so that none is lost in between.
 */
export function useOlderNotices(first: NoticePage | undefined): Older {
  const { client } = usePhone();
  const queries = useQueryClient();
  const end = first && endOf(first);
  const read = useInfiniteQuery<NoticePage, CallFailed, InfiniteData<NoticePage, number>, string[], number>({
    queryKey: key,
    queryFn: ({ pageParam, signal }) =>
      client.call('GET /v1/notices', { query: { before: pageParam } }, signal),
    initialPageParam: end ?? 0,
    getNextPageParam: endOf,
    // Not before they are asked for; then kept as fresh as the first page.
    enabled: ({ state }) => end !== undefined && state.data !== undefined,
  });
  useEffect(() => {
    const kept = queries.getQueryData<InfiniteData<NoticePage, number>>(key);
    if (end === undefined || !kept || kept.pageParams[0] === end) return;
    queries.setQueryData(key, { ...kept, pageParams: [end, ...kept.pageParams.slice(1)] });
    void queries.invalidateQueries({ queryKey: key });
  }, [end, queries]);

  const pages = end === undefined ? [] : (read.data?.pages ?? []);
  const more = (pages.at(-1) ?? first)?.more === true;
  const { fetchNextPage, isFetching, isError } = read;
  // How many were asked for: a tap is not lost where what is shown is read anew at that moment, which stops the next
  // page on its way.
  const [asked, setAsked] = useState(0);
  const waits = more && asked > pages.length;
  useEffect(() => {
    if (waits && !isFetching && !isError) void fetchNextPage();
  }, [waits, isFetching, isError, fetchNextPage]);

  const next = (): Older['next'] => {
    if (!more) return 'none';
    if (!waits) return 'there';
    return isError && !isFetching ? 'failed' : 'coming';
  };
  return {
    notices: pages.flatMap(({ notices }) => notices),
    next: next(),
    readOn() {
      setAsked(pages.length + 1);
      if (isError) void fetchNextPage();
    },
  };
}
