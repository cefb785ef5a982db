import { useMemo } from 'react';
import { addDays, holidayOf, isWorkingDay, weekday, type Day } from '#platform/shared/calendar.ts';
import type { Locale } from '#platform/shared/messages.ts';
import type { CalendarDay, Task } from '../../schedule.contract.ts';
import { drawnLinks, type DrawnLink } from '../../views/schedule.gantt-links.rules.ts';
import { ganttRows, partsOf, spanWithParts, type GanttRow } from '../../views/schedule.gantt-rows.rules.ts';
import { makeScale, spanOf, type Scale } from '../../views/schedule.gantt.rules.ts';
import { dDayIds } from '../../plan/schedule.proposal.rules.ts';
import { analysePlan, type PlanAnalysis } from '../../plan/schedule.plan.rules.ts';
import type { Desk } from '../desk.ts';

export const ROW = 34;
export const HEAD = 52;
/** Where the bar lies in its row, and how high it is. */
export const BAR = { top: 7, height: 18 } as const;
export const MIDDLE = BAR.top + BAR.height / 2;

export interface BaselineDays {
  readonly startOn: Day | null;
  readonly endOn: Day | null;
}

/** Everything that the chart draws, computed anew when the tasks or the scale change, never while scrolling. */
export interface GanttModel {
  readonly rows: readonly GanttRow[];
  readonly rowOf: ReadonlyMap<string, number>;
  readonly scale: Scale;
  readonly analysis: PlanAnalysis;
  readonly links: readonly DrawnLink[];
  readonly parts: ReadonlyMap<string, readonly Task[]>;
  /** Tasks that wait, or are waited for: of the others neither slack nor critical says anything. */
  readonly linked: ReadonlySet<string>;
  readonly violated: ReadonlyMap<string, number>;
  readonly baseline: ReadonlyMap<string, BaselineDays>;
  /** The days of a task; of a parent those of its parts. */
  readonly spanOf: (task: Task) => { readonly startOn: Day | null; readonly endOn: Day | null };
}

const NO_DAYS = { startOn: null, endOn: null };

function linkedOf(tasks: readonly Task[]): ReadonlySet<string> {
  return new Set(tasks.flatMap((task) => (task.links.length > 0 ? [task.id, ...task.links.map((link) => link.predecessorId)] : [])));
}

/** `room`: days of air before and after. */
export function useGanttModel({ tasks, campaign, calendar }: Pick<Desk, 'tasks' | 'campaign' | 'calendar'>, dayPixels: number, closed: ReadonlySet<string>, baseline: ReadonlyMap<string, BaselineDays>, leastWidth: number): GanttModel {
  const span = useMemo(() => spanOf([...tasks, ...baseline.values()], campaign, 7), [tasks, baseline, campaign]);
  const scale = useMemo(() => {
    const least = makeScale(span.from, span.to, dayPixels);
    const missing = Math.max(0, Math.ceil((leastWidth - least.width) / dayPixels));
    return makeScale(span.from, addDays(span.to, missing), dayPixels);
  }, [span, dayPixels, leastWidth]);
  const analysis = useMemo(() => analysePlan(tasks, calendar, dDayIds(tasks, campaign)), [tasks, calendar, campaign]);
  const parts = useMemo(() => partsOf(tasks), [tasks]);
  const rows = useMemo(() => ganttRows(tasks, closed), [tasks, closed]);
  const rowOf = useMemo(() => new Map(rows.map((row, index) => [row.key, index])), [rows]);
  const links = useMemo(() => drawnLinks(tasks, (id) => rowOf.get(id)), [tasks, rowOf]);
  const linked = useMemo(() => linkedOf(tasks), [tasks]);
  return useMemo(() => ({
    rows, rowOf, scale, analysis, links, parts, linked, baseline,
    violated: new Map(analysis.violated.map((one) => [`${one.predecessorId}>${one.taskId}`, one.byDays])),
    spanOf: (task: Task) => (parts.has(task.id) ? (spanWithParts(task, parts) ?? NO_DAYS) : task),
  }), [rows, rowOf, scale, analysis, links, parts, linked, baseline]);
}

/** A day as the company works: its own days over the national calendar. */
export interface DayKind {
  readonly works: boolean;
  /** A holiday's or the company's name for it, or that a weekend is worked. */
  readonly mark: 'rests' | 'works' | null;
  readonly name: Readonly<Record<Locale, string>>;
}

const kinds = new Map<Day, DayKind>();

/** Asked for every day on screen at every drawing: the national calendar's answer is kept. */
function nationalKind(day: Day): DayKind {
  const known = kinds.get(day);
  if (known) return known;
  const works = isWorkingDay(day);
  const holiday = holidayOf(day);
  const isWeekend = weekday(day) % 6 === 0;
  const kind: DayKind = { works, mark: works && isWeekend ? 'works' : holiday ? 'rests' : null, name: { 'zh-CN': holiday?.zh ?? '', en: holiday?.en ?? '' } };
  kinds.set(day, kind);
  return kind;
}

export function dayKind(day: Day, companyDays: ReadonlyMap<Day, CalendarDay>): DayKind {
  const own = companyDays.get(day);
  return own ? { works: own.works, mark: own.works ? 'works' : 'rests', name: { 'zh-CN': own.name, en: own.name } } : nationalKind(day);
}
