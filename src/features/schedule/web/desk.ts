import { createContext, useContext } from 'react';
import type { Act } from '../plan/schedule.act.rules.ts';
import type { CalendarDay, Task } from '../schedule.contract.ts';
import type { MovedTask } from '../plan/schedule.move.rules.ts';
import type { PlanCalendar } from '../plan/schedule.planned.rules.ts';
import type { Proposal } from '../plan/schedule.proposal.rules.ts';
import type { DelayEffect } from '../plan/schedule.effect.rules.ts';
import type { Works } from '../times/schedule.when.rules.ts';
import type { ScheduleViewProps } from './schedule.view.ts';
import type { ScheduleActs } from './useScheduleActs.ts';

/** What is to be done, and the tasks that it puts at other days. */
export interface Wish {
  readonly moved: readonly MovedTask[];
  /** Done in any case: fields of a form, a link that was drawn. */
  readonly act?: Act;
  /** What happened, for the toast; the move's own words without it. */
  readonly said?: string;
}

export interface Asked {
  readonly wish: Wish;
  readonly proposal: Proposal;
  readonly tasks: readonly Task[];
  /** What it means for D-day, or for the end of the plan when no task is D-day. */
  readonly effect: DelayEffect;
  readonly hasDDay: boolean;
}

/** What the views of the schedule share: the tasks with what is being saved, the calendar, and the one way to change something. */
export interface Desk extends ScheduleActs, ScheduleViewProps {
  readonly calendar: PlanCalendar;
  /** Whether the company works on a day: what texts with working days are read by. */
  readonly works: Works;
  readonly companyDays: ReadonlyMap<string, CalendarDay>;
  readonly canPlan: boolean;
  readonly canWork: boolean;
  /** Does what moves nothing else, and asks about what does. */
  readonly wish: (wish: Wish) => void;
  readonly openTask: (taskId: string | null) => void;
}

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('ScheduleDesk is missing');
  return desk;
}
