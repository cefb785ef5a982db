import type { Day } from '#platform/shared/calendar.ts';
import type { Locale } from '#platform/shared/messages.ts';
import type { AsideReason, QuestionCode } from './reading.messages.ts';

export const TABLE_KINDS = ['budget', 'schedule', 'team', 'areas', 'materials', 'channels', 'metrics', 'risk', 'feedback', 'goals', 'approval'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

/** JSON only, so that an understanding crosses a worker, a wire and a command line unchanged. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** What a person must decide before the value is imported. `message` is `code` in the reader's language. */
export interface Question {
  code: QuestionCode;
  message: string;
  data?: { [key: string]: JsonValue };
}

export interface ReadCell {
  /** The original text, untouched. */
  text: string;
  /** The value by the field's type (README.md of this feature); null when there is none or it could not be read. */
  value: JsonValue;
  unit?: string;
  question?: Question;
}

export interface ReadRow {
  cells: { [field: string]: ReadCell };
}

/** A total as the document states it beside the sum of its lines. Amounts in yuan, counts as they are. */
export interface ReadTotal {
  stated: number | null;
  computed: number;
  agrees: boolean;
  question?: Question;
}

export interface ReadSubtotal extends ReadTotal {
  text: string;
}

export interface ReadTable {
  kind: TableKind;
  title: string;
  /** The heading texts as they stand, left to right. */
  headers: string[];
  /** The field that each heading was read as, in the order of `headers`. */
  fields: string[];
  rows: ReadRow[];
  total?: ReadTotal;
  subtotals?: ReadSubtotal[];
}

export type GoalKind = 'count' | 'rate' | 'growth' | 'money';

export interface ReadGoal {
  text: string;
  metric: string;
  kind: GoalKind;
  /** A count, yuan, or percent points: `提升50%` is 50. */
  value: number | null;
  unit: string;
  deadlineText?: string;
  question?: Question;
}

export interface Aside {
  reason: AsideReason;
  message: string;
  text: string;
}

/** A section of a plan: its heading as written, the section of ours that it names (`own` for none), and its text, a paragraph a line with `## `, `- ` and `1. `. */
export interface ReadSection {
  heading: string;
  key: string;
  text: string;
}

export interface Understanding {
  tables: ReadTable[];
  goals: ReadGoal[];
  /** Of a document that is a plan; what stands here is not aside. */
  sections: ReadSection[];
  aside: Aside[];
}

export interface UnderstandOptions {
  /** The year of dates that state none. */
  year?: number;
  /** The campaign's period: gives the year, and dates outside it become questions. */
  campaign?: { startOn: Day; endOn: Day };
  /** Language of the questions; Chinese when absent. */
  locale?: Locale;
}
