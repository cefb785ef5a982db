import { useId, type ReactNode } from 'react';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { dDayMessages } from '../portfolio.dday.web.messages.ts';
import type { DDayPreview } from './useDDay.ts';
import css from './dday.module.css';

/** So many tasks are named; the dialog is no schedule. */
const SHOWN = 5;

function Listed<T extends { readonly taskId: string; readonly title: string }>({ title, items, children }: { readonly title: string; readonly items: readonly T[]; readonly children: (item: T) => ReactNode }) {
  const words = useMessages(dDayMessages);
  if (items.length === 0) return null;
  return (
    <div>
      <h4 className={css['listTitle']}>{title}</h4>
      <ul className={css['list']}>
        {items.slice(0, SHOWN).map((item) => <li key={item.taskId}><span className={css['task']}>{item.title}</span><span className={css['days']}>{children(item)}</span></li>)}
        {items.length > SHOWN ? <li className={css['more']}>{words.more(items.length - SHOWN)}</li> : null}
      </ul>
    </div>
  );
}

/** What the new days do to the tasks, before anything is saved: what follows D-day, what stays and no longer fits, and the offer to shift the rest as well. */
export function DDayEffect({ preview, shifts, onShifts }: { readonly preview: DDayPreview; readonly shifts: boolean; readonly onShifts: (shifts: boolean) => void }) {
  const words = useMessages(dDayMessages);
  const formats = useFormats();
  const hint = useId();
  const { byDays, following, staying, shift } = preview;
  const days = ({ startOn, endOn }: { readonly startOn: string | null; readonly endOn: string | null }) => (startOn || endOn ? formats.days(startOn ?? endOn, endOn ?? startOn) : words.undated);
  const parts = [byDays === 0 ? words.holds : words.moves(byDays), following.length > 0 ? words.following(following.length) : words.noneFollow, ...(staying.length > 0 ? [words.staying(staying.length)] : [])];
  return (
    <section className={css['effect']} aria-label={words.title}>
      <p className={css['sentence']} role="status">{parts.join(words.join)}{words.stop}</p>
      <Listed title={words.follow} items={following}>{({ from, to }) => words.to(days(from), days(to))}</Listed>
      <Listed title={words.stay} items={staying}>{(task) => <>{days(task)}<em className={css['why']}>{words.why[task.why]}</em></>}</Listed>
      {shift.length > 0 ? (
        <label className={css['shift']}>
          <input type="checkbox" checked={shifts} aria-describedby={hint} onChange={(event) => onShifts(event.target.checked)} />
          <span>{words.shift(shift.length, byDays)}<small id={hint}>{words.shiftHint}</small></span>
        </label>
      ) : null}
    </section>
  );
}
