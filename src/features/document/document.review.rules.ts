import { attachedTableOf, budgetRowOf, taskRowOf } from './document.adopt.rules.ts';
import type { Adopted } from './document.contract.ts';
import { goalProposals } from './document.goal.rules.ts';
import { isFactList, listOf, type ImportedList, type ImportedRow } from './document.plan.rules.ts';
import type { CellSource, PartFrame, Reviewed } from './document.review.value.ts';
import { adoptedSections, reviewedSections, type ReviewedSection } from './document.section.review.rules.ts';
import { adoptedTeam, teamPartsOf, type Company, type TeamPart } from './document.team.review.rules.ts';
import { NAMING_FIELD } from '#features/plan/plan.lists.rules.ts';
import type { ReadCell, ReadTable, Understanding } from '#features/reading/reading.contract.ts';

export type BudgetFields = Adopted['budget'][number];
export type TaskFields = Adopted['schedule'][number];
export type GoalFields = Adopted['goals'][number];

export type ReviewedBudget = Reviewed<BudgetFields>;
export type ReviewedTask = Reviewed<TaskFields>;
export type ReviewedGoal = Reviewed<GoalFields>;

export type ReviewPart =
  | (PartFrame & { readonly kind: 'budget'; readonly rows: readonly ReviewedBudget[] })
  | (PartFrame & { readonly kind: 'schedule'; readonly rows: readonly ReviewedTask[] })
  | TeamPart
  | ListPart
  | (PartFrame & { readonly kind: 'attached' });

/** A table that becomes one of the plan's own. */
export type ListPart = PartFrame & { readonly kind: ImportedList; readonly rows: readonly Reviewed<ImportedRow<ImportedList>>[] };

export interface Review {
  readonly parts: readonly ReviewPart[];
  readonly goals: readonly ReviewedGoal[];
  readonly sections: readonly ReviewedSection[];
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

const NOBODY: Company = { people: [], canStaff: false };

function partsOf(table: ReadTable, key: string, company: Company): readonly ReviewPart[] {
  if (isFactList(table)) return [{ kind: 'attached', key, taken: false, table }];
  const found = listOf(table);
  if (found) return [{ kind: found.list, key, taken: true, table, rows: found.rows.map((row, index) => ({ ...row, id: `${key}-${index}`, sources: {} })) }];
  if (table.kind === 'budget') {
    const rows = table.rows.map((row, index) => ({ ...budgetRowOf(row), id: `${key}-${index}`, sources: sourcesOf(row.cells, budgetSources) }));
    return [{ kind: 'budget', key, taken: !company.isLedgerOpen, table, rows }];
  }
  if (table.kind === 'schedule') {
    const rows = table.rows.map((row, index) => ({ ...taskRowOf(row), id: `${key}-${index}`, sources: sourcesOf(row.cells, taskSources) }));
    return [{ kind: 'schedule', key, taken: true, table, rows }];
  }
  const team = table.kind === 'team' || table.kind === 'areas' ? teamPartsOf(table, key, company) : [];
  return team.length > 0 ? team : [{ kind: 'attached', key, taken: table.rows.length > 0, table }];
}

/** What an import proposes: everything is ticked, nothing is written. */
export function reviewOf(understanding: Understanding, company: Company = NOBODY): Review {
  const goals = goalProposals(understanding).map(({ row, text, question }, index) => ({ ...row, id: `goal-${index}`, sources: { metric: { text, question } } }));
  return { parts: understanding.tables.flatMap((table, index) => partsOf(table, `table-${index}`, company)), goals, goalsTaken: goals.length > 0, sections: reviewedSections(understanding.sections ?? []) };
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

function rowsOf<L extends ImportedList>(parts: readonly ReviewPart[], list: L): ImportedRow<L>[] {
  const naming: string = NAMING_FIELD[list];
  return parts.flatMap((part) => (part.kind === list ? part.rows : [])).map(({ id: _id, sources: _sources, ...fields }) => fields as unknown as ImportedRow<L>).filter((row) => (row as Readonly<Record<string, unknown>>)[naming] !== '');
}

/** What is sent: exactly the ticked parts as they stand on the page. */
export function adoptedOf(review: Review): Adopted {
  const bare = <Fields extends object>({ id: _id, sources: _sources, ...fields }: Reviewed<Fields>): Fields => fields as unknown as Fields;
  const taken = review.parts.filter((part) => part.taken);
  return {
    goals: review.goalsTaken ? review.goals.map((row) => bare<GoalFields>(row)) : [],
    budget: taken.flatMap((part) => (part.kind === 'budget' ? part.rows.map((row) => bare<BudgetFields>(row)) : [])),
    schedule: taken.flatMap((part) => (part.kind === 'schedule' ? part.rows.map((row) => bare<TaskFields>(row)).filter((row) => row.title !== '') : [])),
    team: adoptedTeam(taken.filter((part) => part.kind === 'duties' || part.kind === 'members' || part.kind === 'areas')),
    sections: adoptedSections(review.sections),
    lists: { risks: rowsOf(taken, 'risks'), materials: rowsOf(taken, 'materials'), channels: rowsOf(taken, 'channels'), steps: rowsOf(taken, 'steps'), zones: rowsOf(taken, 'zones') },
    attached: taken.flatMap((part) => (part.kind === 'attached' ? [attachedTableOf(part.table)] : [])),
  };
}

export function countAdopted(adopted: Adopted): number {
  return adopted.goals.length + adopted.budget.length + adopted.schedule.length + adopted.team.duties.length + adopted.team.members.length + adopted.team.areas.length + adopted.attached.length + adopted.sections.length + Object.values(adopted.lists).reduce((sum, rows) => sum + rows.length, 0);
}
