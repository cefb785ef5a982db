import { addDays, isDay, type Day } from '#platform/shared/calendar.ts';
import { MAX_CENTS, yuanToCents, type Cents } from '#platform/shared/money.ts';
import type { PlaybookFile } from './playbook.file.contract.ts';
import type { UseAnswers } from './playbook.use.rules.ts';

const LONGEST_EVENT = 366;
const LARGEST_TARGET = 1e13;

/** What a person has typed so far. */
export interface TypedAnswers {
  /** `YYYY-MM-DD`, or empty. */
  readonly eventFrom: string;
  readonly length: string;
  readonly total: string;
  /** By the place of the goal. */
  readonly targets: readonly string[];
  readonly words: UseAnswers['words'];
}

/** Days of an event as typed; undefined for what is none. */
export function readLength(text: string): number | undefined {
  const days = Number(text.trim() || 'none');
  return Number.isInteger(days) && days >= 1 && days <= LONGEST_EVENT ? days : undefined;
}

/** An amount in yuan as typed; undefined for what is none. */
export function readTotal(text: string): Cents | undefined {
  const cents = yuanToCents(text);
  return cents !== undefined && cents >= 0 && cents <= MAX_CENTS ? cents : undefined;
}

/** A target as typed: null for an empty field, undefined for what is no target. */
export function readTarget(text: string): number | null | undefined {
  const plain = text.replaceAll(/[,，\s]/g, '');
  if (plain === '') return null;
  const value = Number(plain);
  return Number.isFinite(value) && value >= 0 && value <= LARGEST_TARGET ? value : undefined;
}

/** The answers as far as they can be previewed; undefined while the first day is missing. What is not readable yet counts as not answered. */
export function readAnswers({ eventFrom, length, total, targets, words }: TypedAnswers, period: PlaybookFile['period']): UseAnswers | undefined {
  if (!isDay(eventFrom)) return undefined;
  const eventTo: Day = addDays(eventFrom, (readLength(length) ?? period.eventDays) - 1);
  return { eventFrom, eventTo, totalCents: readTotal(total) ?? 0, targets: targets.map((target) => readTarget(target) ?? null), words };
}
