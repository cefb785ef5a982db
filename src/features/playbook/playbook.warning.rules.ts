import { addDays, daysBetween, isCoveredYear, isWorkingDay, type Day } from '#platform/shared/calendar.ts';
import type { PlaybookFile } from './playbook.file.contract.ts';
import { placeholdersOf, type PlaybookUse, type UseAnswers } from './playbook.use.rules.ts';

type UsedTask = PlaybookUse['tasks'][number];

/** What a person should know before the campaign is made; nothing of it stops them. */
export type UseWarning =
  | { readonly code: 'started'; readonly days: number; readonly tasks: number }
  | { readonly code: 'uncovered'; readonly year: string }
  | { readonly code: 'restDays'; readonly tasks: readonly { readonly title: string; readonly day: Day }[] }
  | { readonly code: 'undated'; readonly titles: readonly string[] }
  | { readonly code: 'outside'; readonly titles: readonly string[] }
  | { readonly code: 'noTarget'; readonly metrics: readonly string[] }
  | { readonly code: 'placeholders'; readonly count: number };

/** Deadlines of office work on a day off; on site, weekends are what the event is made for. */
function onRestDays({ tasks, ownDays }: PlaybookUse): { title: string; day: Day }[] {
  return tasks.flatMap(({ title, phase, endOn }) => (endOn !== null && phase !== 'execution' && !isWorkingDay(endOn, ownDays) ? [{ title, day: endOn }] : []));
}

const titles = (tasks: readonly UsedTask[]): string[] => tasks.map(({ title }) => title);

/** What the preview warns of. `today` is the day of the person who looks. */
export function warningsOf(file: PlaybookFile, use: PlaybookUse, answers: UseAnswers, today: Day): readonly UseWarning[] {
  const { days, tasks } = use;
  const warnings: UseWarning[] = [];
  const past = tasks.filter(({ endOn }) => endOn !== null && endOn < today);
  if (days.startsOn < today) warnings.push({ code: 'started', days: daysBetween(days.startsOn, today), tasks: past.length });
  const uncovered = [days.startsOn, days.endsOn].find((day) => !isCoveredYear(day));
  if (uncovered) warnings.push({ code: 'uncovered', year: uncovered.slice(0, 4) });
  const rest = onRestDays(use);
  if (rest.length > 0) warnings.push({ code: 'restDays', tasks: rest });
  const undated = tasks.filter(({ question, when }) => when === '' || question === 'unread' || question === 'fuzzy' || question === 'reversed');
  if (undated.length > 0) warnings.push({ code: 'undated', titles: titles(undated) });
  const outside = tasks.filter(({ question }) => question === 'outside');
  if (outside.length > 0) warnings.push({ code: 'outside', titles: titles(outside) });
  const noTarget = file.goals.filter((goal, index) => (answers.targets[index] === undefined ? goal.target : answers.targets[index]) === null);
  if (noTarget.length > 0) warnings.push({ code: 'noTarget', metrics: noTarget.map(({ metric }) => metric) });
  const open = placeholdersOf(file).filter((placeholder) => !answers.words[placeholder]?.trim());
  if (open.length > 0) warnings.push({ code: 'placeholders', count: open.length });
  return warnings;
}

export type DayMark = 'work' | 'rest' | 'event';

type Channel = PlaybookUse['lists']['channels'][number];
export type PromotionPhase = Channel['phase'];
/** Where phases meet, the later one in this list is shown: the opening day is the burst, whatever goes on beside it. */
const SHOWN_LAST: readonly PromotionPhase[] = ['sustain', 'warmup', 'burst'];

/** The phase of promotion (E2.2) on a day, from the days of the channels. */
function promotionOn(day: Day, channels: readonly Channel[]): PromotionPhase | null {
  const phases = channels.filter(({ startOn, endOn }) => startOn !== null && endOn !== null && startOn <= day && endOn >= day).map(({ phase }) => phase);
  return SHOWN_LAST.findLast((phase) => phases.includes(phase)) ?? null;
}

/** One day of the preview's calendar. */
export interface PreviewDay {
  readonly day: Day;
  readonly mark: DayMark;
  readonly promotion: PromotionPhase | null;
  /** Tasks that go on, and those of them that are due. */
  readonly tasks: number;
  readonly due: readonly string[];
  readonly past: boolean;
}

/** Every day of the campaign with what falls on it; the longest campaign that is walked is three years. */
export function previewDays({ days, tasks, lists, ownDays }: PlaybookUse, today: Day): readonly PreviewDay[] {
  const count = Math.min(daysBetween(days.startsOn, days.endsOn) + 1, 1_100);
  return Array.from({ length: count }, (_, index) => {
    const day = addDays(days.startsOn, index);
    const mark: DayMark = day >= days.eventFrom && day <= days.eventTo ? 'event' : isWorkingDay(day, ownDays) ? 'work' : 'rest';
    const onDay = tasks.filter(({ startOn, endOn }) => startOn !== null && endOn !== null && startOn <= day && endOn >= day);
    return { day, mark, promotion: promotionOn(day, lists.channels), tasks: onDay.length, due: onDay.filter(({ endOn }) => endOn === day).map(({ title }) => title), past: day < today };
  });
}
