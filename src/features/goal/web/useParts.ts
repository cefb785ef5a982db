import { useState } from 'react';
import type { Campaign } from '#features/campaign/campaign.contract.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import type { Goal, GoalSplit, PartFields } from '../goal.contract.ts';
import { goalPartsMessages } from '../goal.parts.web.messages.ts';
import { daySlices, phaseSlices, resampled, splitByWeights, splitEvenly, stepOf, weekSlices, type Slice } from '../goal.split.rules.ts';
import { readFigure, showFigure } from './figure.ts';

/** One part as it is typed. */
export interface PartRow {
  readonly key: string;
  readonly name: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly weight: string;
  readonly target: string;
}
export type Way = 'even' | 'weights' | 'curve' | 'typed';

/** A launch brings most in its burst: what the weights start from. */
const PHASE_WEIGHTS: Readonly<Record<string, string>> = { warmup: '20', burst: '50', sustain: '30' };
const MOST_DAYS = 60;

const rowOf = (part: PartFields): PartRow => ({ key: crypto.randomUUID(), name: part.name, fromOn: part.fromOn ?? '', toOn: part.toOn ?? '', weight: '', target: showFigure(part.target) });
export const partOf = (row: PartRow): PartFields => ({ name: row.name.trim(), fromOn: row.fromOn || null, toOn: row.toOn || null, target: Math.max(0, readFigure(row.target) ?? 0) });
const weightsOf = (rows: readonly PartRow[]): number[] => rows.map((row) => readFigure(row.weight) ?? 0);

/** The split under work: rows as typed, and the ways that fill them. */
export function useParts(goal: Goal, campaign: Campaign, curve: readonly number[], adds: boolean) {
  const words = useMessages(goalPartsMessages);
  const formats = useFormats();
  const [split, setSplit] = useState<GoalSplit>(goal.parts[0]?.split ?? 'phase');
  const [rows, setRows] = useState<readonly PartRow[]>(() => goal.parts.map(rowOf));
  const [way, setWay] = useState<Way>(goal.parts.length > 0 ? 'typed' : 'even');
  const step = stepOf(goal);

  const slicesOf = (kind: GoalSplit): readonly Slice[] => (kind === 'phase' ? phaseSlices(campaign) : kind === 'week' ? weekSlices(campaign) : kind === 'day' ? daySlices(campaign).slice(0, MOST_DAYS) : []);
  const nameOf = (slice: Slice): string => (slice.key === 'week' ? words.week(slice.number) : slice.key === 'day' ? formats.day(slice.fromOn) : words.slices[slice.key]);
  const blank = (name: string): PartRow => ({ key: crypto.randomUUID(), name, fromOn: '', toOn: '', weight: '1', target: '' });

  /** Parts of a sum share it; of a rate each starts at the whole. */
  const fill = (given: readonly PartRow[], how: Way): readonly PartRow[] => {
    if (!adds) return given.map((row) => ({ ...row, target: row.target || showFigure(goal.target) }));
    if (how === 'typed') return given;
    const weights = how === 'curve' ? resampled(curve, given.length) : weightsOf(given);
    const targets = how === 'even' ? splitEvenly(goal.target, given.length, step) : splitByWeights(goal.target, weights, step);
    return given.map((row, index) => ({ ...row, target: showFigure(targets[index] ?? 0) }));
  };
  /** Starts a split over; phases by weight, the others evenly. */
  const start = (kind: GoalSplit) => {
    const slices = slicesOf(kind);
    const names = kind === 'channel' ? words.channels : [words.own];
    const fresh = slices.length > 0 ? slices.map((slice): PartRow => ({ ...blank(nameOf(slice)), fromOn: slice.fromOn, toOn: slice.toOn, weight: PHASE_WEIGHTS[slice.key] ?? '1' })) : names.map(blank);
    const how: Way = kind === 'phase' ? 'weights' : 'even';
    setSplit(kind);
    setWay(how);
    setRows(fill(fresh, how));
  };
  const choose = (how: Way) => {
    const total = rows.reduce((sum, row) => sum + (readFigure(row.target) ?? 0), 0);
    // Weights that were never written start from what the parts are now.
    const weighted = rows.map((row) => (how === 'weights' && row.weight === '' ? { ...row, weight: total > 0 ? showFigure(Number((((readFigure(row.target) ?? 0) / total) * 100).toFixed(1))) : '1' } : row));
    setWay(how);
    setRows(fill(weighted, how));
  };
  const change = (key: string, part: Partial<PartRow>) => {
    const next = rows.map((row) => (row.key === key ? { ...row, ...part } : row));
    if (part.target !== undefined) setWay('typed');
    setRows(part.weight === undefined ? next : fill(next, 'weights'));
  };
  const add = () => setRows(fill([...rows, blank('')], way === 'curve' ? 'even' : way));
  const remove = (key: string) => setRows(fill(rows.filter((row) => row.key !== key), way));
  /** The same shares of a target that was changed. */
  const scale = () => setRows(splitByWeights(goal.target, rows.map((row) => readFigure(row.target) ?? 0), step).map((target, index) => ({ ...(rows[index] as PartRow), target: showFigure(target) })));
  const giveRest = (gap: number) => {
    const last = rows.at(-1);
    if (last) setRows([...rows.slice(0, -1), { ...last, target: showFigure(Number(((readFigure(last.target) ?? 0) + gap).toFixed(4))) }]);
  };
  return { split, rows, way, start, choose, change, add, remove, scale, giveRest };
}
