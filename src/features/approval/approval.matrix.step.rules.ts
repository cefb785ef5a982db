import { EVERY_BAND } from './approval.band.rules.ts';
import { rankOf, readCell, type ChainLink, type CellStep } from './approval.matrix.cell.rules.ts';
import type { MatrixColumn } from './approval.matrix.heading.rules.ts';
import type { MatrixCell, MatrixStep } from './approval.matrix.value.ts';
import { STEP_NAMES } from './approval.route.vocabulary.ts';

export interface RowSteps {
  readonly steps: MatrixStep[];
  readonly cells: MatrixCell[];
}

interface Placed {
  readonly cell: CellStep;
  readonly column: MatrixColumn;
  readonly x: number;
}

/** The usual name of a step that the matrix only numbers: 审核 first, 核准 last of three or more, 审批 else. */
function usualName(index: number, count: number): string {
  if (count === 1) return STEP_NAMES.approve;
  if (index === 0) return STEP_NAMES.review;
  return index === count - 1 && count > 2 ? STEP_NAMES.ratify : STEP_NAMES.approve;
}

function named(steps: readonly MatrixStep[]): MatrixStep[] {
  return steps.map((step, index) => ({ ...step, name: (step.name || usualName(index, steps.length)).slice(0, 30) }));
}

/** By the numbers where every step has one; else 审核 before 审批 before 核准, and from left to right. */
function ordered(found: readonly Placed[]): Placed[] {
  const numbered = found.every(({ cell }) => cell.order !== null);
  const key = ({ cell }: Placed): number => (numbered ? (cell.order ?? 99) : rankOf(cell.name));
  return found.toSorted((a, b) => key(a) - key(b) || a.x - b.x);
}

/** The steps that the marks in the columns of the roles mean. 经办人① asks, so it is no step. */
export function columnSteps(row: readonly { readonly column: MatrixColumn; readonly text: string }[], legend: ReadonlyMap<string, string>, scale: number): RowSteps {
  const cells: MatrixCell[] = [];
  const found: Placed[] = [];
  for (const [x, { column, text }] of row.entries()) {
    if (column.use !== 'role' && column.use !== 'requester') continue;
    const meaning = readCell(text, legend, scale);
    const heading = column.heading;
    if (meaning.reading === 'unread') cells.push({ heading, text, reading: 'unread', doubt: meaning.doubt });
    else if (meaning.reading !== 'step') {
      if (meaning.reading !== 'empty') cells.push({ heading, text, reading: meaning.reading, doubt: null });
    } else if (column.use === 'requester' && meaning.name === '') cells.push({ heading, text, reading: 'requester', doubt: null });
    else {
      found.push({ cell: meaning, column, x });
      cells.push({ heading, text, reading: 'step', doubt: meaning.band === EVERY_BAND ? null : 'condition' });
    }
  }
  const steps = ordered(found);
  const orders = steps.flatMap(({ cell }) => (cell.order === null ? [] : [cell.order]));
  const twice = new Set(orders.filter((order, index) => orders.indexOf(order) !== index));
  for (const { cell, column } of steps) {
    if (cell.order === null || !twice.has(cell.order)) continue;
    const own = cells.find((one) => one.heading === column.heading && one.reading === 'step');
    if (own) own.doubt ??= 'parallel';
  }
  return { steps: named(steps.map(({ cell, column }) => ({ name: cell.name, role: column.role, ...bandOf(cell, column) }))), cells };
}

function bandOf(cell: CellStep, column: MatrixColumn): { fromCents: number | null; toCents: number | null } {
  const { fromCents, toCents } = cell.band === EVERY_BAND ? column.band : cell.band;
  return { fromCents, toCents };
}

/** The steps of a cell that names the roles itself; `links` undefined: it was not understood. */
export function chainSteps(heading: string, text: string, links: readonly ChainLink[] | undefined): RowSteps {
  if (!links) return { steps: [], cells: [{ heading, text, reading: 'unread', doubt: 'cell' }] };
  const banded = links.some((link) => link.band !== EVERY_BAND);
  const steps = named(links.map(({ role, name, band }) => ({ name, role, fromCents: band.fromCents, toCents: band.toCents })));
  return { steps, cells: [{ heading, text, reading: steps.length > 0 ? 'step' : 'empty', doubt: banded ? 'condition' : null }] };
}
