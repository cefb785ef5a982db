import type { KeyboardEvent } from 'react';

export interface ChoiceKeys {
  readonly open: boolean;
  readonly count: number;
  /** The marked entry; -1 for none. */
  readonly active: number;
  readonly onOpen: () => void;
  readonly onMark: (index: number) => void;
  readonly onPick: (index: number) => void;
  readonly onClose: () => void;
}

/** Arrows, Enter and Escape over a list while the focus stays in its input (WAI-ARIA combobox). Keys of an input method are its own. */
export function onChoiceKey(event: KeyboardEvent, keys: ChoiceKeys): void {
  if (event.nativeEvent.isComposing) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step !== undefined) {
    event.preventDefault();
    if (!keys.open) keys.onOpen();
    else keys.onMark(Math.max(0, Math.min(keys.count - 1, keys.active + step)));
  } else if (event.key === 'Enter' && keys.open && keys.active >= 0 && keys.active < keys.count) {
    event.preventDefault();
    keys.onPick(keys.active);
  } else if (event.key === 'Escape' && keys.open) {
    event.preventDefault();
    event.stopPropagation();
    keys.onClose();
  }
}

/** What the input of such a list carries. */
export function comboboxProps(id: string, open: boolean, active: number) {
  return {
    role: 'combobox',
    autoComplete: 'off',
    'aria-autocomplete': 'list',
    'aria-expanded': open,
    'aria-controls': open ? id : undefined,
    'aria-activedescendant': open && active >= 0 ? `${id}-${active}` : undefined,
  } as const;
}
