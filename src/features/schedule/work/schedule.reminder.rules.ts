import { addDays, type Day } from '#platform/shared/calendar.ts';
import type { TaskState } from '../schedule.rules.ts';

/** `soon`: the working day before; `today`: its day; `late`: once it has passed. */
export const REMINDER_KINDS = ['soon', 'today', 'late'] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** Nobody is reminded before work begins, nor in the evening. */
export const REMIND_FROM = '08:30';
export const REMIND_UNTIL = '20:00';

/** A free stretch is never longer than this, whatever a company's calendar says. */
const LONGEST_REST_DAYS = 20;

/** The last working day before a day. */
export function workingDayBefore(day: Day, works: (day: Day) => boolean): Day {
  let current = addDays(day, -1);
  for (let tried = 1; tried < LONGEST_REST_DAYS && !works(current); tried += 1) current = addDays(current, -1);
  return current;
}

/** What is to be said today of a task that is due on `endOn`; undefined when nothing is. Over free days the word of the working day before still holds. */
export function reminderOf(task: { readonly state: TaskState; readonly endOn: Day | null }, today: Day, works: (day: Day) => boolean): ReminderKind | undefined {
  if (task.endOn === null || task.state === 'done' || task.state === 'cancelled') return undefined;
  if (task.endOn < today) return 'late';
  if (task.endOn === today) return 'today';
  return workingDayBefore(task.endOn, works) <= today ? 'soon' : undefined;
}

export interface Reminded {
  readonly kind: ReminderKind;
  readonly title: string;
  readonly campaignId: string;
  readonly owners: readonly string[];
  readonly leads: readonly string[];
}

/** What one person is told in one message: titles of their own by kind, and of what is late under their lead. */
export interface PersonalReminder {
  readonly userId: string;
  readonly soon: readonly string[];
  readonly today: readonly string[];
  readonly late: readonly string[];
  readonly led: readonly string[];
  readonly campaigns: readonly string[];
}

/** One message per person, however many tasks and campaigns; a lead hears of what is late, and of their own only once. */
export function remindersByPerson(reminded: readonly Reminded[]): readonly PersonalReminder[] {
  const people = new Map<string, { soon: string[]; today: string[]; late: string[]; led: string[]; campaigns: Set<string> }>();
  const add = (userId: string, part: ReminderKind | 'led', { title, campaignId }: Reminded): void => {
    const own = people.get(userId) ?? { soon: [], today: [], late: [], led: [], campaigns: new Set<string>() };
    own[part].push(title);
    own.campaigns.add(campaignId);
    people.set(userId, own);
  };
  for (const one of reminded) {
    for (const userId of one.owners) add(userId, one.kind, one);
    if (one.kind === 'late') for (const userId of one.leads.filter((lead) => !one.owners.includes(lead))) add(userId, 'led', one);
  }
  return [...people].map(([userId, own]) => ({ userId, ...own, campaigns: [...own.campaigns] }));
}
