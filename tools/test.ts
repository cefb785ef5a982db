import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { runSteps } from './run-steps.ts';
import type { Outcome } from './run-steps.ts';
import { stepsFor } from './steps.ts';
import type { Step } from './steps.ts';

/**
 * `npm test` runs every step, `npm run check` the quick ones. The last line is `N passed, N failed`:
 * one for each static step, and every test of the steps that run tests.
 */
const NODE_MAJOR = 24;
const root = path.resolve(import.meta.dirname, '..');

function tell(step: Step, { failed, seconds, output, note }: Outcome): void {
  const mark = failed === 0 ? '✓' : '✗';
  console.log(`${mark} ${step.name.padEnd(11)} ${`${seconds.toFixed(1)} s`.padStart(8)}  ${step.purpose}${note === '' ? '' : ` (${note})`}`);
  if (failed > 0 && output !== '') console.log(output.trimEnd().replaceAll(/^/gm, '  │ '));
}

async function main(): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < NODE_MAJOR) {
    console.log(`Node ${process.versions.node} is too old for this: run it through npm ("npm test"), which brings Node ${NODE_MAJOR}.`);
    console.log('0 passed, 1 failed');
    process.exitCode = 1;
    return;
  }
  mkdirSync(path.join(root, 'test-output/results'), { recursive: true });
  const outcomes = await runSteps(stepsFor(process.argv[2] === 'quick' ? 'quick' : 'all'), root, tell);
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    process.exit(130);
  });
}
await main();
