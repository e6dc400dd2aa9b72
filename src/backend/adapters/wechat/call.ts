/**
 * One call to WeChat. It answers 200 to everything; what happened is in `errcode`.
 * @returns the parsed answer; undefined when there was none, or none that can be read
 */
export async function callWeChat(
  address: URL,
  { timeoutMs, body }: { timeoutMs: number; body?: object },
): Promise<Record<string, unknown> | undefined> {
  try {
    const response = await fetch(address, {
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    const answer: unknown = response.ok ? await response.json() : undefined;
    return typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>) : undefined;
  } catch {
    // The cause would quote the address, and with it a secret.
    return undefined;
  }
}
