import type { EndpointName, InputOf, OutputOf } from '@contract/api';
import type { ErrorCode, Problem } from '@contract/errors';
import type { Bilingual } from '@contract/text';

export interface HttpAnswer {
  status: number;
  body: string;
  /** The server's clock at that moment (RFC 9110 Date); absent where the answer may come from a cache. */
  date?: string | undefined;
  /** RFC 9110 Retry-After, as it came. */
  retryAfter?: string | undefined;
  /** RFC 9110 ETag, as it came. */
  etag?: string | undefined;
}

/** What the platform can do on the wire. Rejects when nothing came back: no network, time-out, cut. */
export interface Http {
  request(call: {
    method: string;
    url: string;
    headers: Record<string, string>;
    body?: string;
    signal?: AbortSignal | undefined;
  }): Promise<HttpAnswer>;
  /** A photo kept on this phone, as field `file` of a multipart form. */
  upload(call: {
    url: string;
    headers: Record<string, string>;
    photo: string;
  }): Promise<{ status: number; body: string }>;
  /** A file as a `data:` address, fit for an image. */
  download(call: {
    url: string;
    headers: Record<string, string>;
  }): Promise<{ status: number; dataUrl: string }>;
  /** Bytes as they are; none when `status` is 304. */
  bytes(call: {
    url: string;
    headers: Record<string, string>;
  }): Promise<{ status: number; bytes: Uint8Array<ArrayBuffer>; etag?: string | undefined }>;
}

/** A file with what to ask by whether it changed. */
export interface Tagged {
  bytes: Uint8Array;
  etag?: string | undefined;
}

/** Why a call gave nothing: no answer at all, or a refusal with its problem document. */
export class CallFailed extends Error {
  constructor(
    readonly kind: 'offline' | 'refused',
    readonly problem?: Problem,
    /** The server asks to be left alone for so long (s). */
    readonly retryAfter?: number,
  ) {
    super(problem?.code ?? kind);
  }

  get code(): ErrorCode | 'offline' {
    return this.problem?.code ?? 'offline';
  }

  /** What it means, in the server's words. */
  get text(): Bilingual | undefined {
    return this.problem?.text;
  }

  /** The server answers, but cannot do more now. */
  get busy(): boolean {
    return this.problem?.status === 503 || this.problem?.status === 429;
  }

  /** The server itself says so, not something in between: it is not there, or not this person's to read. */
  get gone(): boolean {
    return this.problem?.code === 'not-found' && Boolean(this.problem.traceId);
  }

  /** Trying the same thing again may help: nothing was wrong with what was sent. */
  get passing(): boolean {
    if (this.kind === 'offline') return true;
    const status = this.problem?.status ?? 500;
    return status >= 500 || status === 429 || this.problem?.code === 'idempotency-in-flight';
  }
}

/** What is handed out as a file to keep. */
export type FileEndpoint = 'GET /v1/figures/table';

export interface Client {
  call<K extends EndpointName>(name: K, input: InputOf<K>, signal?: AbortSignal): Promise<OutputOf<K>>;
  upload(photo: string, idempotencyKey: string): Promise<OutputOf<'POST /v1/files'>>;
  download(fileId: string): Promise<string>;
  /** What the server hands out as a file of its own, byte by byte. */
  file<K extends FileEndpoint>(name: K, input: InputOf<K>): Promise<Uint8Array<ArrayBuffer>>;
  /** A signed list as it is; `unchanged` when it still is what has that tag. */
  statusList(id: string, etag?: string): Promise<Tagged | 'unchanged'>;
}

interface Parts {
  params?: Record<string, string>;
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
  idempotencyKey?: string;
}

/** Read again and again where sockets are blocked: asked for by whether it changed (RFC 9110 §13.1.2). */
const revalidated: readonly EndpointName[] = ['GET /v1/notices'];

