/** Node 24 strips the types itself, so nothing is transformed (NODE_OPTIONS=--experimental-vm-modules is set by scripts/test.ts). */
const common = {
  testEnvironment: 'node',
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
  coverageProvider: 'v8',
  modulePathIgnorePatterns: ['<rootDir>/.data'],
};

/** What takes long: whole processes and database servers started and stopped, large tables, every order of pages, long runs of chance. `npm run test:slow` runs it. */
const SLOW = [
  '/tests/lifecycle/',
  '/tests/audit/(?:kill|verify)\\.',
  '/tests/bulk/',
  '/tests/contract/',
  '/tests/docs/add-a-system\\.',
  '/tests/(?:fuzz|legacy-tool|observe|oracle|overload|soap)/',
  '/tests/(?:legal-aid|police)/faults\\.',
  '/tests/(?:court-12368|notary|procuratorate-12309)/failures\\.',
  '/tests/gateway/(?:open-graph|start|stop)\\.',
  '/tests/graph/views/mutations\\.',
  '/tests/police/paging\\.',
  '/tests/registry/',
  '/demo/postgres/(?:start|place|leftover)\\.',
  '/demo/reset\\.',
  '/adapters/connector/any-order\\.',
  '/adapters/soap/write/round-trip\\.',
  '/gateway/authorization/(?:federation|leaks)\\.',
  '/schema/identifiers/properties\\.',
];
/** The same of the tests over the demo that they share. */
const SLOW_GRAPH = [
  '/tests/graph/(?:bad-arguments|department-fails)\\.',
  '/tests/graph/attacks/positions\\.',
  '/tests/graph/brute-force/full\\.',
  '/tests/graph/views/ways-back\\.',
  '/tests/graph/questions/lists\\.',
];
const onOneServer = {
  globalSetup: '<rootDir>/tests/harness/postgres-setup.ts',
  globalTeardown: '<rootDir>/tests/harness/postgres-teardown.ts',
};
const onOneDemo = {
  globalSetup: '<rootDir>/tests/harness/global-setup.ts',
  globalTeardown: '<rootDir>/tests/harness/global-teardown.ts',
};

/**
 * `unit` beside the files, `parts` over real wires with stand-ins of their own and one database server, `graph` over one running demo,
 * which its tests share and break on purpose, `slow` and `slow-graph` what takes long of them, `legacy` over servers that are not ours
 * (`npm run test:legacy` starts them).
 */
export default {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/{adapters,auth,demo,gateway,schema,service,simulators,subgraphs,scripts}/**/*.test.ts'],
      testPathIgnorePatterns: SLOW,
    },
    {
      ...common,
      displayName: 'parts',
      testMatch: ['<rootDir>/tests/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/tests/graph/', '<rootDir>/tests/legacy/', ...SLOW],
      ...onOneServer,
    },
    {
      ...common,
      displayName: 'slow',
      testRegex: SLOW.map((path) => `${path}.*test\\.ts$`),
      ...onOneServer,
    },
    {
      ...common,
      displayName: 'legacy',
      testMatch: ['<rootDir>/tests/legacy/**/*.test.ts'],
    },
    {
      ...common,
      displayName: 'graph',
      testMatch: ['<rootDir>/tests/graph/**/*.test.ts'],
      testPathIgnorePatterns: [...SLOW, ...SLOW_GRAPH],
      ...onOneDemo,
    },
    {
      ...common,
      displayName: 'slow-graph',
      testRegex: SLOW_GRAPH.map((path) => `${path}.*test\\.ts$`),
      ...onOneDemo,
    },
  ],
};
