import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileProblem, StartProblem } from '../start-problem.ts';

const SQLITE_BUSY = 5;

/** A file that this process alone holds, until `release()` or until the process ends, however it ends. */
export interface FileLock {
  release(): void;
}

/**
 * Takes the file `path` (made when missing), or returns undefined when another process holds it.
 *
 * Node has no `flock`. An exclusive SQLite transaction on an empty file is one: the operating system holds the lock and
 * drops it with the process, so a stale lock cannot exist, and a process number used again means nothing. It also works
 * between containers that share the directory, where process numbers do not.
 */
export function lockFile(path: string): FileLock | undefined {
  writeFileSync(path, '', { flag: 'a', mode: 0o600 }); // SQLite's own error for a missing right does not say which
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined;
    throw error;
  }
  return { release: () => { if (database.isOpen) database.close(); } };
}

/** The data directory, held by this process. */
export interface DataDirectory extends FileLock {
  /** Notes the address for a second start on the same data, which tells it. */
  announce(address: string): void;
}

/**
 * Makes the data directory when it is missing and takes it for this process.
 *
 * @throws StartProblem `alreadyRunning`, `notWritable`, `notADirectory`, `diskFull`
 */
export function takeDataDirectory(dataDir: string): DataDirectory {
  // `muster.pid` decides nothing: it is there to be told.
  const pidFile = join(dataDir, 'muster.pid');
  try {
    makeDataDirectory(dataDir);
    const lock = lockFile(join(dataDir, 'muster.lock'));
    if (lock === undefined) throw StartProblem.of('alreadyRunning', [dataDir, ...readPidFile(pidFile)]);
    writeFileSync(pidFile, `${process.pid}\n`);
    return {
      announce: (address) => writeFileSync(pidFile, `${process.pid}\n${address}\n`),
      release: () => {
        rmSync(pidFile, { force: true });
        lock.release();
      },
    };
  } catch (error) {
    throw fileProblem(error, dataDir);
  }
}

/** For its owner alone; root's must let PostgreSQL's account through to its own part, without letting it look around. */
function makeDataDirectory(dataDir: string): void {
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  const make = (path: string): void => {
    try {
      mkdirSync(path, { mode });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST' && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return;
      if (code !== 'ENOENT') throw error;
      // Not `recursive`: that never ends where the parent is there and refuses, as in /proc.
      if (existsSync(dirname(path))) throw StartProblem.of('notWritable', [dataDir], error);
      make(dirname(path));
      mkdirSync(path, { mode });
    }
  };
  make(dataDir);
}

function readPidFile(pidFile: string): [pid: string, address: string] {
  try {
    const [pid = '', address = ''] = readFileSync(pidFile, 'utf8').split('\n');
    return [pid, address];
  } catch {
    return ['', ''];
  }
}
