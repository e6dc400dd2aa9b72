/** ESM-only packages that Jest has to turn into CommonJS. */
const esm = [
  '@noble',
  'cookie',
  'content-disposition',
  '@electric-sql',
  'uqr',
  'qr',
  'file-type',
  'music-metadata',
  'win-guid',
  'strtok3',
  'token-types',
  '@tokenizer',
  'uint8array-extras',
  '@borewit',
  '@sparticuz',
  '@fastify',
  '@tanstack',
];
const common = {
  transform: { '^.+\\.([mc]?[tj]sx?)$': ['@swc/jest', { swcrc: true }] },
  transformIgnorePatterns: [`/node_modules/(?!(${esm.join('|')})/)`],
  moduleNameMapper: {
    '^file-type$': '<rootDir>/node_modules/file-type/index.js',
    '^music-metadata$': '<rootDir>/node_modules/music-metadata/lib/index.js',
    '^@contract/(.*)$': '<rootDir>/src/contract/$1',
  },
};
const suite = (name, more = {}) => ({
  ...common,
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts?(x)`],
  testEnvironment: 'node',
  ...more,
});

/** Not in a world of its own for each suite, but in one for all that a worker takes; see the runner. */
const together = {
  runner: '<rootDir>/test/support/runner.mjs',
  setupFilesAfterEnv: ['<rootDir>/test/support/limits.ts'],
};

/** What these share is started once per run, however many projects name it. */
const databases = {
  globalSetup: '<rootDir>/test/support/jest-global-setup.ts',
  globalTeardown: '<rootDir>/test/support/jest-global-teardown.ts',
};

/** The same and a data folder, for the whole product. */
const stages = {
  globalSetup: '<rootDir>/test/e2e/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/e2e/support/global-teardown.ts',
};

/** The mini-program as built: `npm run build:weapp` first. */
const compiled = {
  testEnvironment: 'jsdom',
  setupFiles: ['<rootDir>/test/weapp/support/setup.ts'],
  transform: { '/dist/weapp/.+\\.js$': '<rootDir>/test/weapp/support/as-wechat.js', ...common.transform },
};

module.exports = {
  // Not in the temporary folder, which goes with each run.
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  // Two workers on two cores, a browser and a database beside them: a machine under load is slow, not wrong.
  testTimeout: 30_000,
  testSequencer: '<rootDir>/test/support/long-first.js',
  projects: [
    suite('contract', together),
    suite('backend', { ...together, ...databases }),
    suite('miniprogram'),
    suite('weapp', compiled),
    suite('e2e', { ...together, ...stages }),
  ],
};
