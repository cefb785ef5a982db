/**
 * `npm start`: the one command. Starts the database (or takes the one of DATABASE_URL), migrates it, builds the pages
 * when they changed, serves, and stops all of it in order. What a person can mend ends as one sentence and exit code 1.
 */
import module from 'node:module';
import { join } from 'node:path';
import { StartProblem } from '#platform/server/start-problem.ts';
import { terminalLocale } from '#platform/server/terminal-locale.ts';

const NODE_MAJOR = 24;
const { env } = process;
const locale = terminalLocale(env);

try {
  if (Number.parseInt(process.versions.node, 10) < NODE_MAJOR) throw StartProblem.of('nodeTooOld', [process.version]);
  // Keeps the compiled form of what is imported from now on: a third off the second start.
  module.enableCompileCache(join(import.meta.dirname, '../../../dist/compile-cache'));
  // Imported only now: an older Node could not load what these need.
  const { runServer } = await import('./run-server.ts');
  process.exitCode = await runServer(locale);
} catch (error) {
  process.stderr.write(`${error instanceof StartProblem ? error.sentence(locale) : (error as Error).stack ?? String(error)}\n`);
  process.exitCode = 1;
}
// Whatever is still open (a timer, a connection that hangs) must not keep a stopped system alive.
process.exit();
