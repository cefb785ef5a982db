import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { palettes, themeCss, type ThemeMode, type Token } from './theme.ts';

function channel(value: number): number {
  const s = value / 255;
  return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
}

/** WCAG 2.2 relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16)));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const surfaces: Token[] = ['paper', 'sheet', 'wash'];
const text: [Token, Token[]][] = [
  ['ink', [...surfaces, 'indigo-wash']],
  ['ink-2', [...surfaces, 'indigo-wash']],
  ['ink-3', [...surfaces]],
  ['indigo', [...surfaces, 'indigo-wash']],
  ['seal', [...surfaces]],
  ['jade-ink', ['sheet', 'paper', 'jade-wash']],
  ['amber-ink', ['sheet', 'paper', 'amber-wash']],
  ['rose-ink', ['sheet', 'paper', 'rose-wash']],
  ['action-ink', ['action', 'action-hover']],
  ['danger-ink', ['rose']],
];
const shapes: [Token, Token[]][] = [
  ['edge', ['sheet', 'paper']],
  ['indigo', ['sheet', 'wash']],
  ['jade', ['sheet']],
  ['amber', ['sheet']],
  ['rose', ['sheet']],
];

describe.each<ThemeMode>(['light', 'dark'])('%s tokens', (mode) => {
  const palette = palettes[mode];
  it.each(text.flatMap(([front, backs]) => backs.map((back) => [front, back] as const)))('text %s on %s reaches 4.5:1', (front, back) => {
    expect(ratio(palette[front], palette[back])).toBeGreaterThanOrEqual(4.5);
  });
  it.each(shapes.flatMap(([front, backs]) => backs.map((back) => [front, back] as const)))('shape %s on %s reaches 3:1', (front, back) => {
    expect(ratio(palette[front], palette[back])).toBeGreaterThanOrEqual(3);
  });
});

describe('theme.css', () => {
  it('is the text that theme.ts writes', () => {
    expect(readFileSync(new URL('theme.css', import.meta.url), 'utf8')).toBe(themeCss());
  });
});
