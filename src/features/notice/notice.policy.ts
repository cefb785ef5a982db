/** Everyone has notices; whose they are is decided by the SQL that reads and changes them: one's own, nobody else's. */
export const hasNotices = (): boolean => true;
