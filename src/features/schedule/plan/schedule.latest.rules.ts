import { addDays, type Day } from '#platform/shared/calendar.ts';
import { planBackwards } from './schedule.plan.rules.ts';
import type { PlanCalendar, PlannedTask } from './schedule.planned.rules.ts';
import type { CampaignDays } from '../times/schedule.when.rules.ts';

/** The latest place of a task that still holds D-day. `start` is null where nobody knows how long it takes. */
export interface LatestPlace {
  readonly id: string;
  readonly start: Day | null;
  readonly end: Day;
  /** How much later it may be than it stands; negative when it is too late already. Null without days. */
  readonly spare: number | null;
  readonly unit: 'day' | 'workday';
}

/**
 * From D-day backwards: what is planned before it counts back from the day before, and so does what the event itself waits for.
 * Tasks that stand on their latest place already are left out. Empty without a D-day.
 */
export function latestPlaces(tasks: readonly PlannedTask[], campaign: CampaignDays, calendar: PlanCalendar): readonly LatestPlace[] {
  if (campaign.eventFrom === null) return [];
  const known = new Map(tasks.map((task) => [task.id, task]));
  return planBackwards(tasks, { day: campaign.eventFrom }, calendar).flatMap(({ id, latestStart, latestEnd, spare }): LatestPlace[] => {
    const task = known.get(id);
    if (!task || task.fixed || task.state === 'done' || task.state === 'cancelled' || spare === 0) return [];
    // A day before the plan began is no advice.
    if (latestEnd < addDays(campaign.startsOn, -365)) return [];
    return [{ id, start: latestStart, end: latestEnd, spare, unit: task.durationUnit }];
  });
}

/** What is ticked at first: what is too late already. The others stand where a person has put them. */
export const chosenAtFirst = (places: readonly LatestPlace[]): readonly string[] => places.flatMap(({ id, spare }) => (spare !== null && spare < 0 ? [id] : []));
