import { useCallback, useSyncExternalStore } from 'react';
import { scale } from './theme.ts';

/** Follows a media query. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

/** The phone's layout: one column, cards instead of grids. */
export const usePhone = (): boolean => useMedia(`(max-width: ${scale.phone - 1}px)`);
/** A thumb instead of a mouse: the device's own pickers are better there. */
export const useTouch = (): boolean => useMedia(`(pointer: coarse), (max-width: ${scale.phone - 1}px)`);
