import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FileLock, lockFile } from '#platform/server/embedded/data-lock.ts';
import { fileProblem, StartProblem } from '#platform/server/start-problem.ts';

export interface WebBuildOptions {
  /** The project: holds `vite.config.ts`, `src/` and `dist/`. */
  readonly root: string;
  /** Is called once when a build begins (it takes seconds). */
  onBuild(): void;
  readonly signal: AbortSignal;
}

/** What `dist/web` was built from. `times` is cheap to compare, `content` holds after a copy or a checkout. */
interface Stamp {
  readonly times: string;
  readonly content: string;
}

const ROOT_FILES = ['vite.config.ts', 'package-lock.json', 'index.html'];
/** Files under `src` that no page is made from. */
const NOT_OF_PAGES = /(^|\/)server(\/|$)|\.test\.tsx?$|\.md$/;

/**
 * Builds the pages into `dist/web` unless they are there and made from the files as they are now. Two starts at once
 * build once. Without a `vite.config.ts` there is nothing to build. Returns whether it built.
 *
 * @throws StartProblem `webBuildFailed`, `webNotWritable`, `diskFull`
 */
export async function buildWeb({ root, onBuild, signal }: WebBuildOptions): Promise<boolean> {
  if (!existsSync(join(root, 'vite.config.ts')) || isFresh(root)) return false;
  const lock = await waitForLock(root, signal);
  try {
    if (isFresh(root)) return false;
    onBuild();
    const stamp = stampOf(root);
    const making = join(root, 'dist', 'web.making');
    await runVite(root, making, signal);
    rmSync(stampFile(root), { force: true });
    putInPlace(making, join(root, 'dist', 'web'));
    writeFileSync(stampFile(root), JSON.stringify(stamp));
    return true;
  } catch (error) {
    throw buildProblem(error, join(root, 'dist'));
  } finally {
    lock.release();
  }
}

const stampFile = (root: string): string => join(root, 'dist', 'web.stamp.json');

function isFresh(root: string): boolean {
  if (!existsSync(join(root, 'dist', 'web')) || !existsSync(stampFile(root))) return false;
  const { times, content } = JSON.parse(readFileSync(stampFile(root), 'utf8')) as Stamp;
  const files = sources(root);
  const timesNow = hashTimes(root, files);
  if (times === timesNow) return true;
  if (content !== hashContent(root, files)) return false;
  try {
    writeFileSync(stampFile(root), JSON.stringify({ times: timesNow, content }));
  } catch {
    // A read-only installation compares the contents each time.
  }
  return true;
}

function stampOf(root: string): Stamp {
  const files = sources(root);
  return { times: hashTimes(root, files), content: hashContent(root, files) };
}

function sources(root: string): readonly string[] {
  const found = ROOT_FILES.filter((file) => existsSync(join(root, file)));
  const walk = (directory: string): void => {
    for (const entry of readdirSync(join(root, directory), { withFileTypes: true })) {
      const path = `${directory}/${entry.name}`;
      if (NOT_OF_PAGES.test(path.slice('src/'.length))) continue;
      if (entry.isDirectory()) walk(path);
      else found.push(path);
    }
  };
  walk('src');
  return found.sort();
}

function hashTimes(root: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    const { mtimeMs, size } = statSync(join(root, file));
    hash.update(`${file}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex');
}

function hashContent(root: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(root, file))).update('\0');
  return hash.digest('hex');
}

async function waitForLock(root: string, signal: AbortSignal): Promise<FileLock> {
  try {
    mkdirSync(join(root, 'dist'), { recursive: true });
    for (;;) {
      const lock = lockFile(join(root, 'dist', 'web.lock'));
      if (lock !== undefined) return lock;
      await sleep(100, undefined, { signal });
    }
  } catch (error) {
    throw buildProblem(error, join(root, 'dist'));
  }
}

/** Pages are only ever whole: a build that fails or is cut off leaves those that are there. */
function putInPlace(making: string, place: string): void {
  const former = `${place}.former`;
  rmSync(former, { recursive: true, force: true });
  if (existsSync(place)) renameSync(place, former);
  renameSync(making, place);
  rmSync(former, { recursive: true, force: true });
}

function buildProblem(error: unknown, dist: string): unknown {
  const problem = fileProblem(error, dist);
  return problem instanceof StartProblem && problem.code === 'notWritable' ? StartProblem.of('webNotWritable', [dist], error) : problem;
}

/** In a process of its own: the bundler needs some hundred megabytes that the server shall not keep. */
async function runVite(root: string, outDir: string, signal: AbortSignal): Promise<void> {
  const vite = join(dirname(createRequire(join(root, 'package.json')).resolve('vite/package.json')), 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'error', '--outDir', outDir, '--emptyOutDir'], {
    cwd: root, signal, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => { said += part.toString(); });
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code === 0) return;
  if (/ENOSPC/.test(said)) throw StartProblem.of('diskFull', [join(root, 'dist')]);
  throw StartProblem.of('webBuildFailed', [said.trim().slice(-4000)]);
}
