import { EMPTY_ROWS, PLAN_LIST_NAMES } from '#features/plan/plan.lists.rules.ts';
import type { PlanListName } from '#features/plan/plan.lists.contract.ts';
import type { PlaybookFile } from './playbook.file.contract.ts';
import { BEFORE_TASK, LAG_DAY, LAG_IN_WORKDAYS, LAG_WORKDAY, OWNERS_JOINED, TASKS_APART } from './playbook.vocabulary.ts';

type After = PlaybookFile['tasks'][number]['after'];

/** The tasks before a task as a person reads and types them: `print、plan SS+1个工作日`. */
export function afterText(after: After): string {
  return after.map(({ key, type, lagDays, lagUnit }) => {
    const lag = lagDays === 0 ? '' : `${lagDays > 0 ? '+' : ''}${lagDays}${lagUnit === 'day' ? LAG_DAY : LAG_WORKDAY}`;
    const kind = type === 'FS' && lag === '' ? '' : ` ${type}`;
    return `${key}${kind}${lag}`;
  }).join(OWNERS_JOINED);
}

/** Reads what `afterText` writes; undefined when a part of it is no task before another. */
export function readAfter(text: string): After | undefined {
  const read = text.split(TASKS_APART).map((part) => part.trim()).filter(Boolean).map((part) => {
    const found = BEFORE_TASK.exec(part)?.groups;
    if (!found?.['key']) return undefined;
    const type = (found['type']?.toUpperCase() ?? 'FS') as After[number]['type'];
    return { key: found['key'], type, lagDays: Number(found['lag'] ?? 0), lagUnit: LAG_IN_WORKDAYS.test(found['unit'] ?? '') ? ('workday' as const) : ('day' as const) };
  });
  return read.some((one) => one === undefined) ? undefined : (read as After);
}

/** The tables of a playbook that are edited as grids. */
export const EDIT_LISTS = ['goals', 'lines', 'areas', 'tasks', ...PLAN_LIST_NAMES] as const;
export type EditList = (typeof EDIT_LISTS)[number];

type Cell = string | number | null;
export type EditRow = { readonly id: string } & Readonly<Record<string, Cell>>;
export type EditRows = Readonly<Record<EditList, readonly EditRow[]>>;
type Fields = Readonly<Record<string, unknown>>;

const { startOn: _start, endOn: _end, amountCents: _amount, ...channel } = EMPTY_ROWS.channels;
const { dueOn: _due, ...material } = EMPTY_ROWS.materials;
const { keepUntil: _until, ...personal } = EMPTY_ROWS.data;

/** What a new row of each table starts with; also the fields that it has. Truth is `yes` and `no`, the tasks before are a text. */
const EMPTY: Readonly<Record<EditList, Fields>> = {
  goals: { metric: '', kind: 'count', unit: '', direction: 'up', level: 'key', target: null, due: '', measure: '', reason: '', note: '' },
  lines: { category: '', detail: '', share: 0, owner: '', note: '', reserve: false },
  areas: { area: '', responsible: '', accountable: '', consulted: '', informed: '', note: '' },
  tasks: { key: '', phase: 'preparation', when: '', title: '', owner: '', note: '', after: [] },
  ...EMPTY_ROWS,
  channels: { ...channel, when: '', share: 0 }, materials: { ...material, due: '' }, data: { ...personal, keepUntil: '' },
};

function cellOf(value: unknown): Cell {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return afterText(value as After);
  return (value ?? null) as Cell;
}

/** The value of a cell again, by what an empty row has in its place. */
function valueOf(cell: unknown, empty: unknown): unknown {
  if (typeof empty === 'boolean') return cell === 'yes';
  if (Array.isArray(empty)) return readAfter(String(cell ?? '')) ?? [];
  if (typeof empty === 'string') return String(cell ?? '').trim();
  if (typeof empty === 'number') return typeof cell === 'number' ? cell : empty;
  return cell ?? empty;
}

/** A row as the grid starts it. */
export function newRow(list: EditList): Readonly<Record<string, Cell>> {
  return Object.fromEntries(Object.entries(EMPTY[list]).map(([field, value]) => [field, cellOf(value)]));
}

const isPlanList = (list: EditList): list is PlanListName => (PLAN_LIST_NAMES as readonly string[]).includes(list);

function rowsIn(file: PlaybookFile, list: EditList): readonly Fields[] {
  if (list === 'lines') return file.budget.lines;
  if (list === 'areas') return file.team.areas;
  return isPlanList(list) || list === 'goals' || list === 'tasks' ? file[list] : [];
}

/** The tables of a playbook as rows of grids. */
export function rowsOf(file: PlaybookFile, newId: () => string): EditRows {
  const all = EDIT_LISTS.map((list) => [list, rowsIn(file, list).map((row) => ({ id: newId(), ...Object.fromEntries(Object.keys(EMPTY[list]).map((field) => [field, cellOf(row[field])])) }))]);
  return Object.fromEntries(all) as EditRows;
}

/** A key for each task that has none yet: `t1`, `t2` … as far as they are free. */
function withKeys(tasks: readonly Fields[]): readonly Fields[] {
  const taken = new Set(tasks.map(({ key }) => key));
  let next = 1;
  return tasks.map((task) => {
    if (task['key'] !== '') return task;
    while (taken.has(`t${next}`)) next += 1;
    taken.add(`t${next}`);
    return { ...task, key: `t${next}` };
  });
}

/** The playbook with the rows of the grids in the place of its tables. */
export function fileOf(file: PlaybookFile, rows: EditRows): PlaybookFile {
  const table = (list: EditList): Fields[] => rows[list].map((row) => Object.fromEntries(Object.entries(EMPTY[list]).map(([field, empty]) => [field, valueOf(row[field], empty)])));
  const lists = Object.fromEntries(PLAN_LIST_NAMES.map((list) => [list, table(list)]));
  return {
    ...file, ...lists, goals: table('goals'), tasks: withKeys(table('tasks')),
    budget: { ...file.budget, lines: table('lines') }, team: { ...file.team, areas: table('areas') },
    sections: file.sections.filter(({ text, title }) => text.trim() !== '' || title.trim() !== ''),
    // The grids hold each cell to its column; the server looks at all of it again.
  } as unknown as PlaybookFile;
}
