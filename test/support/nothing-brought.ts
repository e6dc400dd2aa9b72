import type { Brought } from '../../src/backend/adapters/embedded/confirmations/brought';

/** For what is tried apart from colours: no fact waits for anybody. */
export const nothingBrought: Brought = {
  waitingFor: () => Promise.resolve([]),
  couldWorsen: () => Promise.resolve(false),
  give: () => Promise.resolve(),
  recolour: () => Promise.resolve(),
};
