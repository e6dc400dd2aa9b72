/** The body of an answer; undefined when it is longer than so many bytes, of which no more is read. */
export async function readBytes({ body }: Response, mostBytes: number): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const reader = body?.getReader();
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    if (!value) return Buffer.concat(parts);
    bytes += value.length;
    if (bytes > mostBytes) {
      await reader?.cancel();
      return undefined;
    }
    parts.push(value);
  }
}

/** The same as text. */
export const readText = async (response: Response, mostBytes: number): Promise<string | undefined> =>
  (await readBytes(response, mostBytes))?.toString('utf8');
