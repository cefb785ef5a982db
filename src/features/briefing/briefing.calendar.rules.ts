import { addDays, addWorkingDays, isWorkingDay, type Day, type OwnDays } from '#platform/shared/calendar.ts';

/** A meeting as a calendar of any maker reads it. Instants as `Date`, texts plain. */
export interface CalendarEntry {
  readonly uid: string;
  /** Rises with every change, so that the calendar replaces what it has. */
  readonly sequence: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly stampedAt: Date;
  readonly summary: string;
  readonly location: string;
  readonly url: string;
  readonly description: string;
}

/** RFC 5545 §3.3.11. */
const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll(/\r?\n/g, '\\n');
const stamp = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');

const LINE_OCTETS = 75;

/** RFC 5545 §3.1: a line has at most 75 octets, and no character is cut in two. */
function folded(line: string): string {
  const size = (text: string) => new TextEncoder().encode(text).length;
  const lines: string[] = [];
  let current = '';
  for (const character of line) {
    // A line that goes on begins with a space, which counts.
    if (size(current + character) > LINE_OCTETS - (lines.length > 0 ? 1 : 0)) {
      lines.push(current);
      current = '';
    }
    current += character;
  }
  return [...lines, current].join('\r\n ');
}

/** The entry as an `.ics` file (RFC 5545). */
export function calendarFile(entry: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Muster//Briefing//ZH', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', 'BEGIN:VEVENT',
    `UID:${entry.uid}`, `SEQUENCE:${String(entry.sequence)}`, `DTSTAMP:${stamp(entry.stampedAt)}`, `DTSTART:${stamp(entry.startsAt)}`, `DTEND:${stamp(entry.endsAt)}`,
    `SUMMARY:${escaped(entry.summary)}`,
    ...(entry.location ? [`LOCATION:${escaped(entry.location)}`] : []),
    ...(entry.description ? [`DESCRIPTION:${escaped(entry.description)}`] : []),
    ...(entry.url ? [`URL:${entry.url}`] : []),
    'END:VEVENT', 'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** Working days after the opening by which everyone should have read. */
const ASKED_AGAIN_AFTER = 2;

function workingDayBefore(day: Day, own?: OwnDays): Day {
  let before = addDays(day, -1);
  while (!isWorkingDay(before, own)) before = addDays(before, -1);
  return before;
}

/** From the working day before the meeting on, everyone knows of it: by the clock, or because they were told of it just then. */
export const isNear = (meetOn: Day, today: Day, own?: OwnDays): boolean => today >= workingDayBefore(meetOn, own);

export interface ReminderFacts {
  readonly today: Day;
  readonly openedOn: Day;
  /** Null when those who had not confirmed were not asked again yet. */
  readonly askedAgainOn: Day | null;
  readonly meetOn: Day | null;
  /** The day of the meeting that was told of. */
  readonly meetingToldOn: Day | null;
}

/** What a clock owes on a day: to ask those who have not confirmed two working days after the opening, and to tell of the meeting on the working day before it. */
export function remindersDue({ today, openedOn, askedAgainOn, meetOn, meetingToldOn }: ReminderFacts, own?: OwnDays): { readonly askAgain: boolean; readonly tellMeeting: boolean } {
  return {
    askAgain: askedAgainOn === null && isWorkingDay(today, own) && today >= addWorkingDays(openedOn, ASKED_AGAIN_AFTER, own),
    tellMeeting: meetOn !== null && meetingToldOn !== meetOn && isNear(meetOn, today, own) && today < meetOn,
  };
}

/** Minutes before the meeting from which one can check in, after its end until which one can, and after its start from which one is late. */
const EARLY = 60;
const AFTER = 120;
const GRACE = 5;
const minutes = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 60_000;

/** What checking in now means; undefined when it is too early or too late for it. */
export function checkInState(now: Date, startsAt: Date, lasting: number): 'present' | 'late' | undefined {
  const since = minutes(startsAt, now);
  if (since < -EARLY || since > lasting + AFTER) return undefined;
  return since <= GRACE ? 'present' : 'late';
}
