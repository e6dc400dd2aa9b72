import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { fail, ok, type Result } from '@contract/result';

const PATIENCE_MS = 10_000;
/** Some tens of times what a full list of ours weighs. */
const MAX_BYTES = 8 * 1024 * 1024;

export interface Downloaded {
  content: Uint8Array;
  etag: string | undefined;
}

/**
 * Fetches a file unless it is the same still. `missing`: there is none at that address. Any other failure is a line that
 * says what was wrong: no connection, no answer in ten seconds, another status, more than 8 MB.
 */
export async function download(
  url: string,
  etag: string | undefined,
): Promise<Result<Downloaded | 'unchanged', string>> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const answer = await fetch(url, {
      headers: etag ? { 'if-none-match': etag } : {},
      // Whoever answers there speaks for that county, and nobody it points to.
      redirect: 'error',
      signal,
    });
    if (answer.status === 304) return ok('unchanged');
    if (answer.status !== 200) await answer.body?.cancel();
    if (answer.status === 404) return fail('missing');
    if (answer.status !== 200) return fail(`status ${answer.status}`);
    const content = await readAll(answer);
    return content
      ? ok({ content, etag: answer.headers.get('etag') ?? undefined })
      : fail('larger than any status list');
  } catch {
    return fail(signal.aborted ? 'no answer in ten seconds' : 'cannot be reached');
  }
}

async function readAll({ body }: Response): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  if (!body) return new Uint8Array();
  for await (const part of Readable.fromWeb(body as ReadableStream) as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > MAX_BYTES) return undefined;
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
