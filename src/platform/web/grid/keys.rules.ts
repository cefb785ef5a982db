import type { Direction, Jump } from './selection.rules.ts';

/** What a key asks the grid to do. */
export type Command =
  | { readonly kind: 'move'; readonly direction: Direction; readonly jump: Jump; readonly extend: boolean }
  | { readonly kind: 'goTo'; readonly end: 'home' | 'end'; readonly whole: boolean; readonly extend: boolean }
  | { readonly kind: 'tab'; readonly back: boolean }
  /** Enter: on to the next row; while editing it commits first. */
  | { readonly kind: 'enter'; readonly back: boolean }
  | { readonly kind: 'edit' }
  | { readonly kind: 'openList' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'selectAll' }
  | { readonly kind: 'selectRow' }
  /** Space: turns a value over where the column has two sides; otherwise it is typed. */
  | { readonly kind: 'toggle' }
  | { readonly kind: 'moveRow'; readonly by: -1 | 1 }
  | { readonly kind: 'newLine' };

export interface Key {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** `select`: a cell is selected; `type`: typing replaced its content; `edit`: its content is being edited (arrows move the caret). */
export type Mode = 'select' | 'type' | 'edit';

const directions: Record<string, Direction> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

function whileEditing({ key, ctrl, shift, alt }: Key, mode: Mode): Command | undefined {
  if (key === 'Escape') return { kind: 'cancel' };
  if (key === 'Tab') return { kind: 'tab', back: shift };
  if (key === 'Enter') return alt || ctrl ? { kind: 'newLine' } : { kind: 'enter', back: shift };
  const direction = directions[key];
  if (direction && mode === 'type' && !ctrl && !shift && !alt) return { kind: 'move', direction, jump: 'step', extend: false };
  return undefined;
}

function withControl({ key, shift }: Key): Command | undefined {
  const direction = directions[key];
  if (direction) return { kind: 'move', direction, jump: 'edge', extend: shift };
  switch (key) {
    case 'Home':
      return { kind: 'goTo', end: 'home', whole: true, extend: shift };
    case 'End':
      return { kind: 'goTo', end: 'end', whole: true, extend: shift };
    case 'z':
    case 'Z':
      return { kind: shift ? 'redo' : 'undo' };
    case 'y':
    case 'Y':
      return { kind: 'redo' };
    case 'a':
    case 'A':
      return { kind: 'selectAll' };
    default:
      return undefined;
  }
}

/** Undefined: the key is the browser's, or the text's. */
export function commandOf(key: Key, mode: Mode): Command | undefined {
  if (mode !== 'select') return whileEditing(key, mode);
  if (key.ctrl) return withControl(key);
  const direction = directions[key.key];
  if (key.alt) {
    if (key.key === 'ArrowDown' && key.shift) return { kind: 'openList' };
    return key.key === 'ArrowUp' || key.key === 'ArrowDown' ? { kind: 'moveRow', by: key.key === 'ArrowUp' ? -1 : 1 } : undefined;
  }
  if (direction) return { kind: 'move', direction, jump: 'step', extend: key.shift };
  switch (key.key) {
    case 'Tab':
      return { kind: 'tab', back: key.shift };
    case 'Enter':
      return { kind: 'enter', back: key.shift };
    case 'F2':
      return { kind: 'edit' };
    case 'Escape':
      return { kind: 'cancel' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' };
    case 'Home':
    case 'End':
      return { kind: 'goTo', end: key.key === 'Home' ? 'home' : 'end', whole: false, extend: key.shift };
    case 'PageUp':
    case 'PageDown':
      return { kind: 'move', direction: key.key === 'PageUp' ? 'up' : 'down', jump: 'page', extend: key.shift };
    case ' ':
      return { kind: key.shift ? 'selectRow' : 'toggle' };
    default:
      return undefined;
  }
}
