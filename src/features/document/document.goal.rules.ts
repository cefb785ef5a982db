import type { Adopted } from './document.contract.ts';
import { PART_HEADING } from './document.plan.vocabulary.ts';
import { OPEN_GOAL } from '#features/goal/goal.rules.ts';
import type { ReadCell, ReadGoal, ReadRow, Understanding } from '#features/reading/reading.contract.ts';
import { readGoals } from '#features/reading/reading.goal.rules.ts';
import { isLowerBetter, unitWord } from '#features/reading/reading.metric.rules.ts';

type GoalRow = Adopted['goals'][number];

const isDash = (text: string): boolean => /^[-—–―/\s]*$/.test(text);
const textOf = (cell: ReadCell | undefined, maximum: number): string => (cell && !isDash(cell.text) ? cell.text.trim().slice(0, maximum) : '');
const numberOf = (cell: ReadCell | undefined): number | null => (typeof cell?.value === 'number' ? cell.value : null);
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

type Figure = Pick<ReadGoal, 'metric' | 'kind' | 'value' | 'unit'>;

/** 降低15% is read as −15 %: a goal states the change for the better, so it is 15 downwards. */
function figureOf({ metric, kind, value, unit }: Figure): Pick<GoalRow, 'metric' | 'kind' | 'unit' | 'direction' | 'target'> | undefined {
  const name = metric.trim().slice(0, 60);
  const falls = kind === 'growth' && value !== null && value < 0;
  if (value === null || (value < 0 && !falls) || name === '') return undefined;
  return { metric: name, kind, unit: unitWord(unit).slice(0, 12), direction: falls || isLowerBetter(name) ? 'down' : 'up', target: Math.abs(value) };
}

/** A goal proposal from prose as a goal row; undefined when its figure could not be read. */
export function goalRowOf(goal: ReadGoal): GoalRow | undefined {
  const figure = figureOf(goal);
  return figure && { ...OPEN_GOAL, ...figure, note: goal.text === goal.metric ? '' : goal.text.trim().slice(0, 500) };
}

/** What stands above a list of goals: its cells are read as one, so that 提升50% beside 新品销量 is growth. */
const GOALS_ABOVE = { heading: 'KPI' };
const kindOfUnit = (unit: string): ReadGoal['kind'] => (unit === '%' ? 'rate' : unit === 'CNY' ? 'money' : 'count');

/** A row of a table of goals, with baseline, deadline, owner and measure where it has them. */
function goalRowOfCells({ cells }: ReadRow): GoalRow | undefined {
  const metric = textOf(cells['metric'], 60) || textOf(cells['goal'], 60);
  const target = cells['target'];
  const value = numberOf(target);
  const unit = target?.unit ?? textOf(cells['unit'], 12);
  const [read] = readGoals(`${metric}${textOf(target, 60)}`, GOALS_ABOVE);
  const figure = figureOf(read?.value !== undefined && read.value !== null ? { ...read, metric } : { metric, kind: kindOfUnit(unit), value, unit });
  if (!figure) return undefined;
  const { value: deadline } = cells['deadline'] ?? {};
  const baseline = numberOf(cells['baseline']);
  return {
    ...OPEN_GOAL, ...figure,
    baseline: baseline !== null && baseline >= 0 ? baseline : null,
    dueOn: typeof deadline === 'string' && dayPattern.test(deadline) ? deadline : null,
    ownerText: textOf(cells['owner'], 100), measure: textOf(cells['measure'], 300),
    note: [textOf(cells['goal'], 200), typeof deadline === 'string' ? '' : textOf(cells['deadline'], 60), textOf(cells['note'], 200)].filter((part) => part !== '' && part !== metric).join(' · ').slice(0, 500),
  };
}

export interface GoalProposal {
  readonly row: GoalRow;
  /** What the document says, and what it leaves in question. */
  readonly text: string;
  readonly question: string | undefined;
}

/** The goals of a document, from its tables of goals and from its prose; what stands in both is proposed once. */
export function goalProposals(understanding: Understanding): GoalProposal[] {
  const tables = understanding.tables.filter((table) => table.kind === 'goals' && !table.headers.some((header) => PART_HEADING.test(header.trim()))).flatMap((table) => table.rows.flatMap((row): GoalProposal[] => {
    const read = goalRowOfCells(row);
    const { target } = row.cells;
    return read ? [{ row: read, text: [row.cells['metric']?.text ?? row.cells['goal']?.text, target?.text].filter(Boolean).join(' '), question: target?.question?.message }] : [];
  }));
  const keyOf = ({ metric, target, kind }: GoalRow): string => `${metric} ${target} ${kind}`;
  const known = new Set(tables.map(({ row }) => keyOf(row)));
  const prose = understanding.goals.flatMap((goal): GoalProposal[] => {
    const row = goalRowOf(goal);
    return row && !known.has(keyOf(row)) ? [{ row, text: goal.text, question: goal.question?.message }] : [];
  });
  return [...tables, ...prose];
}
