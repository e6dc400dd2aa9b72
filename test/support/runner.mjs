import { createRunner } from 'jest-light-runner';

/**
 * For suites that need nothing of their own but the product: all that one worker takes are run in one process, which
 * knows the product's code and what it is built on already, read and made fast by the first of them. Whoever changes
 * something global puts it back.
 */
export default class Runner extends createRunner() {
  constructor(...given) {
    super(...given);
    // Of one worker too: what is TypeScript is read by a loader that Jest's own process does not have.
    this._runtime = 'child_process';
  }

  async runTests(...given) {
    process.env.NODE_OPTIONS = '--import tsx --enable-source-maps';
    try {
      await super.runTests(...given);
    } finally {
      delete process.env.NODE_OPTIONS;
    }
  }
}
