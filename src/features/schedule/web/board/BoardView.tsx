import { memo, useCallback, useMemo, useState, type DragEvent, type KeyboardEvent } from 'react';
import { daysBetween } from '#platform/shared/calendar.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { usePhone } from '#platform/web/media.ts';
import { useSearch } from '#platform/web/navigation.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { Menu } from '#platform/web/ui/Menu.tsx';
import { EmptyState } from '#platform/web/ui/States.tsx';
import { Switch } from '#platform/web/ui/Tabs.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { editOf } from '../../plan/schedule.act.rules.ts';
import { boardLanes, LANES, neighbourState, type BoardLane, type LaneBy } from '../../views/schedule.board.rules.ts';
import type { Task } from '../../schedule.contract.ts';
import { scheduleMessages } from '../../schedule.messages.ts';
import { TASK_STATES, type TaskState } from '../../schedule.rules.ts';
import { scheduleViewsMessages } from '../../views/schedule.views.web.messages.ts';
import { scheduleWebMessages } from '../../schedule.web.messages.ts';
import { useDesk } from '../desk.ts';
import { Box } from '../StateMark.tsx';
import css from './board.module.css';

/** Cards of a cell that are drawn at first, and each time that more are asked for: 2,000 tasks must not freeze the page. */
const PAGE = 30;

interface CardProps {
  readonly task: Task;
  readonly today: string;
  readonly canWork: boolean;
  readonly onState: (task: Task, state: TaskState) => void;
  readonly onOpen: (taskId: string) => void;
}

const Card = memo(function Card({ task, today, canWork, onState, onOpen }: CardProps) {
  const words = useMessages(scheduleViewsMessages).board;
  const { late } = useMessages(scheduleWebMessages);
  const { states } = useMessages(scheduleMessages);
  const formats = useFormats();
  const days = task.effectiveState === 'delayed' && task.endOn ? daysBetween(task.endOn, today) : 0;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || !canWork) return;
    event.preventDefault();
    onState(task, neighbourState(task.effectiveState, step));
  };
  return (
    <li className={css['card']} draggable={canWork} data-card={task.id}>
      <button type="button" className={css['title']} onClick={() => onOpen(task.id)} onKeyDown={onKeyDown}>{task.title}</button>
      <span className={css['facts']}>
        {task.ownerText ? <span>{task.ownerText}</span> : null}
        {task.startOn || task.endOn ? <span>{formats.days(task.startOn, task.endOn)}</span> : null}
        {days > 0 ? <StateTag tone="late">{late(days)}</StateTag> : null}
      </span>
      {canWork ? <Menu small kind="quiet" icon="more" className={css['menu'] ?? ''} label={words.change(task.title)} items={TASK_STATES.map((state) => ({ key: state, label: states[state], checked: state === task.effectiveState, onSelect: () => onState(task, state) }))} /> : null}
    </li>
  );
});

function takeCard(event: DragEvent): void {
  event.dataTransfer.setData('text/plain', (event.target as HTMLElement).closest<HTMLElement>('[data-card]')?.dataset['card'] ?? '');
  event.dataTransfer.effectAllowed = 'move';
}

function Cell({ tasks, state, onDrop, ...card }: Omit<CardProps, 'task'> & { readonly tasks: readonly Task[]; readonly state: TaskState; readonly onDrop: (taskId: string, state: TaskState) => void }) {
  const words = useMessages(scheduleViewsMessages).board;
  const { states } = useMessages(scheduleMessages);
  const [shown, setShown] = useState(PAGE);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onDrop(event.dataTransfer.getData('text/plain'), state);
  };
  return (
    <div
      className={`${css['cell']} ${over ? css['over'] : ''}`} data-state={state}
      onDragStart={takeCard}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)} onDrop={drop}
    >
      {tasks.length > 0 ? <ul aria-label={states[state]}>{tasks.slice(0, shown).map((task) => <Card key={task.id} task={task} {...card} />)}</ul> : <p className={css['none']}>{words.none}</p>}
      {tasks.length > shown ? <Button small kind="quiet" onClick={() => setShown(shown + PAGE)}>{words.more(Math.min(PAGE, tasks.length - shown))}</Button> : null}
    </div>
  );
}

