import { existsSync } from 'node:fs';
import path from 'node:path';
import { buildWeb } from '#apps/server/web-build.ts';

/** Builds the pages as the first start of the product does, so that what the tests look at is what a user gets. */
const root = path.resolve(import.meta.dirname, '..');
const built = await buildWeb({ root, onBuild: () => undefined, signal: AbortSignal.timeout(300_000) });
if (!existsSync(path.join(root, 'dist/web/index.html'))) throw new Error('The build left no dist/web/index.html.');
console.log(built ? 'built' : 'already built from these files');
