import type { Campaign } from '#features/campaign/campaign.contract.ts';
import { isRunning } from '#features/campaign/campaign.rules.ts';
import { daysBetween, type Day } from '#platform/shared/calendar.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import type { Task } from '../schedule.contract.ts';
import { schedulePlace } from '../schedule.rules.ts';
import { readTaskWhen } from '../times/schedule.when.rules.ts';
import { scheduleWebMessages } from '../schedule.web.messages.ts';

/** Before it runs: how many tasks, and what of their times a person should look at. */
function Planned({ tasks, campaign, done }: { readonly tasks: readonly Task[]; readonly campaign: Campaign; readonly done: number }) {
  const words = useMessages(scheduleWebMessages).verdict;
  const asked = tasks.filter((task) => readTaskWhen(task.whenText, campaign).question !== null).length;
  const undated = tasks.filter((task) => task.whenText === '' && task.startOn === null && task.endOn === null).length;
  return <>{words.planned(tasks.length, done)}{asked > 0 ? <em>{words.asked(asked)}</em> : null}{undated > 0 ? words.undated(undated) : null}</>;
}

/** n/m 完成, 延期 k 项, what is due next. */
export function ScheduleVerdict({ tasks, campaign, today }: { readonly tasks: readonly Task[]; readonly campaign: Campaign; readonly today: Day }) {
  const words = useMessages(scheduleWebMessages).verdict;
  const formats = useFormats();
  const { count, done, delayed, next } = schedulePlace(tasks, today);
  if (count > 0 && done === count) return words.allDone(count);
  if (!isRunning(campaign.stage) && !campaign.revised) return <Planned tasks={tasks} campaign={campaign} done={done} />;
  const days = next ? daysBetween(today, next.dueOn) : 0;
  return (
    <>
      {words.progress(done, count)}
      {delayed > 0 ? <em>{words.delayed(delayed)}</em> : words.onTime}
      {next ? <>{words.next(next.title, formats.day(next.dueOn))}{days === 0 ? words.today : words.inDays(days)}</> : null}
      {words.stop}
    </>
  );
}
