import type { QuestionCode } from './reading.messages.ts';
import type { JsonValue } from './reading.contract.ts';

/** A question before it has its words: the readers of values know no language. */
export interface Doubt {
  code: QuestionCode;
  data?: { [key: string]: JsonValue };
}

/** What a reader of values makes of one cell. */
export interface Reading {
  value: JsonValue;
  unit?: string;
  doubt?: Doubt;
}
