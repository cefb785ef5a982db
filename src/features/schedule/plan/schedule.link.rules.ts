import { isBlankMark, LONGEST_VALUE, normalize } from '#features/reading/reading.normal.rules.ts';
import { LINK_TYPES, type TaskLink } from '../schedule.contract.ts';
import { CALENDAR_DAY_UNIT, LINK_BREAK, LINK_TEXT, WORKDAY_UNIT } from './schedule.link.vocabulary.ts';

/** How a lag is named, `+1天`, `-2个工作日`. */
export type LagText = (days: number, unit: TaskLink['lagUnit']) => string;

/** The tasks before a task as planning tools write them: `2`, `3SS`, `4FS+1天`. `numberOf` gives a task's row from 1; undefined for one that is gone. */
export function linkText(links: readonly TaskLink[], numberOf: (taskId: string) => number | undefined, lagText: LagText): string {
  return links.flatMap((link) => {
    const number = numberOf(link.predecessorId);
    if (number === undefined) return [];
    const plain = link.type === 'FS' && link.lagDays === 0;
    return [`${number}${plain ? '' : link.type}${link.lagDays === 0 ? '' : lagText(link.lagDays, link.lagUnit)}`];
  }).join(', ');
}

/** Tasks that wait for each other in a circle, from one of them round to itself; empty when there is none. */
export function linkCycle(tasks: readonly { readonly id: string; readonly predecessors: readonly string[] }[]): readonly string[] {
  const before = new Map(tasks.map(({ id, predecessors }) => [id, predecessors]));
  const finished = new Set<string>();
  for (const { id } of tasks) {
    const path: { readonly id: string; next: number }[] = [{ id, next: 0 }];
    const onPath = new Set([id]);
    while (path.length > 0 && !finished.has(id)) {
      const top = path.at(-1) as (typeof path)[number];
      const predecessor = before.get(top.id)?.[top.next];
      top.next += 1;
      if (predecessor === undefined) {
        finished.add(top.id);
        onPath.delete(top.id);
        path.pop();
      } else if (onPath.has(predecessor)) {
        // The path runs against the links; people read it along them.
        return [...path.slice(path.findIndex((step) => step.id === predecessor)).map((step) => step.id), predecessor].toReversed();
      } else if (!finished.has(predecessor) && before.has(predecessor)) {
        onPath.add(predecessor);
        path.push({ id: predecessor, next: 0 });
      }
    }
  }
  return [];
}

/** What is wrong with a piece of 依赖关系: no such number, the task itself, not to be read, named twice, a lag that is too long. */
export interface LinkError {
  readonly code: 'unknown' | 'itself' | 'text' | 'duplicate' | 'lag';
  /** The piece as written. */
  readonly piece: string;
}

export interface LinkReading {
  readonly links: readonly TaskLink[];
  readonly errors: readonly LinkError[];
}

export interface LinkContext {
  /** The id of the task with this number, or undefined. */
  readonly idOf: (number: string) => string | undefined;
  /** The task that waits. */
  readonly self: string;
  /** What a lag counts that names no unit, or only `d` and `天`: calendar days among our own tasks. */
  readonly unit?: TaskLink['lagUnit'] | undefined;
  readonly longestLag?: number | undefined;
  /** A predecessor may be there twice with one type: the stricter one holds. A file is not refused for it. */
  readonly repeats?: boolean | undefined;
}

/** The lag that the contract takes. */
const LONGEST_LAG = 365;

function lagUnit(text: string | undefined, usual: TaskLink['lagUnit']): TaskLink['lagUnit'] {
  if (text !== undefined && WORKDAY_UNIT.test(text)) return 'workday';
  return text !== undefined && CALENDAR_DAY_UNIT.test(text) ? 'day' : usual;
}

function readPiece(piece: string, { idOf, unit = 'day' }: LinkContext): TaskLink | 'unknown' | 'text' {
  const whole = idOf(piece);
  if (piece.length > LONGEST_VALUE) return 'text';
  if (whole !== undefined) return { predecessorId: whole, type: 'FS', lagDays: 0, lagUnit: unit };
  const [, number = '', type = 'FS', sign, days = '0', named] = LINK_TEXT.exec(piece) ?? [];
  const predecessorId = idOf(number.trim());
  if (predecessorId === undefined) return /^\d+$/.test(number) ? 'unknown' : 'text';
  const lagDays = Number(days) === 0 ? 0 : Number(days) * (sign === '-' ? -1 : 1);
  return { predecessorId, type: LINK_TYPES.find((known) => known === type.toUpperCase()) ?? 'FS', lagDays, lagUnit: lagDays === 0 ? unit : lagUnit(named, unit) };
}

/** Reads 依赖关系 as people write it: `2`, `2、3`, `2FS+3`, `3ss-1`, `4FS+1个工作日`, `５ＦＦ`. What cannot be read is told piece by piece; the rest is kept. */
export function readLinks(text: string, context: LinkContext): LinkReading {
  const links: TaskLink[] = [];
  const errors: LinkError[] = [];
  if (isBlankMark(text)) return { links, errors };
  for (const raw of text.normalize('NFKC').split(LINK_BREAK)) {
    const piece = normalize(raw);
    if (piece === '') continue;
    const link = readPiece(piece, context);
    if (typeof link === 'string') errors.push({ code: link, piece });
    else if (link.predecessorId === context.self) errors.push({ code: 'itself', piece });
    else if (context.repeats !== true && links.some((known) => known.predecessorId === link.predecessorId && known.type === link.type)) errors.push({ code: 'duplicate', piece });
    else if (Math.abs(link.lagDays) > (context.longestLag ?? LONGEST_LAG)) errors.push({ code: 'lag', piece });
    else links.push(link);
  }
  return { links, errors };
}
