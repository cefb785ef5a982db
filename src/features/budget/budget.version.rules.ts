import type { Cents } from '#platform/shared/money.ts';

/** A line of one version, in cents. */
export interface VersionLine {
  readonly lineId: string;
  readonly category: string;
  readonly detail: string;
  readonly amountCents: Cents;
}

export type LineStanding = 'added' | 'removed' | 'raised' | 'lowered' | 'reworded' | 'same';

/** One line in two versions; null where it is not in that version: absent is not 0. */
export interface LineChange {
  readonly lineId: string;
  readonly category: string;
  readonly detail: string;
  readonly standing: LineStanding;
  readonly fromCents: Cents | null;
  readonly toCents: Cents | null;
  readonly byCents: Cents;
}

/** `byCents` = what was added and raised less what was removed and lowered; both parts are positive. */
export interface VersionChange {
  readonly lines: readonly LineChange[];
  readonly fromCents: Cents;
  readonly toCents: Cents;
  readonly byCents: Cents;
  readonly moreCents: Cents;
  readonly lessCents: Cents;
  /** Lines that are not the same. */
  readonly changed: number;
}

function standingOf(from: VersionLine | undefined, to: VersionLine | undefined): LineStanding {
  if (!from) return 'added';
  if (!to) return 'removed';
  if (to.amountCents !== from.amountCents) return to.amountCents > from.amountCents ? 'raised' : 'lowered';
  return to.category === from.category && to.detail === from.detail ? 'same' : 'reworded';
}

/**
 * Two versions of a budget line by line, matched by their id: a line that was renamed is still the same line.
 * In the order of the later version; what is gone stands at the end.
 */
export function compareVersions(from: readonly VersionLine[], to: readonly VersionLine[]): VersionChange {
  const before = new Map(from.map((line) => [line.lineId, line]));
  const after = new Map(to.map((line) => [line.lineId, line]));
  const shown = [...to, ...from.filter((line) => !after.has(line.lineId))];
  const lines = shown.map((line): LineChange => {
    const [old, now] = [before.get(line.lineId), after.get(line.lineId)];
    return {
      lineId: line.lineId, category: line.category, detail: line.detail, standing: standingOf(old, now),
      fromCents: old?.amountCents ?? null, toCents: now?.amountCents ?? null, byCents: (now?.amountCents ?? 0) - (old?.amountCents ?? 0),
    };
  });
  const sum = (values: readonly Cents[]) => values.reduce((total, value) => total + value, 0);
  const fromCents = sum(from.map(({ amountCents }) => amountCents));
  const toCents = sum(to.map(({ amountCents }) => amountCents));
  return {
    lines, fromCents, toCents, byCents: toCents - fromCents,
    moreCents: sum(lines.map(({ byCents }) => Math.max(0, byCents))),
    lessCents: sum(lines.map(({ byCents }) => Math.max(0, -byCents))),
    changed: lines.filter(({ standing }) => standing !== 'same').length,
  };
}
