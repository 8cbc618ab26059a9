/** Node 24 strips the types itself, so nothing is transformed (NODE_OPTIONS=--experimental-vm-modules is set by scripts/test.ts). */
const common = {
  testEnvironment: 'node',
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
  coverageProvider: 'v8',
  modulePathIgnorePatterns: ['<rootDir>/.data'],
};

/**
 * `unit` beside the files, `parts` over real wires with stand-ins of their own and one database server, `graph` over one running demo, which its tests share and break
 * on purpose.
 */
export default {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/{adapters,auth,demo,gateway,schema,service,simulators,subgraphs,scripts}/**/*.test.ts'],
    },
    {
      ...common,
      displayName: 'parts',
      testMatch: ['<rootDir>/tests/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/tests/graph/'],
      globalSetup: '<rootDir>/tests/harness/postgres-setup.ts',
      globalTeardown: '<rootDir>/tests/harness/postgres-teardown.ts',
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
