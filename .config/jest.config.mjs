export default {
  rootDir: '..',
  maxWorkers: 2,
  // Specs start real processes, also on slow machines.
  testTimeout: 120_000,
  reporters: ['default', '<rootDir>/.config/closing-line-reporter.mjs'],
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
      },
    ],
  },
  // `#domain` and its like resolve to TypeScript, not to a build.
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
};
