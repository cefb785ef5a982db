import { describe, expect, it } from 'vitest';
import { commandOf } from './keys.rules.ts';
import type { Mode } from './keys.rules.ts';

/** `Ctrl+Shift+ArrowDown` → the key event. */
const press = (keys: string, mode: Mode = 'select') => {
  const parts = keys.split('+');
  return commandOf({ key: parts.at(-1) ?? '', ctrl: parts.includes('Ctrl'), shift: parts.includes('Shift'), alt: parts.includes('Alt') }, mode);
};

describe('keys on a selected cell', () => {
  it.each([
    ['ArrowDown', { kind: 'move', direction: 'down', jump: 'step', extend: false }],
    ['Shift+ArrowLeft', { kind: 'move', direction: 'left', jump: 'step', extend: true }],
    ['Ctrl+ArrowRight', { kind: 'move', direction: 'right', jump: 'edge', extend: false }],
    ['PageDown', { kind: 'move', direction: 'down', jump: 'page', extend: false }],
    ['Ctrl+End', { kind: 'goTo', end: 'end', whole: true, extend: false }],
    ['Alt+ArrowUp', { kind: 'moveRow', by: -1 }],
    ['Shift+Tab', { kind: 'tab', back: true }],
    ['F2', { kind: 'edit' }],
    ['Delete', { kind: 'clear' }],
    ['Ctrl+z', { kind: 'undo' }],
    ['Ctrl+Shift+Z', { kind: 'redo' }],
    ['Ctrl+y', { kind: 'redo' }],
  ])('%s', (keys, command) => expect(press(keys)).toEqual(command));
  it.each(['a', '你', 'Ctrl+c', 'Ctrl+v', 'Ctrl+k', 'F5'])('%s is left to the text or the browser', (keys) => expect(press(keys)).toBeUndefined());
});

describe('keys while writing', () => {
  it('arrows leave a cell that typing replaced, and walk the text of one that is edited', () => {
    expect(press('ArrowRight', 'type')).toMatchObject({ kind: 'move', direction: 'right' });
    expect(press('ArrowRight', 'edit')).toBeUndefined();
  });
  it('Enter commits, with Alt it breaks the line, Escape gives up', () => {
    expect(press('Enter', 'edit')).toEqual({ kind: 'enter', back: false });
    expect(press('Alt+Enter', 'edit')).toEqual({ kind: 'newLine' });
    expect(press('Escape', 'type')).toEqual({ kind: 'cancel' });
    expect(press('Ctrl+z', 'edit')).toBeUndefined();
    expect(press('Delete', 'type')).toBeUndefined();
  });
});
