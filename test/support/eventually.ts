/** Tries until it no longer throws; after `patience` milliseconds the last failure is the answer. */
export async function eventually<T>(attempt: () => T | Promise<T>, patience = 5_000): Promise<T> {
  for (const started = Date.now(); ; await new Promise((resolve) => setTimeout(resolve, 20))) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() - started > patience) throw error;
    }
  }
}