/** "GET /v1/regions/:code" and its parameters → an address. */
export function addressOf(path: string, params: Parts['params'] = {}, query: Parts['query'] = {}): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}=${encodeURIComponent(value)}`,
  );
  return asked.length > 0 ? `${filled}?${asked.join('&')}` : filled;
}

/** The one way to the backend. `token` is asked at each call; a refusal for want of a session is told to `onSignedOut`. */
export function createClient(deps: {
  http: Http;
  baseUrl: string;
  token: () => string | undefined;
  onSignedOut: () => void;
}): Client {
  const authorisation = (token: string | undefined): Record<string, string> =>
    token ? { authorization: `Bearer ${token}` } : {};
  const reach = async <T>(asked: Promise<T>): Promise<T> =>
    asked.catch(() => {
      throw new CallFailed('offline');
    });
  const read = (answer: HttpAnswer, token: string | undefined): unknown => {
    if (answer.status >= 200 && answer.status < 300)
      return answer.body === '' ? undefined : JSON.parse(answer.body);
    const problem = problemOf(answer);
    // A refusal of an older token, or of none, says nothing about the one that is there now.
    if (problem.status === 401 && token !== undefined && token === deps.token()) deps.onSignedOut();
    const wait = Number(answer.retryAfter);
    throw new CallFailed('refused', problem, wait > 0 ? wait : undefined);
  };
  /** What each of those said last, and to whom. */
  const before = new Map<string, { token: string | undefined; etag: string; said: unknown }>();
  return {
    async call<K extends EndpointName>(name: K, input: InputOf<K>, signal?: AbortSignal) {
      const [method, path] = name.split(' ') as [string, string];
      const { params, query, body, idempotencyKey } = input as Parts;
      const token = deps.token();
      const url = deps.baseUrl + addressOf(path, params, query);
      const had = before.get(url);
      const known = had?.token === token ? had : undefined;
      const answer = await reach(
        deps.http.request({
          method,
          url,
          headers: {
            ...authorisation(token),
            ...(known ? { 'if-none-match': known.etag } : {}),
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          signal,
        }),
      );
      if (known && answer.status === 304) return known.said as OutputOf<K>;
      const said = read(answer, token) as OutputOf<K>;
      // One address at a time: searches are many, and nobody polls them.
      if (answer.etag && query === undefined && revalidated.includes(name))
        before.set(url, { token, etag: answer.etag, said });
      return said;
    },
    async upload(photo, idempotencyKey) {
      const token = deps.token();
      const headers = { ...authorisation(token), 'idempotency-key': idempotencyKey };
      return read(
        await reach(deps.http.upload({ url: `${deps.baseUrl}/v1/files`, headers, photo })),
        token,
      ) as OutputOf<'POST /v1/files'>;
    },
    async download(fileId) {
      const answer = await reach(
        deps.http.download({
          url: `${deps.baseUrl}/v1/files/${fileId}`,
          headers: authorisation(deps.token()),
        }),
      );
      if (answer.status !== 200)
        throw new CallFailed('refused', problemOf({ status: answer.status, body: '' }));
      return answer.dataUrl;
    },
    async file<K extends FileEndpoint>(name: K, input: InputOf<K>) {
      const { params, query } = input as Parts;
      const token = deps.token();
      const url = deps.baseUrl + addressOf(name.replace('GET ', ''), params, query);
      const { status, bytes } = await reach(deps.http.bytes({ url, headers: authorisation(token) }));
      if (status !== 200) read({ status, body: '' }, token);
      return bytes;
    },
    async statusList(id, etag) {
      const { status, ...list } = await reach(
        deps.http.bytes({
          url: deps.baseUrl + addressOf('/v1/status-lists/:id', { id }),
          headers: etag ? { 'if-none-match': etag } : {},
        }),
      );
      if (status === 304) return 'unchanged';
      if (status !== 200) throw new CallFailed('refused', problemOf({ status, body: '' }));
      return list;
    },
  };
}

/** A refusal as the server means it; something in between (a proxy's page) is treated as the server being busy. */
function problemOf(answer: { status: number; body: string }): Problem {
  try {
    const problem = JSON.parse(answer.body) as Partial<Problem>;
    if (typeof problem.code === 'string') return problem as Problem;
  } catch {
    // Not ours: fall through.
  }
  return {
    type: 'about:blank',
    status: answer.status,
    code: answer.status === 404 ? 'not-found' : 'overloaded',
    title: '',
    traceId: '',
  };
}
