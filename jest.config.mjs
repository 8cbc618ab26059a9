/** Node 24 strips the types itself, so nothing is transformed (NODE_OPTIONS=--experimental-vm-modules is set by scripts/test.ts). */
const common = {
  testEnvironment: 'node',
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
  coverageProvider: 'v8',
  modulePathIgnorePatterns: ['<rootDir>/.data'],
};

/** What starts and stops whole processes or database servers: a suite of its own, `npm run test:starts`. */
const STARTS = ['/tests/lifecycle/', '/tests/gateway/start\\.', '/demo/postgres/(?:start|place|leftover)\\.', '/demo/reset\\.'];
const onOneServer = {
  globalSetup: '<rootDir>/tests/harness/postgres-setup.ts',
  globalTeardown: '<rootDir>/tests/harness/postgres-teardown.ts',
};

/**
 * `unit` beside the files, `parts` over real wires with stand-ins of their own and one database server, `graph` over one running demo,
 * which its tests share and break on purpose, `starts` over processes that are started and stopped.
 */
export default {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/{adapters,auth,demo,gateway,schema,service,simulators,subgraphs,scripts}/**/*.test.ts'],
      testPathIgnorePatterns: STARTS,
    },
    {
      ...common,
      displayName: 'parts',
      testMatch: ['<rootDir>/tests/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/tests/graph/', ...STARTS],
      ...onOneServer,
    },
    {
      ...common,
      displayName: 'starts',
      testRegex: STARTS.map((path) => `${path}.*test\\.ts$`),
      ...onOneServer,
    },
    {
      ...common,
      displayName: 'graph',
      testMatch: ['<rootDir>/tests/graph/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/harness/global-setup.ts',
      globalTeardown: '<rootDir>/tests/harness/global-teardown.ts',
    },
  ],
};
