/** One measured figure. `aim` is what the project wants; `bare` the same work without us, measured in the same run. */
export type Figure = {
  what: string;
  value: number;
  unit: 'ms' | 's' | 'KiB' | 'MiB' | '/s' | '%';
  aim?: { atMost: number } | { atLeast: number };
  bare?: { what: string; value: number };
  note?: string;
};

/** A file of `bench/` exports one of these as `bench`. It starts what it needs and stops it again. */
export type Bench = {
  /** What the figures tell and how they are taken, in a sentence. */
  purpose: string;
  measure(): Promise<Figure[]>;
};

export function meetsAim({ value, aim }: Figure): boolean {
  if (!aim) return true;
  return 'atMost' in aim ? value <= aim.atMost : value >= aim.atLeast;
}

/** Three significant digits, thousands apart: `1,234`, `56.7`, `0.89`. */
export function formatFigure(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(3)));
}

/** The middle one of the values (the mean of the two middle ones); NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
