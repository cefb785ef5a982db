import { notify } from '#features/notice/server/notice.api.ts';
import { ownersIn, peopleOf } from '#features/team/team.owner.rules.ts';
import { withStandIns } from '#features/team/team.rules.ts';
import { memberRows, standIns } from '#features/team/server/team.api.ts';
import { defineJob, type JobWork } from '#platform/server/jobs/job.ts';
import { addDays, clockIn, dayIn, isWorkingDay, type Day } from '#platform/shared/calendar.ts';
import { REMIND_FROM, REMIND_UNTIL, reminderOf, remindersByPerson, type PersonalReminder, type Reminded, type ReminderKind } from '../../work/schedule.reminder.rules.ts';
import { claimReminders, dueTasks, type DueTask } from './schedule.reminder.store.ts';
import { calendarDays } from '../schedule.views.ts';

/** The longest stretch of free days that a working day before a date can lie behind, and a day for the time zones. */
const AHEAD_DAYS = 21;
/** So many titles stand in a message; the others are counted. */
const NAMED = 5;

/** Tells owners of a date the working day before, on its morning, and (the lead too) when it has passed; each once per date. */
export const remindOwners = defineJob({
  name: 'schedule.remindOwners', cron: '*/20 * * * *', catchUpSeconds: 3_600,
  run: async (work) => {
    const due = await dueNow(work);
    const claimed = await claimReminders(work.db, due.map(({ task, kind }) => ({ taskId: task.id, kind, dueOn: task.endOn })));
    const fresh = due.filter(({ task, kind }) => claimed.has(`${task.id} ${kind}`));
    for (const person of remindersByPerson(await withPeople(work, fresh))) await remind(work, person);
  },
});

interface Due {
  readonly task: DueTask;
  readonly kind: ReminderKind;
}

/** By each campaign's own clock and day, and the company's own working days. */
async function dueNow({ db, now }: JobWork): Promise<readonly Due[]> {
  const own = new Map((await calendarDays(db)).map(({ day, works }) => [day, works]));
  const works = (day: Day): boolean => own.get(day) ?? isWorkingDay(day);
  const tasks = await dueTasks(db, addDays(dayIn('UTC', now), AHEAD_DAYS));
  return tasks.flatMap((task): Due[] => {
    const clock = clockIn(task.timeZone, now);
    if (clock < REMIND_FROM || clock >= REMIND_UNTIL) return [];
    const kind = reminderOf(task, dayIn(task.timeZone, now), works);
    return kind ? [{ task, kind }] : [];
  });
}

async function withPeople({ db, now }: JobWork, due: readonly Due[]): Promise<readonly Reminded[]> {
  if (due.length === 0) return [];
  const absences = await standIns(db, addDays(dayIn('UTC', now), -1), addDays(dayIn('UTC', now), 1));
  const teams = new Map<string, Awaited<ReturnType<typeof memberRows>>>();
  for (const campaignId of new Set(due.map(({ task }) => task.campaignId))) teams.set(campaignId, await memberRows(db, campaignId));
  return due.map(({ task, kind }) => {
    const team = peopleOf(teams.get(task.campaignId) ?? []);
    const leads = team.filter((person) => person.groups.includes('lead')).map((person) => person.userId);
    const owners = withStandIns(ownersIn(task.ownerText, team, task.ownerId).userIds, absences, dayIn(task.timeZone, now), new Set(team.map((person) => person.userId)));
    return { kind, title: task.title, campaignId: task.campaignId, owners, leads };
  });
}

async function remind(work: JobWork, { userId, campaigns, ...parts }: PersonalReminder): Promise<void> {
  const isOwn = parts.soon.length + parts.today.length + parts.late.length > 0;
  const [only] = campaigns;
  const data: Record<string, unknown> = {};
  for (const [part, titles] of Object.entries(parts)) Object.assign(data, { [part]: titles.slice(0, NAMED), [`${part}Count`]: titles.length });
  await notify(work, {
    to: { users: [userId] }, code: 'schedule.tasks_due', topic: 'task', data, campaignId: campaigns.length === 1 ? only ?? null : null,
    link: isOwn ? '/my-day' : campaigns.length === 1 ? `/campaigns/${only}/schedule?view=delays` : '/',
  });
}
