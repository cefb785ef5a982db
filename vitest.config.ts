import { defineConfig } from 'vitest/config';

const SECOND = 1_000;
const generated = ['**/node_modules/**', '**/dist/**', '**/data/**'];

/**
 * Three kinds of tests, told apart by the name of the file:
 * - `unit`: pure, no process and no port outside the test itself;
 * - `server`: `*.http.test.ts` and `*.db.test.ts`, on a database cloned from a migrated template;
 * - `e2e`: journeys in a real browser against the real product, three files at a time.
 */
export default defineConfig({
  test: {
    passWithNoTests: false,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
          exclude: [...generated, '**/*.http.test.ts', '**/*.db.test.ts'],
          testTimeout: 20 * SECOND,
          // The modules under test are pure: files of one worker share them, which saves a third of the time.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['src/**/*.http.test.ts', 'src/**/*.db.test.ts'],
          exclude: generated,
          globalSetup: ['src/platform/server/testing/global-setup.ts'],
          // Each file has its own database and server; the modules of the server are loaded once per worker and not once per file.
          isolate: false,
          testTimeout: 30 * SECOND,
          hookTimeout: 60 * SECOND,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.test.ts'],
          exclude: generated,
          testTimeout: 180 * SECOND,
          hookTimeout: 180 * SECOND,
          // As patient as a wait for a text: the default of one second is less than a busy machine may need for a page.
          expect: { poll: { timeout: 15 * SECOND } },
          // Each file has its own product, database and browser; the pages are built before. A journey waits a third of its time: three of them fill two cores.
          maxWorkers: 3,
        },
      },
    ],
  },
});