function Heads({ lanes, only }: { readonly lanes: readonly BoardLane[]; readonly only: TaskState | undefined }) {
  const { states } = useMessages(scheduleMessages);
  return (
    <div className={css['heads']}>
      {TASK_STATES.filter((state) => only === undefined || state === only).map((state) => (
        <h3 key={state} className={css['head']}><Box state={state} size={16} />{states[state]}<small>{lanes.reduce((sum, lane) => sum + lane.cells[state].length, 0)}</small></h3>
      ))}
    </div>
  );
}

function useStateChange() {
  const words = useMessages(scheduleViewsMessages).board;
  const { states } = useMessages(scheduleMessages);
  const toast = useToast();
  const { run } = useDesk();
  return useCallback((task: Task, state: TaskState) => {
    const edit = editOf(task, { state });
    if (edit) void run({ edits: [edit], links: [] }, words.moved(task.title, states[state]));
    else if (state !== task.effectiveState) toast.show({ text: words.stillLate(task.title) });
  }, [run, toast, words, states]);
}

/** The tasks by state, in lanes by owner or phase. A card is dragged, moved with the arrows or through its menu. */
export function BoardView() {
  const words = useMessages(scheduleViewsMessages).board;
  const { states, phases } = useMessages(scheduleMessages);
  const { tasks, schedule, canWork, openTask } = useDesk();
  const [{ lanes: asked }, setSearch] = useSearch();
  const phone = usePhone();
  const [only, setOnly] = useState<TaskState>('open');
  const by = LANES.find((one) => one === asked) ?? 'none';
  const lanes = useMemo(() => boardLanes(tasks, by), [tasks, by]);
  const onState = useStateChange();
  const onDrop = useCallback((taskId: string, state: TaskState) => {
    const task = tasks.find((one) => one.id === taskId);
    if (task && state !== task.effectiveState) onState(task, state);
  }, [tasks, onState]);
  const shownStates = TASK_STATES.filter((state) => !phone || state === only);
  const laneTitle = (key: string): string => (by === 'phase' ? phases[key as keyof typeof phases] : key || words.nobody);
  const card = { today: schedule.today, canWork, onState, onOpen: openTask, onDrop };
  if (tasks.length === 0) return <EmptyState title={words.none}>{words.empty}</EmptyState>;
  return (
    <section className={css['board']} aria-label={words.title}>
      <div className={css['bar']}>
        <Switch label={words.lanes} items={LANES.map((key) => ({ key, label: words.lane[key] }))} value={by} onChange={(key: LaneBy) => setSearch({ lanes: key === 'none' ? undefined : key })} />
        {phone || !canWork ? null : <small>{words.keys}</small>}
      </div>
      {phone ? <Switch label={words.title} items={TASK_STATES.map((key) => ({ key, label: states[key] }))} value={only} onChange={setOnly} /> : null}
      <div className={css['scroll']} tabIndex={0} role="region" aria-label={words.title}>
        <Heads lanes={lanes} only={phone ? only : undefined} />
        {lanes.map((lane) => (
          <section key={lane.key} aria-label={by === 'none' ? words.title : laneTitle(lane.key)} className={css['lane']}>
            {by === 'none' ? null : <h4 className={css['laneHead']}>{laneTitle(lane.key)}<small>{lane.count}</small></h4>}
            <div className={css['cells']}>{shownStates.map((state) => <Cell key={`${lane.key} ${state}`} state={state} tasks={lane.cells[state]} {...card} />)}</div>
          </section>
        ))}
      </div>
    </section>
  );
}
