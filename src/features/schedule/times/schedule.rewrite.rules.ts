import { isWorkingDay, type Day } from '#platform/shared/calendar.ts';
import { isRelative } from './schedule.time.rules.ts';
import { readTaskWhen, whenParts, type CampaignDays, type Works } from './schedule.when.rules.ts';
import { markedDays, wholeDays, writtenAgain, writtenDays, type Days } from './schedule.written.rules.ts';

interface OpenDays {
  readonly startOn: Day | null;
  readonly endOn: Day | null;
}

/** As long as 时间节点 may be. */
const LONGEST = 60;

function bothOf({ startOn, endOn }: OpenDays): Days | undefined {
  const [from, to] = [startOn ?? endOn, endOn ?? startOn];
  return from !== null && to !== null ? { from, to } : undefined;
}

/**
 * 时间节点 for other days, in the form in which it was written: `10月6日-10日` two days later is `10月8日-12日`, `D-7` is `D-5`, `活动前1天` is `活动后1天`,
 * and `10月15日18:00前` keeps its hour. Read again it means `to`; where its own form cannot say that, days are told from D or named.
 * Words that name no day (`待定`) give way to the days.
 */
export function rewriteWhen(text: string, from: OpenDays, to: OpenDays, campaign: CampaignDays, works: Works = isWorkingDay): string {
  const days = bothOf(to);
  const written = text.trim();
  const { hours } = whenParts(written);
  if (!days) return hours;
  const reading = readTaskWhen(written, campaign, works);
  const means = (candidate: string): boolean => {
    const again = readTaskWhen(candidate, campaign, works);
    const both = bothOf(again);
    return candidate.length <= LONGEST && both?.from === days.from && both.to === days.to && again.dueTime === reading.dueTime;
  };
  if (means(written)) return written;
  const tail = hours === '' ? '' : ` ${hours}`;
  const short = writtenDays(days);
  const whole = wholeDays(days);
  const candidates = [...writtenAgain(written, bothOf(from), days, campaign, works), ...(isRelative(written) ? [markedDays(days, campaign, works) + tail] : []), short + tail, whole + tail, short];
  return candidates.find(means) ?? whole;
}
