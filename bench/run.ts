import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import os from 'node:os';
import { formatFigure, meetsAim } from './figure.ts';
import type { Bench, Figure } from './figure.ts';

/** `npm run bench` measures everything, `npm run bench -- NAME` one. Each runs in a process of its own, one after the other. */
const SUPPORT = new Set(['run', 'figure']);
const MARK = '\u0000figures ';

function benchNames(): string[] {
  return readdirSync(import.meta.dirname)
    .filter((file) => /^[a-z0-9-]+\.ts$/.test(file))
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((name) => !SUPPORT.has(name))
    .toSorted();
}

async function load(name: string): Promise<Bench> {
  const module = (await import(`./${name}.ts`)) as { bench?: Bench };
  if (!module.bench) throw new Error(`bench/${name}.ts exports no "bench".`);
  return module.bench;
}

function row(figure: Figure): string[] {
  const { what, value, unit, aim, bare, note } = figure;
  const bound = aim && ('atMost' in aim ? `≤ ${formatFigure(aim.atMost)}` : `≥ ${formatFigure(aim.atLeast)}`);
  const beside = bare && `${formatFigure(bare.value)} ${unit} (${bare.what})`;
  const verdict = meetsAim(figure) ? 'met' : 'MISSED';
  return [what, `${formatFigure(value)} ${unit}`, bound ?? '', aim ? verdict : '', beside ?? '', note ?? ''];
}

function printTable(rows: readonly string[][]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0))) ?? [];
  for (const cells of rows) console.log(`  ${cells.map((cell, column) => (column === 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ')}`.trimEnd());
}

/** Runs one bench in a child, so that its memory and its garbage do not weigh on the next one. */
function measureApart(name: string): boolean {
  const child = spawnSync(process.execPath, [import.meta.filename, '--here', name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const line = child.stdout.split('\n').find((text) => text.startsWith(MARK));
  if (child.status !== 0 || !line) {
    console.log(`  failed (exit code ${child.status})\n${child.stdout}`);
    return false;
  }
  const figures = JSON.parse(line.slice(MARK.length)) as Figure[];
  printTable([['', 'measured', 'aim', '', 'beside it', ''], ...figures.map(row)]);
  return figures.length > 0;
}

async function main(): Promise<void> {
  const [first, second] = process.argv.slice(2);
  if (first === '--here') {
    console.log(`${MARK}${JSON.stringify(await (await load(second ?? '')).measure())}`);
    return;
  }
  const known = benchNames();
  if (first !== undefined && !known.includes(first)) {
    console.log(`There is no bench "${first}". There are: ${known.join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  console.log(`Node ${process.versions.node}, ${os.availableParallelism()} × ${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.type()} ${os.release()}`);
  for (const name of first === undefined ? known : [first]) {
    console.log(`\n${name}: ${(await load(name)).purpose}`);
    if (!measureApart(name)) process.exitCode = 1;
  }
}

await main();
