import type { ReactNode } from 'react';
import { scheduleMessages } from '#features/schedule/schedule.messages.ts';
import { PHASES, TASK_STATES } from '#features/schedule/schedule.rules.ts';
import { readTaskWhen, type CampaignDays } from '#features/schedule/times/schedule.when.rules.ts';
import { formatAmount, MAX_CENTS } from '#platform/shared/money.ts';
import { OPEN_GOAL } from '#features/goal/goal.rules.ts';
import { Grid } from '#platform/web/grid/Grid.tsx';
import type { CellValue, GridColumn } from '#platform/web/grid/grid.types.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { importWebMessages } from '../document.import.web.messages.ts';
import type { ReviewedBudget, ReviewedGoal, ReviewedTask } from '../document.review.rules.ts';
import type { Reviewed } from '../document.review.value.ts';
import { useLinkedColumns } from './linkedColumns.tsx';
import { ReviewCell } from './ReviewCell.tsx';
import type { ReviewState } from './useReview.ts';

type OnChange = ReturnType<ReviewState['change']>;
interface TableProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly onChange: OnChange;
}

const withSource = <Row extends Reviewed<object>>(field: string, show: (value: CellValue) => string) =>
  (value: CellValue, row: Row): ReactNode => <ReviewCell source={row.sources[field]} shown={show(value)}>{show(value)}</ReviewCell>;
const plain = (value: CellValue): string => String(value ?? '');
const money = (value: CellValue): string => (typeof value === 'number' ? formatAmount(value) : '-');

/** The lines of a budget table as they would be written, in T1's columns. */
export function ReviewBudget({ label, rows, onChange, readOnly }: TableProps<ReviewedBudget> & { readonly readOnly: boolean }) {
  const { columns } = useMessages(importWebMessages);
  const shown: readonly GridColumn<ReviewedBudget>[] = [
    { field: 'category', title: columns.category, kind: 'text', width: 150, maxLength: 60, card: 'title', render: withSource('category', plain) },
    { field: 'detail', title: columns.detail, kind: 'text', maxLength: 500 },
    { field: 'amountCents', title: columns.amount, unit: columns.yuan, kind: 'money', width: 150, min: 0, render: withSource('amountCents', money) },
    { field: 'actualCents', title: columns.actual, unit: columns.yuan, kind: 'money', width: 130, min: -MAX_CENTS, render: withSource('actualCents', money) },
    { field: 'ownerText', title: columns.owner, kind: 'text', width: 120, maxLength: 100, render: withSource('ownerText', plain) },
    { field: 'note', title: columns.note, kind: 'text', width: 180, maxLength: 500 },
  ];
  return (
    <Grid<ReviewedBudget>
      label={label} rows={rows} columns={shown} onChange={onChange} readOnly={readOnly} canInsert={!readOnly} canDelete={!readOnly} canMove={!readOnly} rowNumber={columns.number}
      newRow={() => ({ category: '', detail: '', amountCents: 0, actualCents: null, ownerText: '', note: '' })}
      footer={{ category: { text: columns.total }, amountCents: 'sum', actualCents: 'sum' }}
    />
  );
}

/** The tasks of a schedule as they would be written, in T2's columns, with the days that were understood. */
export function ReviewSchedule({ label, rows, onChange, days }: TableProps<ReviewedTask> & { readonly days: CampaignDays }) {
  const words = useMessages(importWebMessages);
  const { phases, states } = useMessages(scheduleMessages);
  const formats = useFormats();
  const linked = useLinkedColumns(rows);
  const { columns } = words;
  const shown: readonly GridColumn<ReviewedTask>[] = [
    ...linked.first,
    { field: 'phase', title: columns.phase, kind: 'choice', width: 110, merge: true, choices: PHASES.map((value) => ({ value, label: phases[value] })) },
    {
      field: 'whenText', title: columns.when, kind: 'text', width: 150, maxLength: 60, render: withSource('whenText', plain),
      companions: (value) => {
        const { startOn, endOn, dueTime } = readTaskWhen(plain(value), days);
        return { startOn, endOn, dueTime };
      },
    },
    { field: 'startOn', title: words.review.days, kind: 'text', width: 140, readOnly: true, format: (_, row) => (row.startOn ? formats.days(row.startOn, row.endOn ?? row.startOn) : '—') },
    { field: 'title', title: columns.task, kind: 'text', maxLength: 300, card: 'title', required: true, ...(linked.rest.length > 0 ? { width: 240 } : {}), render: withSource('title', plain) },
    { field: 'ownerText', title: columns.owner, kind: 'text', width: 120, maxLength: 100, render: withSource('ownerText', plain) },
    ...linked.rest,
    { field: 'state', title: columns.state, kind: 'choice', width: 110, choices: TASK_STATES.map((value) => ({ value, label: states[value] })) },
    { field: 'note', title: columns.note, kind: 'text', width: 170, maxLength: 500 },
  ];
  return (
    <Grid<ReviewedTask>
      label={label} rows={rows} columns={shown} onChange={onChange} canInsert canDelete canMove
      newRow={(above) => ({ phase: above?.phase ?? 'preparation', whenText: '', startOn: null, endOn: null, dueTime: null, title: '', ownerText: '', state: 'open', note: '' })}
    />
  );
}

/** Goal proposals out of sentences and tables; what only a table says has its columns when one says it. */
export function ReviewGoals({ label, rows, onChange }: TableProps<ReviewedGoal>) {
  const words = useMessages(importWebMessages);
  const { columns, goalKinds, goalDirections } = words;
  const says = (field: 'baseline' | 'dueOn' | 'ownerText' | 'measure') => rows.some((row) => row[field] !== null && row[field] !== '');
  const shown: readonly GridColumn<ReviewedGoal>[] = [
    { field: 'metric', title: columns.metric, kind: 'text', maxLength: 60, card: 'title', required: true, render: withSource('metric', plain) },
    { field: 'kind', title: columns.kind, kind: 'choice', width: 110, choices: (['count', 'money', 'rate', 'growth'] as const).map((value) => ({ value, label: goalKinds[value] })) },
    { field: 'target', title: columns.target, kind: 'number', width: 140, min: 0 },
    { field: 'unit', title: columns.unit, kind: 'text', width: 80, maxLength: 12 },
    { field: 'direction', title: columns.direction, kind: 'choice', width: 108, required: true, choices: (['up', 'down'] as const).map((value) => ({ value, label: goalDirections[value] })) },
    ...(says('baseline') ? [{ field: 'baseline', title: columns.baseline, kind: 'number', width: 110, min: 0 } as const] : []),
    ...(says('dueOn') ? [{ field: 'dueOn', title: columns.due, kind: 'day', width: 120 } as const] : []),
    ...(says('ownerText') ? [{ field: 'ownerText', title: columns.owner, kind: 'text', width: 100, maxLength: 100 } as const] : []),
    ...(says('measure') ? [{ field: 'measure', title: columns.measure, kind: 'text', width: 150, maxLength: 300 } as const] : []),
    { field: 'note', title: columns.note, kind: 'text', maxLength: 500 },
  ];
  return (
    <Grid<ReviewedGoal>
      label={label} rows={rows} columns={shown} onChange={onChange} canInsert canDelete
      newRow={() => ({ ...OPEN_GOAL })}
    />
  );
}
