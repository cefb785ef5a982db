import { parseXml } from '#features/reading/server/xml.api.ts';

/** An element with those children that are looked at. */
export interface Element {
  readonly name: string;
  text: string;
  readonly children: Element[];
}

const NAMES = new Set(`Project Name StartDate FinishDate ScheduleFromStart MinutesPerDay CriticalSlackLimit CalendarUID Calendars Calendar UID IsBaseCalendar BaseCalendarUID WeekDays WeekDay DayType DayWorking TimePeriod
  FromDate ToDate WorkingTimes WorkingTime FromTime ToTime Exceptions Exception Type Period DaysOfWeek MonthItem MonthPosition Month MonthDay WorkWeeks WorkWeek Tasks Task ID IsNull OutlineLevel Summary Milestone Manual Active
  ExternalTask Duration DurationFormat RemainingDuration Start Finish ActualStart ActualFinish Resume PercentComplete ConstraintType ConstraintDate Deadline IgnoreResourceCalendar LevelingDelay TotalSlack FreeSlack Critical
  PredecessorLink PredecessorUID LinkLag LagFormat Resources Resource Assignments Assignment TaskUID ResourceUID Units Work Baseline Number`.split(/\s+/));
/** Tasks, calendars and assignments of the largest files that are taken. */
const MOST_ELEMENTS = 3_000_000;

/** A file that is XML but no MS Project plan, or more than can be taken. */
export class NotMspdi extends Error {
  readonly code: 'no-project' | 'too-many';
  constructor(code: NotMspdi['code']) {
    super(code);
    this.code = code;
  }
}

export const child = (element: Element, name: string): Element | undefined => element.children.find((one) => one.name === name);
export const textOf = (element: Element, name: string): string | undefined => child(element, name)?.text.trim();
export const childrenOf = (element: Element, list: string, name: string): Element[] => child(element, list)?.children.filter((one) => one.name === name) ?? [];

/** A whole number, or undefined. */
export function wholeOf(element: Element, name: string): number | undefined {
  const text = textOf(element, name);
  const value = text === undefined || text === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) && Math.abs(value) < 2 ** 31 ? Math.round(value) : undefined;
}
export const flagOf = (element: Element, name: string): boolean | undefined => {
  const text = textOf(element, name);
  return text === undefined ? undefined : text === '1' || text === 'true';
};

/** The tree of a file's plan. Throws {@link NotMspdi}, or `DocumentUnreadable` for XML that is damaged or hostile (DTD, entities, depth). */
export function parseTree(text: string): Element {
  const root: Element = { name: '', text: '', children: [] };
  const open: (Element | undefined)[] = [root];
  let count = 0;
  parseXml(text, {
    open: (name) => {
      const parent = open.at(-1);
      const element = parent && NAMES.has(name) ? { name, text: '', children: [] } : undefined;
      if (element) {
        parent?.children.push(element);
        count += 1;
        if (count > MOST_ELEMENTS) throw new NotMspdi('too-many');
      }
      open.push(element);
    },
    close: () => {
      open.pop();
    },
    text: (piece) => {
      const element = open.at(-1);
      if (element && element.text.length < 500) element.text += piece.slice(0, 500);
    },
  });
  const project = child(root, 'Project');
  if (!project || !child(project, 'Tasks')) throw new NotMspdi('no-project');
  return project;
}
