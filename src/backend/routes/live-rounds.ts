/** So long (ms) one round goes on before other calls have their turn. */
const stretchMs = 10;

/** Does something with each of very many, in stretches: nobody else waits long. */
export async function inStretches<T>(all: Iterable<T>, work: (one: T) => void): Promise<void> {
  let began = performance.now();
  // As they are now: who comes meanwhile has read, or is told, what this is about.
  for (const one of [...all]) {
    work(one);
    if (performance.now() - began < stretchMs) continue;
    await new Promise(setImmediate);
    began = performance.now();
  }
}
