interface Step {
  readonly id: string;
  readonly day: number;
  readonly startTime: string | null;
  readonly minutes: number | null;
}

export interface StepTimes {
  /** HH:MM; null while it cannot be known. Past midnight the hours go on: 24:30. */
  readonly start: string | null;
  readonly end: string | null;
  /** When the step before it ends, if that is after this one's own start. */
  readonly overlaps: string | null;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const timeOf = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/**
 * The run sheet (E3.1): a step without a start begins when the one before it on its day ends; its end follows from its length.
 * Steps stand in the order of the sheet; each day is a sheet of its own.
 */
export function stepTimes(steps: readonly Step[]): ReadonlyMap<string, StepTimes> {
  const times = new Map<string, StepTimes>();
  const ends = new Map<number, number | null>();
  for (const step of steps) {
    const before = ends.get(step.day) ?? null;
    const own = step.startTime === null ? null : minutesOf(step.startTime);
    const start = own ?? before;
    const end = start === null || step.minutes === null ? null : start + step.minutes;
    times.set(step.id, { start: start === null ? null : timeOf(start), end: end === null ? null : timeOf(end), overlaps: own !== null && before !== null && before > own ? timeOf(before) : null });
    // A step of unknown length leaves open when the next one begins, unless it says so itself.
    ends.set(step.day, end);
  }
  return times;
}
