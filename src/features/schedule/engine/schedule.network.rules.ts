import type { WorkCalendar } from './schedule.calendar.rules.ts';

/** Finish-start, start-start, finish-finish, start-finish. */
export const FS = 0;
export const SS = 1;
export const FF = 2;
export const SF = 3;
export type LinkCode = 0 | 1 | 2 | 3;
export const LINK_CODES = { FS, SS, FF, SF } as const;

/** As desktop planners name them: as soon / late as possible, must start / finish on, start / finish no earlier / later than. */
export const CONSTRAINT = { asap: 0, alap: 1, mso: 2, mfo: 3, snet: 4, snlt: 5, fnet: 6, fnlt: 7 } as const;
export type Constraint = keyof typeof CONSTRAINT;

/** No tick at all. */
export const NONE = -0x80000000;

/** Tasks, calendars and parents are meant by their index. Durations and lags are ticks of their calendar. */
export interface NetworkTask {
  readonly calendar: number;
  readonly duration: number;
  readonly parent?: number | undefined;
  readonly constraint?: Constraint | undefined;
  /** The tick of the constraint. */
  readonly at?: number | undefined;
  /** Not before this tick, whatever the project's start is. */
  readonly notBefore?: number | undefined;
  /** Bounds the late finish and nothing else. */
  readonly deadline?: number | undefined;
  /** Dates that are not computed: what has happened, or what a person has placed. */
  readonly placed?: { readonly start: number; readonly finish: number } | undefined;
  /** Over: it holds nothing before it back. Needs `placed`. */
  readonly done?: boolean | undefined;
  /** Begun at `start`, with so much of its work left, which goes on at `resume`. Nothing moves its start any more. */
  readonly started?: { readonly start: number; readonly resume: number; readonly remaining: number } | undefined;
  /** Slack is counted in this calendar where it is not that of the work. */
  readonly slackCalendar?: number | undefined;
  /** Takes no part and has no dates. */
  readonly inactive?: boolean | undefined;
  /** Passes on what it waits for, and counts for nothing else: a task without dates. */
  readonly passive?: boolean | undefined;
}

export interface NetworkLink {
  readonly from: number;
  readonly to: number;
  readonly type: LinkCode;
  readonly lag: number;
  readonly lagCalendar: number;
}

export interface Network {
  readonly calendars: readonly WorkCalendar[];
  readonly tasks: readonly NetworkTask[];
  readonly links: readonly NetworkLink[];
  /** No computed date lies before it; with `loose`, only tasks without predecessors are held by it. */
  readonly start: number;
  /** Late dates count back from here; without it, from the last early finish. */
  readonly finish?: number | undefined;
  /** A task with no more total slack than this is critical; 0. */
  readonly criticalSlack?: number | undefined;
  /**
   * Times with no work between them are one (17:00 and 8:00 of the next day), and a lead may reach before the start: minutes in a desktop planner.
   * Without it a tick is a tick: a finish that falls on a free day waits for the next worked one.
   */
  readonly loose?: boolean | undefined;
}

/** What a node is in the computation. `none` has no dates of its own: parents, and what takes no part. */
export const ROLE = { task: 0, placed: 1, done: 2, passive: 3, lastFinish: 4, firstStart: 5, none: 6, started: 7 } as const;

/** The network as columns, in the order in which dates are computed. Made once; `duration`, `at` and the like may be written before each computation. */
export interface Prepared {
  readonly network: Network;
  readonly taskCount: number;
  /** Tasks, then for each parent that others wait for a node for its end and one for its start. */
  readonly nodeCount: number;
  readonly ownerOf: Int32Array;
  /** {@link ROLE} of each node. */
  readonly role: Uint8Array;
  readonly calendarOf: Int32Array;
  readonly duration: Int32Array;
  readonly constraint: Uint8Array;
  readonly at: Int32Array;
  readonly notBefore: Int32Array;
  readonly deadline: Int32Array;
  readonly placedStart: Int32Array;
  readonly placedFinish: Int32Array;
  /** What is left of the duration: all of it, unless the task has begun. */
  readonly remaining: Int32Array;
  readonly slackCalendarOf: Int32Array;
  /** Predecessors before successors. */
  readonly order: Int32Array;
  readonly linkFrom: Int32Array;
  readonly linkTo: Int32Array;
  readonly linkType: Uint8Array;
  readonly lag: Int32Array;
  readonly lagCalendar: Int32Array;
  /** Links into node n: `inLinks[inStart[n]] … inLinks[inStart[n + 1] - 1]`; and out of it. */
  readonly inStart: Int32Array;
  readonly inLinks: Int32Array;
  readonly outStart: Int32Array;
  readonly outLinks: Int32Array;
  readonly parentOf: Int32Array;
  /** Parents, the inner ones first. */
  readonly parents: Int32Array;
  /** Circles of waiting, task by task, each from its task with the lowest index. Their own links are left out of the computation. */
  readonly cycles: readonly (readonly number[])[];
  readonly hasAlap: boolean;
}
