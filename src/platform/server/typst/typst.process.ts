import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { join } from 'node:path';
import { serveJobs } from '#platform/server/background/serve-jobs.ts';
import { findUncovered, readCoverage } from './font.coverage.ts';

export type TypstSetUp = { fontDirectories: readonly string[]; coverageFont: string };
export type TypstJob = { root: string; main: string; data: string };

serveJobs<TypstJob, TypstSetUp>(({ fontDirectories, coverageFont }) => {
  const coverage = readCoverage(coverageFont);
  const compilers = new Map<string, NodeCompiler>();

  const compilerFor = (root: string): NodeCompiler => {
    const existing = compilers.get(root);
    if (existing) return existing;
    const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontPaths: [...fontDirectories] }] });
    compilers.set(root, compiler);
    return compiler;
  };

  return ({ root, main, data }) => {
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
  };
});
