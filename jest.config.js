/** @type {import('jest').Config} */
const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.artifacts/', '<rootDir>/.bench/', '<rootDir>/lib/'],
};

// Suites that start the built server as a process of its own.
const processes = ['clients', 'crash'];

/** @type {import('jest').Config} */
export default {
  maxWorkers: 2,
  testTimeout: 30000,
  workerIdleMemoryLimit: '768MB',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/tests/**/*.test.ts'],
      testPathIgnorePatterns: processes.map((folder) => `<rootDir>/tests/${folder}/`),
    },
    {
      ...shared,
      displayName: 'process',
      testMatch: processes.map((folder) => `<rootDir>/tests/${folder}/**/*.test.ts`),
    },
  ],
};
