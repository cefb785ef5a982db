import { useSyncExternalStore } from 'react';
import type { ThemeMode } from './theme.ts';

/** What a person chose; `system` follows the device. Read by `static/theme-boot.js` before the first paint. */
export type ThemeChoice = ThemeMode | 'system';
export const THEME_KEY = 'muster_theme';

const listeners = new Set<() => void>();
const darkQuery = () => window.matchMedia('(prefers-color-scheme: dark)');

export function readThemeChoice(): ThemeChoice {
  try {
    const stored = localStorage.getItem(THEME_KEY);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system'; // storage is closed to us (private window): the device decides
  }
}

function currentMode(): ThemeMode {
  const choice = readThemeChoice();
  if (choice !== 'system') return choice;
  return darkQuery().matches ? 'dark' : 'light';
}

function apply(): void {
  document.documentElement.dataset['theme'] = currentMode();
  for (const listener of listeners) listener();
}

export function chooseTheme(choice: ThemeChoice): void {
  try {
    if (choice === 'system') localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, choice);
  } catch {
    document.documentElement.dataset['theme'] = choice === 'system' ? currentMode() : choice;
    return;
  }
  apply();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  const query = darkQuery();
  query.addEventListener('change', apply);
  return () => {
    listeners.delete(listener);
    query.removeEventListener('change', apply);
  };
}

/** The mode on screen now: `light` or `dark`. */
export function useThemeMode(): ThemeMode {
  return useSyncExternalStore(subscribe, currentMode);
}

export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, readThemeChoice);
}
