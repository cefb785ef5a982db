import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { isRunning } from '#features/campaign/campaign.rules.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useSearch } from '#platform/web/navigation.tsx';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { joinActs, withActs, type Act } from '../plan/schedule.act.rules.ts';
import { ganttMessages } from '../views/schedule.gantt.web.messages.ts';
import { scheduleCalendar } from '../plan/schedule.leave.rules.ts';
import type { PlanCalendar } from '../plan/schedule.planned.rules.ts';
import { effectOfDelay } from '../plan/schedule.effect.rules.ts';
import { actOf, asksFirst, dDayTasks, proposeMove } from '../plan/schedule.proposal.rules.ts';
import { effectiveState } from '../schedule.rules.ts';
import { worksBy, type Works } from '../times/schedule.when.rules.ts';
import { DeskContext, type Asked, type Desk, type Wish } from './desk.ts';
import { MoveDialog } from './MoveDialog.tsx';
import type { ScheduleViewProps } from './schedule.view.ts';
import { useScheduleActs, type ScheduleActs } from './useScheduleActs.ts';
import css from './schedule.module.css';

const TaskDrawer = lazy(async () => ({ default: (await import('./task/TaskDrawer.tsx')).TaskDrawer }));

const NOTHING: Act = { edits: [], links: [] };

function useWishes({ campaign }: ScheduleViewProps, acts: ScheduleActs, calendar: PlanCalendar, works: Works) {
  const words = useMessages(ganttMessages).move;
  const formats = useFormats();
  const [asked, setAsked] = useState<Asked>();
  const { tasks, run } = acts;
  const doIt = useCallback((one: Omit<Asked, 'effect' | 'hasDDay'>, choice: 'together' | 'alone') => {
    const { wish: { act = NOTHING, moved, said }, proposal } = one;
    const whole = joinActs(act, actOf(one.tasks, proposal, campaign, works, choice));
    const first = moved[0];
    const title = one.tasks.find((task) => task.id === first?.id)?.title ?? '';
    const days = first ? formats.days(first.startOn, first.endOn) : '';
    const count = choice === 'together' ? proposal.along.length : 0;
    void run(whole, said ?? (count > 0 ? words.movedWith(title, days, count) : words.moved(title, days)));
  }, [campaign, works, run, formats, words]);
  const wish = useCallback((wanted: Wish) => {
    const seen = wanted.act ? withActs(tasks, [wanted.act]) : tasks;
    const one = { wish: wanted, tasks: seen, proposal: proposeMove(seen, wanted.moved, calendar, campaign) };
    if (!asksFirst(one.proposal)) {
      doIt(one, 'together');
      return;
    }
    const dDayIds = dDayTasks(seen, campaign).map(({ id }) => id);
    setAsked({ ...one, effect: effectOfDelay(seen, wanted.moved, calendar, dDayIds), hasDDay: dDayIds.length > 0 });
  }, [tasks, calendar, campaign, doIt]);
  const decide = useCallback((choice: 'together' | 'alone' | 'cancel') => {
    if (asked && choice !== 'cancel') doIt(asked, choice);
    setAsked(undefined);
  }, [asked, doIt]);
  return { asked, wish, decide };
}

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable=true], dialog') !== null;

/** Ctrl+Z and Ctrl+Y, where no field and no grid has taken them already. */
function useUndoKeys({ undo, redo }: ScheduleActs, active: boolean): void {
  useEffect(() => {
    if (!active) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      void (key === 'y' || event.shiftKey ? redo() : undo());
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undo, redo, active]);
}

/** The tasks in the hands of whoever looks at them: every view but the grid changes them here. `undoable` is false while the grid is on, which takes back by itself. */
export function ScheduleDesk({ campaign, schedule, undoable, children }: ScheduleViewProps & { readonly undoable: boolean; readonly children: ReactNode }) {
  const words = useMessages(ganttMessages).acts;
  const stored = useScheduleActs(campaign.id, schedule.tasks);
  const acts = useMemo(() => {
    // While the campaign does not run no day has passed yet, or none matters any more; and what is being saved may change what is late.
    const runs = isRunning(campaign.stage) || campaign.revised;
    return { ...stored, tasks: stored.tasks.map((task) => ({ ...task, effectiveState: runs ? effectiveState(task, schedule.today) : task.state })) };
  }, [stored, campaign.stage, campaign.revised, schedule.today]);
  const [{ task: openId }, setSearch] = useSearch();
  const companyDays = useMemo(() => new Map(schedule.calendar.map((day) => [day.day, day])), [schedule.calendar]);
  const calendar = useMemo(() => scheduleCalendar(schedule), [schedule]);
  const works = useMemo(() => worksBy(schedule.calendar), [schedule.calendar]);
  const { asked, wish, decide } = useWishes({ campaign, schedule }, acts, calendar, works);
  useUndoKeys(acts, undoable);
  const desk = useMemo<Desk>(() => ({
    ...acts, campaign, schedule, calendar, works, companyDays, wish,
    canPlan: schedule.can.write, canWork: schedule.can.work || schedule.can.write,
    openTask: (taskId) => setSearch({ task: taskId ?? undefined }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- setSearch is another function at every drawing and does the same
  }), [acts, campaign, schedule, calendar, works, companyDays, wish]);
  const open = openId === undefined ? undefined : acts.tasks.find((task) => task.id === openId);
  return (
    <DeskContext value={desk}>
      {acts.unsaved.length > 0 ? (
        <div className={css['unsaved']}>
          <Banner tone="late" action={<span className={css['unsavedActs']}><Button small onClick={() => void acts.retry()}>{words.retry}</Button><Button small kind="quiet" onClick={acts.discard}>{words.discard}</Button></span>}>
            {words.unsaved(acts.unsaved[0]?.message ?? '', acts.unsaved.length)}
          </Banner>
        </div>
      ) : null}
      {children}
      {open ? <Suspense fallback={null}><TaskDrawer key={open.id} task={open} /></Suspense> : null}
      {asked ? <MoveDialog asked={asked} onDecide={decide} /> : null}
    </DeskContext>
  );
}
