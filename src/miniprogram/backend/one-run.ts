/**
 * One run at a time, however often it is asked for. Asked for during a run, another follows it: what was added meanwhile
 * may have been passed by. The promise is kept when nothing is left to run, and broken as soon as a run is.
 */
export function oneRunAtATime(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;

  async function runs(): Promise<void> {
    do {
      again = false;
      await run();
    } while (again);
  }

  return () => {
    again = true;
    running ??= runs().finally(() => (running = undefined));
    return running;
  };
}
