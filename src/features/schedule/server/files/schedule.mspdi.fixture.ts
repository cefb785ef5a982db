/** A task of a small MS Project file, as that program would write it; times without seconds. */
export interface FixtureTask {
  readonly uid: number;
  /** Hours; with `e` elapsed. */
  readonly hours: number;
  readonly elapsed?: boolean;
  readonly level?: number;
  readonly summary?: boolean;
  /** `[predecessor, type (0 FF, 1 FS, 2 SF, 3 SS), lag in tenths of a minute or percent, format]` */
  readonly links?: readonly (readonly [number, number, number?, number?])[];
  /** Further elements as they are. */
  readonly more?: string;
}

const day = (type: number): string => {
  const works = type > 1 && type < 7;
  const hours = '<WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime><WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime></WorkingTimes>';
  return `<WeekDay><DayType>${type}</DayType><DayWorking>${Number(works)}</DayWorking>${works ? hours : ''}</WeekDay>`;
};
export const STANDARD = `<Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar><BaseCalendarUID>-1</BaseCalendarUID><WeekDays>${[1, 2, 3, 4, 5, 6, 7].map(day).join('')}</WeekDays>`;
export const ROUND_THE_CLOCK = `<Calendar><UID>2</UID><Name>24 Hours</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays>${[1, 2, 3, 4, 5, 6, 7].map((type) => (
  `<WeekDay><DayType>${type}</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime><FromTime>00:00:00</FromTime><ToTime>00:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay>`)).join('')}</WeekDays></Calendar>`;

function task({ uid, hours, elapsed = false, level = 1, summary = false, links = [], more = '' }: FixtureTask): string {
  const predecessors = links.map(([predecessor, type, lag = 0, format = 7]) => (
    `<PredecessorLink><PredecessorUID>${predecessor}</PredecessorUID><Type>${type}</Type><CrossProject>0</CrossProject><LinkLag>${lag}</LinkLag><LagFormat>${format}</LagFormat></PredecessorLink>`)).join('');
  return `<Task><UID>${uid}</UID><ID>${uid}</ID><Name>T${uid}</Name><OutlineLevel>${level}</OutlineLevel><Duration>PT${hours}H0M0S</Duration><DurationFormat>${elapsed ? 8 : 7}</DurationFormat>`
    + `<Milestone>${Number(hours === 0)}</Milestone><Summary>${Number(summary)}</Summary>${more}${predecessors}</Task>`;
}

/** The file; `calendar` goes into the standard calendar behind its week, `extra` behind the tasks. */
export function mspdiFile(start: string, tasks: readonly FixtureTask[], { calendar = '', calendars = '', extra = '', head = '' }: { calendar?: string; calendars?: string; extra?: string; head?: string } = {}): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Project xmlns="http://schemas.microsoft.com/project"><ScheduleFromStart>1</ScheduleFromStart><StartDate>${start}:00</StartDate><CalendarUID>1</CalendarUID><MinutesPerDay>480</MinutesPerDay>${head}`
    + `<Calendars>${STANDARD}${calendar}</Calendar>${calendars}</Calendars><Tasks><Task><UID>0</UID><ID>0</ID><OutlineLevel>0</OutlineLevel><Summary>1</Summary></Task>${tasks.map(task).join('')}</Tasks>${extra}</Project>`;
}
