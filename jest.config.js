/** One project per database: the same tests, counted apart. SQLite is always there; a server's tests run where its URL is named. */
const servers = { postgres: process.env.TEST_POSTGRES_URL, mariadb: process.env.TEST_MARIADB_URL };

/** Tests that touch no database run once, in the project `pure`. */
const pure = ['<rootDir>/test/{protocol,bbcode,reference,config,call,permissions}/**/*.test.ts'];

const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};

/**
 * These run on SQLite alone: they try what calls look like on their way in and out, what commands and pages print, and what
 * is kept in files. All SQL behind them is asked on every database by the tests that remain.
 */
const onSqliteAlone = [
  '/test/.*/browser\\.test\\.ts$',
  '/test/(client|mail)/',
  '/test/storage/(?!left-behind)',
  '/test/library/far\\.',
  '/test/db/(far-reads|kept|sqlite)\\.',
  '/test/commands/(?!start)',
  '/test/wire/(?!account|album|dialect|evening|following|l\\.|moderation|polls|readers|table)',
  '/test/http/(admission|answers|bodies|bounds|cors|diagnosis|dialect|files|logs|parameters|receiving|sending|signatures|sqlite-faults)\\.',
];

/** The faults of a server need one. */
const onServersAlone = ['/test/http/server-faults\\.'];

const databases = [['sqlite', 'sqlite'], ...Object.entries(servers).filter(([, url]) => url)];

/** @type {import('jest').Config} */
export default {
  collectCoverageFrom: ['src/**/*.ts', '!src/main.ts', '!src/generated/**'],
  coverageProvider: 'babel',
  reporters: ['default', '<rootDir>/test/support/reporter.js'],
  testSequencer: '<rootDir>/test/support/sequencer.js',
  globalSetup: '<rootDir>/test/support/setup.js',
  globalTeardown: '<rootDir>/test/support/teardown.js',
  // A board with its database takes seconds to set up on a busy machine.
  testTimeout: 60_000,
  // The tests wait for servers and disks a good deal: one worker would leave half of a small machine idle.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1GB',
  projects: [
    { ...common, displayName: 'pure', testMatch: pure },
    ...databases.map(([name, url]) => ({
      ...common,
      displayName: name,
      globals: { TEST_DATABASE: name, TEST_DATABASE_URL: url },
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: [
        '/test/(protocol|bbcode|reference|config|call|permissions)/',
        ...(name === 'sqlite' ? onServersAlone : onSqliteAlone),
      ],
    })),
  ],
};
