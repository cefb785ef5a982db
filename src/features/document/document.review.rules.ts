import { attachedTableOf, budgetRowOf, goalRowOf, taskRowOf } from './document.adopt.rules.ts';
import type { Adopted } from './document.contract.ts';
import type { ReadCell, ReadTable, Understanding } from '#features/reading/reading.contract.ts';

export type BudgetFields = Adopted['budget'][number];
export type TaskFields = Adopted['schedule'][number];
export type GoalFields = Adopted['goals'][number];

/** What the document says in a cell: the original text, and the question if there is one. */
export interface CellSource {
  readonly text: string;
  readonly question: string | undefined;
}

/** A row under review: what would be written, beside what the document says, by field of the row. */
export type Reviewed<Fields> = Fields & { readonly id: string; readonly sources: Readonly<Record<string, CellSource>> };
export type ReviewedBudget = Reviewed<BudgetFields>;
export type ReviewedTask = Reviewed<TaskFields>;
export type ReviewedGoal = Reviewed<GoalFields>;

interface PartFrame {
  readonly key: string;
  /** Unticked parts are left out. */
  readonly taken: boolean;
  readonly table: ReadTable;
}
export type ReviewPart =
  | (PartFrame & { readonly kind: 'budget'; readonly rows: readonly ReviewedBudget[] })
  | (PartFrame & { readonly kind: 'schedule'; readonly rows: readonly ReviewedTask[] })
  | (PartFrame & { readonly kind: 'attached' });

export interface Review {
  readonly parts: readonly ReviewPart[];
  readonly goals: readonly ReviewedGoal[];
  readonly goalsTaken: boolean;
}

/** Which cell of the document a field of the row came from. */
const budgetSources: Readonly<Record<string, string>> = { category: 'category', detail: 'detail', amountCents: 'amount', actualCents: 'actual', ownerText: 'owner', note: 'note' };
const taskSources: Readonly<Record<string, string>> = { phase: 'phase', whenText: 'when', title: 'task', ownerText: 'owner', state: 'state', note: 'note' };

function sourcesOf(cells: Readonly<Record<string, ReadCell>>, names: Readonly<Record<string, string>>): Record<string, CellSource> {
  const sources: Record<string, CellSource> = {};
  for (const [field, name] of Object.entries(names)) {
    const cell = cells[name];
    if (cell) sources[field] = { text: cell.text, question: cell.question?.message };
  }
  return sources;
}

function partOf(table: ReadTable, key: string): ReviewPart {
  if (table.kind === 'budget') {
    const rows = table.rows.map((row, index) => ({ ...budgetRowOf(row), id: `${key}-${index}`, sources: sourcesOf(row.cells, budgetSources) }));
    return { kind: 'budget', key, taken: true, table, rows };
  }
  if (table.kind === 'schedule') {
    const rows = table.rows.map((row, index) => ({ ...taskRowOf(row), id: `${key}-${index}`, sources: sourcesOf(row.cells, taskSources) }));
    return { kind: 'schedule', key, taken: true, table, rows };
  }
  return { kind: 'attached', key, taken: table.rows.length > 0, table };
}

/** What an import proposes: everything is ticked, nothing is written. */
export function reviewOf(understanding: Understanding): Review {
  const goals = understanding.goals.flatMap((goal, index) => {
    const fields = goalRowOf(goal);
    return fields ? [{ ...fields, id: `goal-${index}`, sources: { metric: { text: goal.text, question: goal.question?.message } } }] : [];
  });
  return { parts: understanding.tables.map((table, index) => partOf(table, `table-${index}`)), goals, goalsTaken: goals.length > 0 };
}

export interface OpenQuestion {
  readonly row: number;
  readonly field: string;
  readonly text: string;
  readonly question: string;
}

/** Questions by row, in the order of the document. A question is answered when its field is changed or its row taken out. */
export function questionsOf(rows: readonly Reviewed<object>[], answered: ReadonlySet<string>): OpenQuestion[] {
  return rows.flatMap((row, index) =>
    Object.entries(row.sources).flatMap(([field, source]) => (source.question !== undefined && !answered.has(`${row.id} ${field}`) ? [{ row: index + 1, field, text: source.text, question: source.question }] : [])));
}

/** What is sent: exactly the ticked parts as they stand on the page. */
export function adoptedOf(review: Review): Adopted {
  const bare = <Fields extends object>({ id: _id, sources: _sources, ...fields }: Reviewed<Fields>): Fields => fields as unknown as Fields;
  const taken = review.parts.filter((part) => part.taken);
  return {
    goals: review.goalsTaken ? review.goals.map((row) => bare<GoalFields>(row)) : [],
    budget: taken.flatMap((part) => (part.kind === 'budget' ? part.rows.map((row) => bare<BudgetFields>(row)) : [])),
    schedule: taken.flatMap((part) => (part.kind === 'schedule' ? part.rows.map((row) => bare<TaskFields>(row)).filter((row) => row.title !== '') : [])),
    attached: taken.flatMap((part) => (part.kind === 'attached' ? [attachedTableOf(part.table)] : [])),
  };
}

export function countAdopted(adopted: Adopted): number {
  return adopted.goals.length + adopted.budget.length + adopted.schedule.length + adopted.attached.length;
}
