import type { Day } from '#platform/shared/calendar.ts';
import type { Cents } from '#platform/shared/money.ts';
import type { GanttData } from './gantt.types.ts';
import type { PlanPaper } from './plan.paper.ts';
import type { Seal } from './seal.ts';
import type { BudgetRow, BudgetTable, CampaignTables, ScheduleRow, ScheduleTable } from './tables.ts';

export type DocumentHead = {
  /** The campaign's name. */
  title: string;
  scenario: string;
  startOn: Day;
  endOn: Day;
  lead: string;
  department: string;
  /** The stage's word in the reader's language. */
  stage: string;
  company?: string;
  /** The day of the figures. */
  asOf: Day;
  seal: Seal | null;
};

/** Numbers are in the goal's own unit: yuan when the unit is 元, 15 for 15 % when the kind is rate or growth. */
export type GoalRow = {
  metric: string;
  unit: string;
  kind: 'count' | 'money' | 'rate' | 'growth';
  target: number;
  actual: number | null;
  note?: string;
  /** Where the goal should be by `asOf`, in its own unit: the tick on the bar. */
  expected?: number | null;
  /** `down`: the lower the better (cost per acquisition). Default `up`. */
  direction?: 'up' | 'down';
};

export type OverviewData = {
  head: DocumentHead;
  /** The sentence that a busy lead can act on. */
  verdict: string;
  goals: readonly GoalRow[];
  lines: readonly BudgetRow[];
  tasks: readonly ScheduleRow[];
  /** P2.2: shown with its share of the budget. */
  reserveCents?: Cents | null;
  /** Share of the budget that is due by `asOf`, 0 to 1: the tick on the bar. */
  expectedSpend?: number | null;
};

/** R1.1 《活动效果评估报告》. */
export type EvaluationData = {
  head: DocumentHead;
  verdict: string;
  goals: readonly GoalRow[];
  lines: readonly BudgetRow[];
  /** Spending is over: a line without any is a saving. */
  settled?: boolean;
  tasks: readonly ScheduleRow[];
  /** Tasks finished in time of those due; without it the report states completion by the states. */
  onTime?: { onTime: number; due: number } | null;
  /** Three working days after the end. */
  dueOn: Day | null;
  submittedOn?: Day | null;
  /** One point a line. */
  highlights: string;
  shortcomings: string;
  nextSteps: string;
};

export type PdfDocuments = {
  overview: OverviewData;
  evaluation: EvaluationData;
  plan: PlanPaper;
  budget: BudgetTable;
  schedule: ScheduleTable;
  tables: CampaignTables;
  gantt: GanttData;
};
