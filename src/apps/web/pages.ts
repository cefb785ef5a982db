import type { PageEntry } from './page.ts';

/**
 * Every page of the application, in the order of the menu. Routes, menu and palette are made from this list; a feature
 * that is not built has no entry, so it is nowhere.
 */
export const pages: readonly PageEntry[] = [];
