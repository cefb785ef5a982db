import { useMessages, useFormats, useLocale } from '#platform/web/i18n.tsx';
import { useOnline } from '#platform/web/live.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { Button, LinkButton } from '#platform/web/ui/Button.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { problemMessages } from '#platform/shared/problem.messages.ts';
import type { TaskState } from '../../schedule.rules.ts';
import { myDayMessages, type MyDayWords } from '../../work/schedule.my-day.web.messages.ts';
import { dayQueue } from './my-day-queue.ts';
import type { QueuedAction } from './my-day-storage.ts';
import css from './my-day.module.css';
import type { MyDayState } from './useMyDay.ts';

export const deedName = (action: QueuedAction, words: MyDayWords): string => (action.kind === 'state' ? words.deeds[action.to] : words.deeds[action.kind]);

/** One thing that the server did not take: why, and what can be done. */
function Refused({ action }: { readonly action: QueuedAction }) {
  const words = useMessages(myDayMessages);
  const locale = useLocale();
  const toast = useToast();
  const current = action.refusal?.data['state'];
  const isOvertaken = action.refusal?.code === 'schedule.state_overtaken' && typeof current === 'string';
  const why = action.refusal?.title || problemMessages[locale].codes[action.refusal?.code as 'server.failed']?.({}) || words.refused.unknown;
  const again = () => void dayQueue.retry(action, isOvertaken ? ({ from: current as TaskState } as Partial<QueuedAction>) : {}).catch(toast.showError);
  const discard = () => void dayQueue.discard(action).then(() => toast.show({ text: words.refused.discarded(action.title) })).catch(toast.showError);
  return (
    <li>
      <b>{action.title} · {deedName(action, words)}</b>
      <span>{action.kind === 'note' ? `${action.text} · ` : ''}{why}</span>
      <div>
        <Button onClick={discard}>{words.refused.discard}</Button>
        <Button kind="primary" onClick={again}>{isOvertaken ? words.refused.force : words.refused.retry}</Button>
      </div>
    </li>
  );
}

/** How the page stands with the server: what waits, of when the data is, what was not taken. Nothing while all is well. */
export function MyDayNotes({ state: { asOf, stale, queue, timeZone } }: { readonly state: MyDayState }) {
  const words = useMessages(myDayMessages);
  const formats = useFormats();
  const online = useOnline();
  const { waiting, refused, sending, signedOut } = queue;
  const isCut = !online || stale;
  const count = waiting.length === 0 ? null : <b className={css['waiting']}>{sending && !isCut ? words.sending(waiting.length) : words.waiting(waiting.length)}</b>;
  return (
    <>
      {signedOut ? <Banner tone="warn" action={<LinkButton to="/sign-in?next=/my-day">{words.signIn}</LinkButton>}>{words.signedOut}</Banner> : null}
      {isCut || count ? (
        <p className={css['line']} role="status">
          {isCut ? <span>{online ? words.unreachable : words.offline}</span> : null}
          {isCut && asOf ? <span>{words.asOf(formats.time(asOf, timeZone))}</span> : null}
          {count}
        </p>
      ) : null}
      {refused.length > 0 ? (
        <section className={css['refused']} aria-label={words.refused.title(refused.length)}>
          <h2>{words.refused.title(refused.length)}</h2>
          <ul>{refused.map((action) => <Refused key={action.seq} action={action} />)}</ul>
        </section>
      ) : null}
    </>
  );
}
