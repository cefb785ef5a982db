import { useMessages } from '#platform/web/i18n.tsx';
import { Field, SelectField, TextField } from '#platform/web/ui/Field.tsx';
import type { Day } from '#platform/shared/calendar.ts';
import type { Task } from '../../schedule.contract.ts';
import { durationOf, endAfter } from '../../views/schedule.drag.rules.ts';
import { drawerMessages } from '../../views/schedule.drawer.web.messages.ts';
import type { TaskDraft } from '../../views/schedule.drawer.rules.ts';
import { rewriteWhen } from '../../times/schedule.rewrite.rules.ts';
import { readTaskWhen } from '../../times/schedule.when.rules.ts';
import { useDesk } from '../desk.ts';
import { Check, OneDay, type DraftProps } from './TaskDrawerFields.tsx';
import css from './task-drawer.module.css';

const LONGEST = 999;

/** 时间节点 as written and the days that it means, each following the other; the length in days or working days; what holds the dates. */
export function TaskDates({ draft, set, locked, task }: DraftProps & { readonly task: Task }) {
  const words = useMessages(drawerMessages);
  const { campaign, calendar, works } = useDesk();
  const { fields } = words;
  const write = (text: string) => {
    const { startOn, endOn, dueTime } = readTaskWhen(text, campaign, works);
    set({ whenText: text, startOn, endOn, dueTime });
  };
  const place = (startOn: Day | null, endOn: Day | null) => {
    const ordered = startOn === null || endOn === null || startOn <= endOn;
    set({ startOn, endOn, ...(ordered ? { whenText: rewriteWhen(draft.whenText, draft, { startOn, endOn }, campaign, works) } : {}) });
  };
  const start = (day: Day | null) => {
    const length = durationOf({ ...draft, id: task.id }, calendar);
    place(day, day !== null && length !== null && length > 0 ? endAfter({ id: task.id, startOn: day, durationUnit: draft.durationUnit }, length, calendar) : (day ?? draft.endOn));
  };
  const length = durationOf({ ...draft, id: task.id }, calendar);
  const stretch = (text: string) => {
    const days = Number(text);
    const from = draft.startOn ?? draft.endOn;
    if (from !== null && Number.isInteger(days) && days >= 1 && days <= LONGEST) place(from, endAfter({ id: task.id, startOn: from, durationUnit: draft.durationUnit }, days, calendar));
  };
  const toMilestone = (milestone: boolean) => {
    set({ milestone });
    if (milestone && draft.endOn !== null && draft.startOn !== draft.endOn) place(draft.endOn, draft.endOn);
  };
  return (
    <fieldset className={css['group']}>
      <legend>{words.groups.when}</legend>
      <TextField label={fields.when} hint={words.hints.when} name="whenText" maxLength={60} disabled={locked} value={draft.whenText} error={undefined} onChange={write} />
      <div className={css['pair']}>
        <OneDay label={fields.start} value={draft.startOn} disabled={locked} onChange={(day) => (draft.milestone ? place(day, day) : start(day))} />
        <OneDay label={fields.end} value={draft.endOn} disabled={locked || draft.milestone} onChange={(day) => place(draft.startOn ?? day, day)} />
      </div>
      <div className={css['pair']}>
        <Field label={fields.duration} disabled={locked || draft.milestone}>{(control) => <input {...control} type="number" min={1} max={LONGEST} value={length ?? ''} onChange={(event) => stretch(event.target.value)} />}</Field>
        <SelectField label={fields.unit} name="durationUnit" disabled={locked || draft.milestone} value={draft.durationUnit} error={undefined} choices={(['day', 'workday'] as const).map((value) => ({ value, label: words.units[value] }))} onChange={(unit) => set({ durationUnit: unit as TaskDraft['durationUnit'] })} />
      </div>
      <Check label={fields.milestone} checked={draft.milestone} disabled={locked} onChange={toMilestone} />
      <Check label={fields.fixed} checked={draft.fixed} disabled={locked} onChange={(fixed) => set({ fixed })} />
      <div className={css['pair']}>
        <OneDay label={fields.notBefore} value={draft.notBeforeOn} disabled={locked} onChange={(notBeforeOn) => set({ notBeforeOn })} />
        <OneDay label={fields.due} value={draft.dueOn} disabled={locked} onChange={(dueOn) => set({ dueOn })} />
      </div>
    </fieldset>
  );
}
