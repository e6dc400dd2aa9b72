const Sequencer = require('@jest/test-sequencer').default;

/** Suites in a browser and those that start processes take longest: begun last, one worker would wait for them. */
const long = [/\/test\/e2e\//, /\/backend\/(start|access|database|status-lists|cli|admin)\//, /\/weapp\//];
const rank = ({ path }) => {
  const place = long.findIndex((each) => each.test(path));
  return place < 0 ? long.length : place;
};

/** What ran before is not asked: the order is the same in a clean clone. */
module.exports = class LongFirst extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => rank(a) - rank(b) || a.path.localeCompare(b.path));
  }
};
