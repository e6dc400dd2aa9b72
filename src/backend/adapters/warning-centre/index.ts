import type { FeedEntry } from '@contract/cap/feed';
import { fail, ok, type Result } from '@contract/result';
import type { CapReader } from '../../ports/cap-reader';
import type { WarningCentre } from '../../ports/warning-centre';
import type { WarningFeedSettings } from '../../settings';
import { readBytes } from '../http-service/read-text';

export interface WarningCentreOptions {
  reader: Pick<CapReader, 'feed'>;
  timeoutMs?: number;
  /** A feed or an alert that is longer is none, also unpacked. */
  mostBytes?: number;
  /** Told of what an operator has to look at. */
  onFault(what: string): void;
}

/** Entries of one feed; what is further down is old. */
const MOST_ENTRIES = 1000;

/** What a server calls a file it does not know, and every kind of XML. */
const mayBeXml = (type: string | null): boolean =>
  type === null ||
  /^(application|text)\/([\w.+-]*\+)?xml\b|^text\/plain\b|^application\/octet-stream\b/i.test(type);

interface Fetched {
  status: number;
  bytes: Buffer;
  etag: string | null;
}

/**
 * A feed over HTTP, Atom or RSS, and the alerts it names. What a feed names is fetched from where the feed itself
 * lies and from nowhere else, and no redirect is followed: a feed must not send this server through its own network.
 */
export function createWarningCentre(
  { name, url }: WarningFeedSettings,
  { reader, timeoutMs = 10_000, mostBytes = 4 * 1024 * 1024, onFault }: WarningCentreOptions,
): WarningCentre {
  const { origin } = new URL(url);
  let last: { etag: string; entries: readonly FeedEntry[] } | undefined;
  const fault = (what: string) => {
    onFault(`warning feed ${name}: ${what}`);
    return fail('unavailable' as const);
  };

  async function fetched(address: string, etag?: string): Promise<Result<Fetched, 'unavailable'>> {
    try {
      const response = await fetch(address, {
        redirect: 'manual',
        headers: {
          accept: 'application/cap+xml, application/atom+xml, application/rss+xml, application/xml, text/xml',
          ...(etag === undefined ? {} : { 'if-none-match': etag }),
        },
        signal: AbortSignal.timeout(timeoutMs),
      });
      const { status } = response;
      if (status === 304 && etag !== undefined) return ok({ status, bytes: Buffer.alloc(0), etag });
      if (status !== 200) {
        await response.body?.cancel();
        return fault(`answered ${status}`);
      }
      const type = response.headers.get('content-type');
      if (!mayBeXml(type)) {
        await response.body?.cancel();
        return fault(`answered ${type ?? ''} instead of XML`);
      }
      const bytes = await readBytes(response, mostBytes);
      return bytes
        ? ok({ status, bytes, etag: response.headers.get('etag') })
        : fault(`answered more than ${mostBytes} bytes`);
    } catch (error) {
      const late = (error as { name?: unknown }).name === 'TimeoutError';
      return fault(late ? 'did not answer in time' : 'cannot be reached, or was cut off');
    }
  }

  return {
    name,
    async entries() {
      const answer = await fetched(url, last?.etag);
      if (!answer.ok) return answer;
      const { status, bytes, etag } = answer.value;
      if (status === 304) return ok(last?.entries ?? []);
      const read = await reader.feed(bytes);
      if (!read.ok) return fault(`no feed: ${read.failure}`);
      const entries = read.value.slice(0, MOST_ENTRIES);
      last = etag === null ? undefined : { etag, entries };
      return ok(entries);
    },
    async file(link) {
      const at = URL.canParse(link, url) ? new URL(link, url) : undefined;
      if (at?.origin !== origin) {
        fault('names an alert that lies elsewhere');
        return fail('elsewhere');
      }
      const answer = await fetched(at.href);
      return answer.ok ? ok(new Uint8Array(answer.value.bytes)) : answer;
    },
  };
}
