import { useMemo } from 'react';
import type { Campaign } from '#features/campaign/campaign.contract.ts';
import { isRunning } from '#features/campaign/campaign.rules.ts';
import type { Day } from '#platform/shared/calendar.ts';
import type { CellValue, GridColumn, ParseResult } from '#platform/web/grid/grid.types.ts';
import { gridMessages } from '#platform/web/grid/grid.messages.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import type { Choice } from '#platform/web/ui/choice.rules.ts';
import type { CalendarDay, Task } from '../schedule.contract.ts';
import { linkCells } from '../views/schedule.link-cell.rules.ts';
import { scheduleMessages } from '../schedule.messages.ts';
import { PHASES, TASK_STATES, tickedState, type TaskState } from '../schedule.rules.ts';
import { readState } from '../schedule.state.rules.ts';
import { readTaskWhen, worksBy } from '../times/schedule.when.rules.ts';
import { scheduleViewsMessages } from '../views/schedule.views.web.messages.ts';
import { scheduleWebMessages } from '../schedule.web.messages.ts';
import { Box, StateMark } from './StateMark.tsx';
import { useOwners } from './useOwners.ts';
import { NoteMark, WhenMark } from './WhenMark.tsx';

interface Context {
  readonly campaign: Campaign;
  readonly today: Day;
  readonly can: { readonly write: boolean; readonly work: boolean };
  /** 前置任务 stands there where tasks are linked, or when it is asked for: T2 itself has six columns. */
  readonly linked: boolean;
  readonly tasks: readonly Task[];
  readonly calendar: readonly CalendarDay[];
}

export type TaskRow = Task & { readonly before: string };

/** 前置任务, typed by the numbers of the rows: `2FS+3, 3SS-1`. */
function useBeforeColumn(tasks: readonly Task[], readOnly: boolean): GridColumn<TaskRow> {
  const words = useMessages(scheduleWebMessages);
  const { wrongLink } = useMessages(scheduleViewsMessages);
  return useMemo(() => {
    const cells = linkCells(tasks, words.lag);
    return {
      field: 'before', title: words.columns.before, kind: 'text', width: 96, readOnly, blank: '', format: cells.text,
      parse: (text, row) => {
        const read = cells.read(text, row.id);
        return 'value' in read ? read : { error: wrongLink[read.wrong.code](read.wrong.piece) };
      },
    };
  }, [tasks, words, wrongLink, readOnly]);
}

/** The six columns of T2, and what a task waits for. 时间节点 drives the task's days; 完成情况 is ticked. */
export function useScheduleColumns({ campaign, today, can, linked, tasks, calendar }: Context): readonly GridColumn<TaskRow>[] {
  const words = useMessages(scheduleWebMessages);
  const labels = useMessages(scheduleMessages);
  const gridWords = useMessages(gridMessages);
  const formats = useFormats();
  const owners = useOwners(campaign.id);
  const { write, work } = can;
  const before = useBeforeColumn(tasks, !write);
  const worksOf = useMemo(() => worksBy(calendar), [calendar]);
  return useMemo(() => {
    const { columns } = words;
    const fixed = !write;
    const period = formats.days(campaign.startsOn, campaign.endsOn, true);
    const states = TASK_STATES.map((value): Choice => ({ value, label: labels.states[value] }));
    const parseState = (text: string): ParseResult => {
      const state = states.find((choice) => choice.label === text.trim())?.value ?? readState(text);
      return state ? { value: state } : { error: gridWords.notChoice(states.map((choice) => choice.label)) };
    };
    return [
      { field: 'phase', title: columns.phase, kind: 'choice', width: 118, required: true, merge: true, readOnly: fixed, choices: PHASES.map((value): Choice => ({ value, label: labels.phases[value] })) },
      {
        field: 'whenText', title: columns.when, kind: 'text', width: linked ? 224 : 252, maxLength: 60, readOnly: fixed, blank: '',
        companions: (value) => {
          const { startOn, endOn, dueTime } = readTaskWhen(String(value ?? ''), campaign, worksOf);
          return { startOn, endOn, dueTime };
        },
        render: (_, task) => <WhenMark task={task} campaign={campaign} />,
        question: (value: CellValue) => {
          const { question } = readTaskWhen(String(value ?? ''), campaign, worksOf);
          return question ? words.question(words.questions[question](period)) : undefined;
        },
      },
      { field: 'title', title: columns.title, kind: 'text', required: true, maxLength: 300, readOnly: fixed, card: 'title' },
      { field: 'ownerText', title: columns.owner, kind: 'person', width: 108, maxLength: 100, readOnly: fixed, choices: owners, blank: '' },
      ...(linked ? [before] : []),
      {
        field: 'state', title: columns.state, ...(linked ? {} : { unit: columns.marks }), kind: 'choice', width: linked ? 144 : 232, required: true, choices: states, readOnly: !write && !work, parse: parseState,
        render: (_, task) => <StateMark task={task} today={isRunning(campaign.stage) || campaign.revised ? today : undefined} canTick={write || work} />,
        toggle: {
          next: (value) => tickedState((value ?? 'open') as TaskState),
          label: (value, task) => (value === 'done' ? words.untick(task.title) : words.tick(task.title)),
          mark: (value) => <Box state={(value ?? 'open') as TaskState} size={28} />,
          isOn: (value) => value === 'done',
        },
      },
      { field: 'note', title: columns.note, kind: 'text', width: linked ? 144 : 176, maxLength: 500, readOnly: !write && !work, blank: '', render: (_, task) => <NoteMark task={task} campaign={campaign} /> },
    ];
  }, [words, labels, gridWords, formats, owners, campaign, today, write, work, linked, before, worksOf]);
}
