const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** React and Taro hand the screen over in a few turns of the clock; after this they have. */
export const drawn = (): Promise<void> => after(50);

/**
 * Until `holds`. Rejects after fifteen seconds, since a machine under load is slow and not wrong, with `otherwise`; at once when the app failed to draw (`errors`), which
 * Taro would keep to itself.
 */
export async function until(
  holds: () => boolean,
  otherwise: () => string,
  errors: readonly string[] = [],
): Promise<void> {
  const end = Date.now() + 15_000;
  while (!holds()) {
    if (errors.length > 0) throw new Error(errors.join('\n'));
    if (Date.now() > end) throw new Error(otherwise());
    await after(10);
  }
}
