import { readFileSync, statSync, type Stats } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The operating system account that PostgreSQL runs as; `undefined` fields mean "the same as the server". */
export interface Account {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
}

/**
 * PostgreSQL refuses to run as root. When the server does, PostgreSQL takes the owner of its existing data, or `nobody`.
 * Returns undefined when the server's own account will do (not root, or Windows).
 */
export function chooseAccount(clusterDir: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(clusterDir, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: String(owner.uid) };
  return nobody();
}

function nobody(): Account {
  try {
    for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
      const [name, , uid, gid] = line.split(':');
      if (name === 'nobody' && Number(uid) > 0) return { uid: Number(uid), gid: Number(gid), name };
    }
  } catch {
    // A container without /etc/passwd: the number that every Linux gives to nobody.
  }
  return { uid: 65534, gid: 65534, name: 'nobody' };
}

function permits(stats: Stats, account: Account, bit: 1 | 4): boolean {
  if (stats.uid === account.uid) return (stats.mode & (bit << 6)) !== 0;
  if (stats.gid === account.gid) return (stats.mode & (bit << 3)) !== 0;
  return (stats.mode & bit) !== 0;
}

/** Whether the account can walk to `path`: every directory above it lets it through (`/root` usually does not). */
export function canReach(path: string, account: Account | undefined): boolean {
  if (account === undefined) return true;
  for (let at = dirname(resolve(path)); ; at = dirname(at)) {
    if (!permits(statSync(at), account, 1)) return false;
    if (at === dirname(at)) return true;
  }
}

/** Whether the account can walk to the directory `path`, and list and enter it. */
export function canRead(path: string, account: Account | undefined): boolean {
  if (account === undefined) return true;
  const stats = statSync(path);
  return canReach(path, account) && permits(stats, account, 4) && permits(stats, account, 1);
}
