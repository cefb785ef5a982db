import { expect, test } from 'vitest';
import { judge, runSteps } from './run-steps.ts';
import type { Step } from './steps.ts';
import { makeSampleTree } from './sample-tree.ts';

const tests = { counts: 'tests' } as const;
const counts = (numPassedTests: number, numFailedTests: number, numTotalTests = numPassedTests + numFailedTests) => ({ numPassedTests, numFailedTests, numTotalTests });

test.each([
  ['a check that passed', { counts: 'step' } as const, 0, undefined, 1, 0],
  ['a check that failed', { counts: 'step' } as const, 2, undefined, 0, 1],
  ['a check that was killed', { counts: 'step' } as const, null, undefined, 0, 1],
  ['tests that passed', tests, 0, counts(7, 0), 7, 0],
  ['tests of which some failed', tests, 1, counts(5, 2), 5, 2],
  ['tests of which a file did not load', tests, 1, counts(5, 0), 5, 1],
  ['tests that saw nothing', tests, 0, counts(0, 0), 0, 1],
  ['tests that left no result', tests, 0, undefined, 0, 1],
])('%s', (_what, step, exitCode, seen, passed, failed) => {
  expect(judge(step, exitCode, seen)).toMatchObject({ passed, failed });
});

test('tests that were not run are told', () => {
  expect(judge(tests, 0, counts(5, 0, 6)).note).toBe('6 tests, 1 not run');
});

const step = (name: string, code: string, needs: string[] = []): Step => ({ name, purpose: '', command: ['node', '-e', code], counts: 'step', cores: 1, needs, minutes: 1 });

test('steps run in order, a failed need keeps its follower from running, and the output is kept', async () => {
  const told: string[] = [];
  const steps = [step('slow', "setTimeout(() => console.log('late'), 300)"), step('broken', "console.error('why'); process.exit(3)"), step('follower', "console.log('never')", ['broken'])];
  const outcomes = await runSteps(steps, makeSampleTree({ 'x.md': '' }), ({ name }, { failed, output, note }) => told.push(`${name} ${failed} ${output.trim()}${note}`));
  expect(told).toEqual(['broken 1 why', 'follower 1 not run: broken failed', 'slow 0 late']);
  expect(outcomes.map(({ passed }) => passed)).toEqual([0, 0, 1]);
});
