import { memo } from 'react';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import type { Task } from '../../schedule.contract.ts';
import { durationOf } from '../../views/schedule.drag.rules.ts';
import { ganttMessages } from '../../views/schedule.gantt.web.messages.ts';
import type { GanttRow, TaskRowOf } from '../../views/schedule.gantt-rows.rules.ts';
import { linkText } from '../../plan/schedule.link.rules.ts';
import { scheduleMessages } from '../../schedule.messages.ts';
import { scheduleWebMessages } from '../../schedule.web.messages.ts';
import type { Desk } from '../desk.ts';
import { ROW, type GanttModel } from './gantt.model.ts';
import css from './gantt.module.css';

/** What the bar says, for those who do not see it. */
function useBarText(model: GanttModel, calendar: Desk['calendar']) {
  const words = useMessages(ganttMessages);
  const { lag } = useMessages(scheduleWebMessages);
  const { states } = useMessages(scheduleMessages);
  const formats = useFormats();
  const numberOf = (id: string): number | undefined => {
    const row = model.rows[model.rowOf.get(id) ?? -1];
    return row?.kind === 'task' ? row.number : undefined;
  };
  return ({ task }: TaskRowOf): string => {
    const { startOn, endOn } = model.spanOf(task);
    const length = durationOf({ ...task, startOn, endOn }, calendar);
    const dates = model.linked.has(task.id) ? model.analysis.tasks.get(task.id) : undefined;
    const before = model.baseline.get(task.id);
    const late = Math.max(0, ...task.links.map((link) => model.violated.get(`${link.predecessorId}>${task.id}`) ?? 0));
    return [
      length === null ? `${words.undated}, ${states[task.effectiveState]}` : words.bar(formats.days(startOn, endOn), task.milestone ? words.milestone : words.length(length, task.durationUnit), states[task.effectiveState]),
      dates?.critical ? words.isCritical : '', dates && !dates.critical ? words.slack(dates.totalSlack, task.durationUnit) : '',
      task.links.length > 0 ? words.after(linkText(task.links, numberOf, lag)) : '', late > 0 ? words.violated(late) : '',
      before ? words.baselineDays(formats.days(before.startOn, before.endOn)) : '',
    ].filter(Boolean).join(' · ');
  };
}

function Fold({ open, label, onFold }: { readonly open: boolean; readonly label: string; readonly onFold: () => void }) {
  return <button type="button" className={css['fold']} tabIndex={-1} aria-expanded={open} aria-label={label} onClick={onFold}><Icon name={open ? 'down' : 'right'} size={14} /></button>;
}

interface RowProps<Row> {
  readonly row: Row;
  readonly onFold: (key: string) => void;
}

function PhaseLine({ row, onFold }: RowProps<Extract<GanttRow, { kind: 'phase' }>>) {
  const words = useMessages(ganttMessages);
  const { phases } = useMessages(scheduleMessages);
  const formats = useFormats();
  const title = phases[row.phase];
  return (
    <div className={`${css['list']} ${css['phaseLine']}`}>
      <span role="gridcell" aria-colspan={4} className={css['phaseTitle']}>
        <Fold open={row.open} label={row.open ? words.fold(title) : words.unfold(title)} onFold={() => onFold(row.key)} />
        <b>{title}</b><small>{words.tasks(row.count)}{row.startOn ? ` · ${formats.days(row.startOn, row.endOn)}` : ''}</small>
      </span>
    </div>
  );
}

function TaskLine({ row, model, onFold, onOpen, parent }: RowProps<TaskRowOf> & { readonly model: GanttModel; readonly onOpen: (id: string) => void; readonly parent: Task | undefined }) {
  const words = useMessages(ganttMessages);
  const formats = useFormats();
  const { task } = row;
  const { startOn, endOn } = model.spanOf(task);
  return (
    <div className={css['list']}>
      <span role="gridcell" className={css['number']}>{row.number}</span>
      <span role="gridcell" className={css['title']} style={{ paddingInlineStart: row.depth * 16 }}>
        {row.isParent ? <Fold open={row.open} label={row.open ? words.fold(task.title) : words.unfold(task.title)} onFold={() => onFold(row.key)} /> : null}
        <button type="button" tabIndex={-1} className={`${css['opener']} ${row.isParent ? css['parent'] : ''} ${task.state === 'cancelled' ? css['struck'] : ''}`} title={task.title} onClick={() => onOpen(task.id)}>{task.title}</button>
        {parent ? <span className="visually-hidden">{words.partOf(parent.title)}</span> : null}
      </span>
      <span role="gridcell" className={css['owner']} title={task.ownerText}>{task.ownerText}</span>
      <span role="gridcell" className={css['dates']}>{startOn || endOn ? formats.days(startOn, endOn) : <i>{words.undated}</i>}</span>
    </div>
  );
}

export const rowDomId = (key: string): string => `gantt-${key}`;

interface LineProps {
  readonly row: GanttRow;
  readonly index: number;
  readonly model: GanttModel;
  readonly isActive: boolean;
  readonly calendar: Desk['calendar'];
  readonly onFold: (key: string) => void;
  readonly onOpen: (id: string) => void;
}

/** Drawn once: scrolling adds lines and takes others away, those that stay are left alone. */
const Line = memo(function Line({ row, index, model, isActive, calendar, onFold, onOpen }: LineProps) {
  const barText = useBarText(model, calendar);
  const parent = row.kind === 'phase' || row.task.parentId === null ? undefined : model.rows[model.rowOf.get(row.task.parentId) ?? -1];
  return (
    <div id={rowDomId(row.key)} role="row" aria-rowindex={index + 2} aria-selected={isActive} data-row={row.key} className={`${css['row']} ${isActive ? css['active'] : ''} ${row.kind === 'phase' ? css['phaseRow'] : ''}`} style={{ top: index * ROW }}>
      {row.kind === 'phase' ? <PhaseLine row={row} onFold={onFold} /> : <TaskLine row={row} model={model} onFold={onFold} onOpen={onOpen} parent={parent?.kind === 'task' ? parent.task : undefined} />}
      <span role="gridcell" className={css['said']}>{row.kind === 'task' ? <span className="visually-hidden">{barText(row)}</span> : null}</span>
    </div>
  );
});

/** The rows on screen: number, task, owner and days at the left, and what the bar says in words. */
export function GanttList({ model, first, last, active, ...rest }: Pick<LineProps, 'model' | 'calendar' | 'onFold' | 'onOpen'> & { readonly first: number; readonly last: number; readonly active: string | undefined }) {
  return model.rows.slice(first, last).map((row, offset) => <Line key={row.key} row={row} index={first + offset} model={model} isActive={row.key === active} {...rest} />);
}
