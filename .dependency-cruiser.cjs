/** Who may import whom. The rule of the house, in the one place that can say no. */
const pure = [
  '@sinclair/typebox',
  '@noble/curves',
  '@noble/hashes',
  'certlogic-js',
  'dayjs',
  'chinese-days',
  'fflate',
];

module.exports = {
  forbidden: [
    {
      name: 'contract-stands-alone',
      comment: 'The ground floor knows neither the mini-program nor the backend.',
      severity: 'error',
      from: { path: '^src/contract' },
      to: { path: '^src/(miniprogram|backend)' },
    },
    {
      name: 'contract-is-pure',
      comment: 'Only the pure packages named here; no Node, no Taro.',
      severity: 'error',
      from: { path: '^src/contract' },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-no-pkg', 'npm-optional'],
        pathNot: pure.map((name) => `node_modules/${name}`),
      },
    },
    {
      name: 'sides-never-meet',
      comment: 'The phone and the server share the contract and nothing else.',
      severity: 'error',
      from: { path: '^src/(miniprogram|backend)' },
      to: { path: '^src/(miniprogram|backend)', pathNot: '^src/$1' },
    },
    {
      name: 'no-schemas-on-the-phone',
      comment: 'Endpoint schemas reach the mini-program as types only.',
      severity: 'error',
      from: { path: '^src/miniprogram' },
      to: { path: '^src/contract/api', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-are-decided-on-the-server',
      comment: 'Phones get what a rule says; what runs it is not theirs to carry.',
      severity: 'error',
      from: { path: '^src/miniprogram' },
      to: { path: 'node_modules/certlogic-js', reachable: true },
    },
    {
      name: 'only-platform-knows-the-platform',
      comment: 'Elsewhere one asks for what is needed, not for where one is.',
      severity: 'error',
      from: { path: '^src/miniprogram', pathNot: '^src/miniprogram/platform' },
      to: { path: '^src/miniprogram/platform/(is-weapp|http|socket|database)\\.ts' },
    },
    {
      name: 'routes-know-ports-only',
      severity: 'error',
      from: { path: '^src/backend/(routes|ports)' },
      to: { path: '^src/backend/(adapters|app\\.ts|main\\.ts|cli)' },
    },
    {
      name: 'adapters-know-ports-only',
      severity: 'error',
      from: { path: '^src/backend/adapters' },
      to: { path: '^src/backend/(routes|app\\.ts|main\\.ts|cli)' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
