import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { join } from 'node:path';
import { findUncovered, readCoverage } from './font.coverage.ts';

export type TypstJob = { id: number; root: string; main: string; data: string };
export type TypstAnswer = { id: number; pdf?: Uint8Array; problem?: string };

const setUp = JSON.parse(process.env['TYPST_SET_UP'] ?? '{}') as { fontDirectories: string[]; coverageFont: string };
const coverage = readCoverage(setUp.coverageFont);
const compilers = new Map<string, NodeCompiler>();

function compilerFor(root: string): NodeCompiler {
  const existing = compilers.get(root);
  if (existing) return existing;
  const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontPaths: setUp.fontDirectories }] });
  compilers.set(root, compiler);
  return compiler;
}

function setDocument({ root, main, data }: TypstJob): Uint8Array {
  const compiler = compilerFor(root);
  const inputs = { data, uncovered: JSON.stringify(findUncovered(data, coverage)) };
  const compiled = compiler.compile({ mainFilePath: join(root, main), inputs });
  const { result } = compiled;
  if (!result) {
    const diagnostics = compiled.takeDiagnostics();
    throw new Error(`typst: ${JSON.stringify(diagnostics ? compiler.fetchDiagnostics(diagnostics) : 'no diagnostics')}`);
  }
  const pdf = compiler.pdf(result);
  compiler.evictCache(2);
  return pdf;
}

process.on('message', (job: TypstJob) => {
  let answer: TypstAnswer;
  try {
    answer = { id: job.id, pdf: setDocument(job) };
  } catch (error) {
    answer = { id: job.id, problem: error instanceof Error ? error.message : String(error) };
  }
  process.send?.(answer);
});

// Ctrl-C reaches the whole process group; it is the server that decides when this process ends.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());
