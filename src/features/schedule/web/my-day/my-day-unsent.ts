/** Says, without opening the browser's database, that something waits there: every page looks here. */
const FLAG = 'muster_unsent';

export function mayHaveUnsent(): boolean {
  try {
    return localStorage.getItem(FLAG) !== null;
  } catch {
    return false;
  }
}

export function flagUnsent(isUnsent: boolean): void {
  try {
    if (isUnsent) localStorage.setItem(FLAG, '1');
    else localStorage.removeItem(FLAG);
  } catch {
    // Without it, what waits goes out when my day is opened.
  }
}
