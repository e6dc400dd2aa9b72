import { addEventHandler, getState } from 'jest-circus';

// `test/support/runner.mjs` keeps no time: one test that hangs would hold up the run, and nobody could tell which.

/** As in jest.config.js. */
const usual = 30_000;
type State = ReturnType<typeof getState>;
let suite: State | undefined;
let limit = usual;

/** What a suite asks for is for itself. */
function limitOf(state: State): number {
  if (state !== suite) limit = usual;
  suite = state;
  return limit;
}

const within = (ms: number, work: () => unknown) => async (): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${ms} ms`)), ms);
  });
  try {
    await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
};

addEventHandler((event, state) => {
  if (event.name !== 'add_test' && event.name !== 'add_hook') return;
  const { children, hooks } = state.currentDescribeBlock;
  const added = event.name === 'add_test' ? children.at(-1) : hooks.at(-1);
  if (!added || added.type === 'describeBlock' || !added.fn) return;
  const work = added.fn as () => unknown;
  added.fn = within(added.timeout ?? limitOf(state), work);
});

jest.setTimeout = (ms: number): typeof jest => {
  limitOf(getState());
  limit = ms;
  return jest;
};

// It was meant for this process; those that suites start are started as anybody would.
delete process.env.NODE_OPTIONS;

// Nor does it end with the run while something is left open in it.
process.once('disconnect', () => process.exit());
