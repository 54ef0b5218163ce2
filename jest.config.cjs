const { dirname, join } = require('node:path');

/** One project a kind of test, so that each step of `npm test` names what it runs. */
const swc = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx },
      target: 'es2022',
      transform: { react: { runtime: 'classic' } },
    },
    module: { type: 'commonjs' },
  },
];
const common = {
  rootDir: __dirname,
  moduleNameMapper: {
    '^@record-insights/domain$': '<rootDir>/services/domain/src/index.ts',
    '^@record-insights/(api|crm-host)/(.*)$': '<rootDir>/services/$1/src/$2',
  },
  modulePathIgnorePatterns: ['/dist/', '/out/'],
};
const node = {
  ...common,
  testEnvironment: 'node',
  transform: { '\\.ts$': swc(false) },
};
/** The controls' React, wherever npm put it: others in the workspaces bring a React of their own. */
const controls = join(__dirname, 'pcf-controls');
const ofControls = (name) => join(dirname(require.resolve(`${name}/package.json`, { paths: [controls] })), '$1');

module.exports = {
  testTimeout: 60_000,
  projects: [
    {
      ...node,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/services/**/*.test.ts',
        '<rootDir>/solution/**/*.test.ts',
        '<rootDir>/test/{builders,oracle,sample}/**/*.test.ts',
      ],
    },
    {
      ...common,
      displayName: 'control',
      testEnvironment: 'jsdom',
      setupFilesAfterEnv: ['<rootDir>/pcf-controls/InsightsTab/testing/patience.ts'],
      moduleNameMapper: {
        ...common.moduleNameMapper,
        '^react(/.*)?$': ofControls('react'),
        '^react-dom(/.*)?$': ofControls('react-dom'),
      },
      testMatch: ['<rootDir>/pcf-controls/**/*.test.{ts,tsx}'],
      transform: { '^.+\\.m?[jt]sx?$': swc(true) },
    },
    { ...node, displayName: 'contract', testMatch: ['<rootDir>/test/contract/**/*.test.ts'] },
    { ...node, displayName: 'scenarios', testMatch: ['<rootDir>/test/scenarios/**/*.test.ts'] },
    { ...node, displayName: 'faults', testMatch: ['<rootDir>/test/faults/**/*.test.ts'] },
    {
      ...node,
      displayName: 'browser',
      globalSetup: '<rootDir>/test/browser/built.cjs',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
    },
  ],
};
