import { findCampaign } from '#features/campaign/server/campaign.api.ts';
import type { CampaignFacts } from '#features/campaign/campaign.policy.ts';
import type { ReadCell, Understanding } from '#features/reading/reading.contract.ts';
import { readingMessages } from '#features/reading/reading.messages.ts';
import { linkText } from '#features/schedule/plan/schedule.link.rules.ts';
import { scheduleMessages } from '#features/schedule/schedule.messages.ts';
import { planCalendar, type PlannedTask } from '#features/schedule/plan/schedule.planned.rules.ts';
import type { Phase } from '#features/schedule/schedule.rules.ts';
import { approvedSchedule, calendarDays, taskRows } from '#features/schedule/server/schedule.api.ts';
import { readProject, writeMspdi, type ProjectReading } from '#features/schedule/server/files/schedule.project.api.ts';
import type { FileAnswer, ReadWork } from '#platform/server/operation.ts';
import { addDays, dayIn, daysBetween, isWorkingDay, ownDays, type Day } from '#platform/shared/calendar.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { Problem } from '#platform/shared/problem.ts';
import { importMessages } from '../document.import.messages.ts';
import { projectMessages } from '../document.project.messages.ts';
import { whenOf } from './write/day.text.ts';

export const isProjectFile = (name: string): boolean => /\.xml$/i.test(name);

/** The most tasks that one import takes. */
const MOST_TASKS = 2_000;

/** The plan as MS Project XML, with the days at the approval as its baseline. */
export async function exportProject({ db, thing, caller: { locale } }: ReadWork<CampaignFacts>): Promise<FileAnswer> {
  const words = projectMessages[locale];
  const [tasks, calendar] = [await taskRows(db, thing.id, dayIn(thing.timeZone)), await calendarDays(db)];
  const approved = (await approvedSchedule(db, thing.id))?.tasks ?? [];
  const baseline = new Map(approved.flatMap(({ taskId, startOn, endOn }) => {
    const [first, last] = [startOn ?? endOn, endOn ?? startOn];
    return first === null || last === null ? [] : [[taskId, { startOn: first, endOn: last }] as const];
  }));
  const text = writeMspdi({ name: thing.name, tasks, baseline, calendar: planCalendar(ownDays(calendar)), calendarNames: words.calendars });
  return { name: `${thing.name}-${importMessages[locale].exportNames.project}.xml`, mediaType: 'application/xml; charset=utf-8', body: Buffer.from(text) };
}

/** What an MS Project file says, as the import shows it before anything is written. */
export async function understandProject(work: ReadWork<CampaignFacts>['db'], campaign: CampaignFacts, bytes: Buffer, locale: Locale): Promise<Understanding> {
  const reading = await readProject(bytes);
  const words = projectMessages[locale];
  if ('refused' in reading) {
    const message = reading.refused === 'unreadable' ? readingMessages[locale].errors[reading.code] : words.refused[reading.refused];
    throw new Problem('document.unreadable', 422, { reason: reading.refused, message });
  }
  if (reading.tasks.length > MOST_TASKS) throw new Problem('document.unreadable', 422, { reason: 'too-many', message: words.tooMany(MOST_TASKS) });
  const { eventFrom, eventTo } = await findCampaign(work, campaign.id);
  return projectUnderstanding(reading, { startsOn: eventFrom ?? campaign.startsOn, endsOn: eventTo ?? campaign.endsOn }, locale);
}

interface Period {
  readonly startsOn: Day;
  readonly endsOn: Day;
}

const NAMES = ['number', 'phase', 'when', 'task', 'parent', 'duration', 'dependsOn', 'isMilestone', 'isFixed', 'notBefore', 'dueBy', 'state'] as const;

/** A file of that program knows no phases: what ends before the event is preparation, what begins after it the retrospective. */
function phaseOf({ startOn, endOn }: PlannedTask, event: Period): Phase {
  const [from, to] = [startOn ?? endOn, endOn ?? startOn];
  if (from === null || to === null || to < event.startsOn) return 'preparation';
  return from > event.endsOn ? 'retrospective' : 'execution';
}

const cell = (text: string, value: ReadCell['value'] = text === '' ? null : text): ReadCell => ({ text, value });

/** In working days as a bare number, in calendar days with their word. */
function durationText({ startOn, endOn, milestone, durationUnit }: PlannedTask, locale: Locale): string {
  if (milestone || startOn === null || endOn === null) return '';
  const days = daysBetween(startOn, endOn) + 1;
  if (durationUnit === 'day') return projectMessages[locale].calendarDays(days);
  return String(Array.from({ length: days }, (_, index) => addDays(startOn, index)).filter((day) => isWorkingDay(day)).length);
}

const isBoundWrong = ({ notBeforeOn, dueOn }: PlannedTask): boolean => notBeforeOn !== null && dueOn !== null && dueOn < notBeforeOn;

function projectUnderstanding({ name, tasks: read, assignments, partDays }: Extract<ProjectReading, { name: string }>, event: Period, locale: Locale): Understanding {
  const words = projectMessages[locale];
  const named = read.filter((task) => task.title.trim() !== '');
  // Parts of a task that ends before it begins are no dates.
  const tasks = named.map((task) => (task.startOn !== null && task.endOn !== null && task.endOn < task.startOn ? { ...task, endOn: task.startOn } : task));
  const numbers = new Map(tasks.map((task, index) => [task.id, index + 1]));
  const numberOf = (id: string) => numbers.get(id);
  const cellsOf = (task: PlannedTask): Record<(typeof NAMES)[number], ReadCell> => {
    const phase = phaseOf(task, event);
    return {
      number: cell(String(numberOf(task.id) ?? '')), phase: cell(scheduleMessages[locale].phases[phase], phase), when: cell(whenOf({ whenText: '', ...task }, locale), { start: task.startOn, end: task.endOn }), task: cell(task.title.trim()),
      parent: cell(task.parentId === null ? '' : String(numberOf(task.parentId) ?? '')), duration: cell(durationText(task, locale)), dependsOn: cell(linkText(task.links, numberOf, words.lag)),
      isMilestone: cell(task.milestone ? words.yes : ''), isFixed: cell(task.fixed ? words.yes : ''), notBefore: cell(isBoundWrong(task) ? '' : (task.notBeforeOn ?? '')), dueBy: cell(task.dueOn ?? ''), state: cell(scheduleMessages[locale].states[task.state], task.state),
    };
  };
  const lost = tasks.reduce((sum, task) => sum + task.links.filter((link) => !numbers.has(link.predecessorId)).length, 0);
  const counts = { assignments, partDays, undated: tasks.filter((task) => task.startOn === null && task.endOn === null).length, unnamed: read.length - named.length, links: lost, bounds: tasks.filter(isBoundWrong).length };
  const aside = (Object.keys(counts) as (keyof typeof counts)[]).filter((key) => counts[key] > 0).map((key) => ({ reason: 'unread-row' as const, ...words.aside[key](counts[key]) }));
  return { tables: tasks.length === 0 ? [] : [{ kind: 'schedule', title: name, headers: [...words.headers], fields: [...NAMES], rows: tasks.map((task) => ({ cells: cellsOf(task) })) }], goals: [], sections: [], aside };
}
