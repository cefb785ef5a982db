import { startTestCluster } from './cluster.ts';

/**
 * For vitest's `globalSetup`: one PostgreSQL for the whole run. It starts in the background, so that a run of plain tests
 * does not wait for it; `createTestDatabase()` does.
 */
export function setup(): () => Promise<void> {
  return startTestCluster();
}
