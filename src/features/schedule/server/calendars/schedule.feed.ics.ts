import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency, type ICalEventData } from 'ical-generator';
import type { Locale } from '#platform/shared/messages.ts';
import { scheduleMessages } from '../../schedule.messages.ts';
import { feedMessages } from '../../calendars/schedule.feed.messages.ts';
import { calendarText, entriesOf, statusOf, type DatedOccurrence, type FeedEntry } from '../../calendars/schedule.feed.rules.ts';
import type { FeedRow } from './schedule.feed.views.ts';

/** How often programs are asked to look again (RFC 7986 §5.7). Many ask when they like. */
const REFRESH_SECONDS = 3_600;

export interface FeedPaper {
  readonly name: string;
  readonly locale: Locale;
  /** With the name of the campaign behind each title. */
  readonly across: boolean;
  /** Where the product stands, for the link of an entry. */
  readonly publicUrl: string;
  readonly rows: readonly FeedRow[];
  readonly occurrencesOf: (row: FeedRow) => readonly DatedOccurrence[];
}

const STATUS = { tentative: ICalEventStatus.TENTATIVE, confirmed: ICalEventStatus.CONFIRMED, cancelled: ICalEventStatus.CANCELLED } as const;

/**
 * A calendar as RFC 5545 wants it. The same tasks make the same bytes: DTSTAMP is when the task was last changed, so that an answer has a tag of its own.
 * No alarms: the product reminds by itself, and a program asks its owner for their own. Entries leave a day free: they are tasks and no appointments.
 */
export function writeFeed(paper: FeedPaper): string {
  const words = feedMessages[paper.locale];
  const calendar = ical({
    name: calendarText(paper.name), prodId: { company: 'Muster', product: words.product, language: paper.locale === 'en' ? 'EN' : 'ZH' }, method: ICalCalendarMethod.PUBLISH, ttl: REFRESH_SECONDS,
  });
  for (const row of paper.rows) for (const entry of entriesOf(row, row.timeZone, paper.occurrencesOf(row))) calendar.createEvent(eventOf(entry, row, paper));
  return calendar.toString();
}

function eventOf(entry: FeedEntry, row: FeedRow, paper: FeedPaper): ICalEventData {
  const changed = new Date(row.changedAt);
  return {
    id: entry.uid,
    ...timesOf(entry),
    summary: calendarText(titleOf(entry, row, paper)),
    description: calendarText(factsOf(row, paper.locale)),
    status: STATUS[statusOf(row.state, row.stage, row.approvedOnce)],
    transparency: ICalEventTransparency.TRANSPARENT,
    url: new URL(`/campaigns/${row.campaignId}/schedule`, paper.publicUrl).href,
    categories: [{ name: scheduleMessages[paper.locale].phases[row.phase] }],
    sequence: row.revisions,
    stamp: changed,
    lastModified: changed,
    created: new Date(row.createdAt),
  };
}

function timesOf(entry: FeedEntry): Pick<ICalEventData, 'start' | 'end' | 'allDay'> {
  if (entry.kind === 'moment') return { start: entry.at, ...(entry.end === null ? {} : { end: entry.end }) };
  return { start: new Date(`${entry.from}T00:00:00Z`), end: new Date(`${entry.until}T00:00:00Z`), allDay: true };
}

function titleOf(entry: FeedEntry, row: FeedRow, { locale, across }: FeedPaper): string {
  const words = feedMessages[locale];
  const said = entry.role === 'deadline' ? words.deadline(words.occurrence(entry.label, row.title)) : words.occurrence(entry.label, row.title);
  const mark = row.state === 'done' ? words.marks.done : row.milestone ? words.marks.milestone : '';
  return `${mark}${across ? words.inCampaign(said, row.campaignName) : said}`;
}

function factsOf(row: FeedRow, locale: Locale): string {
  const words = feedMessages[locale];
  const { phases, states } = scheduleMessages[locale];
  const { facts } = words;
  const told: readonly (readonly [string, string])[] = [
    [facts.campaign, row.campaignName], [facts.phase, phases[row.phase]], [facts.when, row.whenText], [facts.owner, row.ownerText], [facts.state, states[row.state]],
    [facts.resource, row.resourceText], [facts.deliverable, row.deliverable], [facts.note, row.note],
  ];
  const isTentative = statusOf(row.state, row.stage, row.approvedOnce) === 'tentative';
  return [...told.filter(([, value]) => value.trim() !== '' && value !== '-').map(([name, value]) => words.fact(name, value)), ...(isTentative ? [words.tentative] : [])].join('\n');
}
