/** The body of an answer as text; undefined when it is longer than so many bytes, of which no more is read. */
export async function readText({ body }: Response, mostBytes: number): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const reader = body?.getReader();
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    if (!value) return Buffer.concat(parts).toString('utf8');
    bytes += value.length;
    if (bytes > mostBytes) {
      await reader?.cancel();
      return undefined;
    }
    parts.push(value);
  }
}
