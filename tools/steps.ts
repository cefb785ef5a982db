/** One line of the list that `npm test` prints. */
export type Step = {
  name: string;
  /** What the step finds out, for the reader of the list. */
  purpose: string;
  command: readonly string[];
  /** A step of `tests` adds its own counts; any other counts as one. */
  counts: 'step' | 'tests';
  /** How many of the two cores it keeps busy. */
  cores: 1 | 2;
  /** Steps that must have passed before. */
  needs?: readonly string[];
  minutes: number;
};

const vitest = (project: string): readonly string[] => [
  'vitest',
  'run',
  '--project',
  project,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${resultFile(project)}`,
];

/** Where the counts of a step of tests are read from, relative to the root. */
export function resultFile(name: string): string {
  return `test-output/results/${name}.json`;
}

/** Needs nothing but the source: seconds, no database, no browser. */
const QUICK: readonly Step[] = [
  { name: 'types', purpose: 'TypeScript, strict', command: ['tsc', '--noEmit'], counts: 'step', cores: 1, minutes: 3 },
  { name: 'lint', purpose: 'oxlint with types', command: ['oxlint'], counts: 'step', cores: 1, minutes: 3 },
  { name: 'boundaries', purpose: 'who may import whom', command: ['node', 'tools/boundaries.ts'], counts: 'step', cores: 1, minutes: 2 },
  { name: 'text', purpose: 'both languages, and nowhere else', command: ['node', 'tools/text-check.ts'], counts: 'step', cores: 1, minutes: 2 },
  { name: 'sizes', purpose: 'files and functions stay short', command: ['node', 'tools/sizes.ts'], counts: 'step', cores: 1, minutes: 2 },
  { name: 'dead code', purpose: 'unused files, exports and packages', command: ['knip', '--no-progress'], counts: 'step', cores: 1, minutes: 3 },
  { name: 'unit', purpose: 'rules, policies, readers, properties', command: vitest('unit'), counts: 'tests', cores: 1, minutes: 5 },
];

/** The product itself: over HTTP on PostgreSQL, and in a browser. */
const PRODUCT: readonly Step[] = [
  { name: 'schema', purpose: 'schema.sql and the table types are what the migrations make', command: ['node', 'tools/schema.ts', '--check'], counts: 'step', cores: 1, minutes: 3 },
  { name: 'web build', purpose: 'the pages for production', command: ['node', 'tools/build-web.ts'], counts: 'step', cores: 1, minutes: 5 },
  { name: 'server', purpose: 'every operation over HTTP on PostgreSQL', command: vitest('server'), counts: 'tests', cores: 2, minutes: 6 },
  { name: 'e2e', purpose: 'journeys in a real browser', command: vitest('e2e'), counts: 'tests', cores: 2, needs: ['web build'], minutes: 12 },
];

export function stepsFor(scope: 'quick' | 'all'): readonly Step[] {
  return scope === 'quick' ? QUICK : [...QUICK, ...PRODUCT];
}
