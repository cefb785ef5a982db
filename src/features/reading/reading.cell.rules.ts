import { columnScale, readFeedbackState, readFeedbackType, readLevel, readPhase, readPriority, readScore, readState, stateLegend } from './reading.choice.rules.ts';
import type { StateWord } from './reading.choice.vocabulary.ts';
import type { GridCell } from './reading.grid.rules.ts';
import { headingCore, type Column } from './reading.heading.rules.ts';
import { headingUnit, readBand, readMeasure, readRate } from './reading.measure.rules.ts';
import { headingScale, readMoney, roundYuan } from './reading.money.rules.ts';
import { isBlankMark, normalize, squeeze } from './reading.normal.rules.ts';
import { readPeople } from './reading.people.rules.ts';
import { readQuantity } from './reading.quantity.rules.ts';
import { readDuration } from './reading.relative.rules.ts';
import type { TableKind } from './reading.contract.ts';
import type { Reading } from './reading.value.ts';
import { readDay, readWhen, type YearContext } from './reading.when.rules.ts';

/** All that the reading of a column's cells depends on, worked out once for the table. */
export interface ColumnContext {
  column: Column;
  kind: TableKind;
  years: YearContext;
  moneyScale: number;
  unit?: string;
  countScale: number;
  legend: Map<string, StateWord>;
  scoreScale: number;
  exactShare: boolean;
}

export function columnContext(column: Column, kind: TableKind, years: YearContext, tableScale: number, texts: string[]): ColumnContext {
  const { hint } = headingCore(column.header);
  const own = headingScale(column.header);
  const counted = headingUnit(hint);
  const statesYuan = /\u5143/.test(column.header) && own === 1;
  return {
    column,
    kind,
    years,
    moneyScale: own !== 1 ? own : statesYuan ? 1 : tableScale,
    countScale: counted.scale,
    ...(counted.unit ? { unit: counted.unit } : {}),
    legend: column.type === 'state' ? stateLegend(column.header) : new Map<string, StateWord>(),
    scoreScale: column.type === 'score' ? columnScale(column.header, texts) : 5,
    exactShare: column.type === 'rate' && texts.some((text) => /\d/.test(text)) && texts.every((text) => !/\d/.test(text) || /^\d(?:\.\d+)?$/.test(squeeze(text))) && texts.some((text) => text.includes('.')),
  };
}

/** Dates of these tables belong inside the campaign; a follow-up call or an approval may lie outside. */
const BOUNDED = new Set<TableKind>(['schedule', 'channels', 'materials']);

function money(text: string, context: ColumnContext): Reading {
  const reading = readMoney(text, context.moneyScale);
  const price = reading.unit !== undefined && reading.unit !== 'CNY' && reading.yuan !== null;
  // A price in a column of totals is no total.
  const doubt = reading.doubt ?? (price && context.column.field !== 'unitPrice' && context.column.field !== 'unitCost' ? { code: 'rate-not-total' as const } : undefined);
  return { value: reading.yuan, ...(reading.unit ? { unit: reading.unit } : {}), ...(doubt ? { doubt } : {}) };
}

function quantity(text: string, context: ColumnContext): Reading {
  const reading = readQuantity(text, context.unit);
  if (context.countScale === 1 || typeof reading.value !== 'number' || (reading.unit && reading.unit !== context.unit)) return reading;
  return { ...reading, value: roundYuan(reading.value * context.countScale) };
}

function number(text: string): Reading {
  const plain = squeeze(text).replace(/[.\u3001)]$/, '');
  return isBlankMark(text) ? { value: null } : { value: /^\d{1,9}$/.test(plain) ? Number(plain) : normalize(text) };
}

function text(value: string): Reading {
  return isBlankMark(value) ? { value: null } : { value: value.trim() };
}

function duration(value: string): Reading {
  if (isBlankMark(value)) return { value: null };
  const read = readDuration(value);
  return read ? { value: read.value, unit: read.unit } : { value: null, doubt: { code: 'unreadable' } };
}

/** Reads one cell by its column's type. The unit column of the same row gives a count or a metric its unit. */
export function readCell(cell: GridCell, context: ColumnContext, rowUnit: string): Reading {
  if (cell.unread) return { value: null, doubt: { code: 'unreadable' } };
  const value = cell.text;
  const bounded = BOUNDED.has(context.kind);
  switch (context.column.type) {
    case 'number': return number(value);
    case 'money': return money(value, context);
    case 'quantity': return quantity(value, { ...context, ...(context.unit ? {} : rowUnit ? { unit: rowUnit } : {}) });
    case 'rate': return readRate(value, context.exactShare);
    case 'period': return readWhen(value, context.years, cell.day, bounded);
    case 'day': return readDay(value, context.years, cell.day, bounded);
    case 'people': return readPeople(value);
    case 'state': return readState(value, context.legend);
    case 'phase': return readPhase(value);
    case 'measure': return readMeasure(value, rowUnit || (context.unit ?? ''), context.countScale);
    case 'level': return readLevel(value);
    case 'score': return readScore(value, context.scoreScale);
    case 'feedback-type': return readFeedbackType(value);
    case 'feedback-state': return readFeedbackState(value);
    case 'priority': return readPriority(value);
    case 'duration': return duration(value);
    case 'band': return readBand(value, context.moneyScale);
    default: return text(value);
  }
}
