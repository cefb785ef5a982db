import { useState } from 'react';
import { addDays, dayIn, type Day } from '#platform/shared/calendar.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { Field, TextAreaField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm, type FormState } from '#platform/web/ui/form.ts';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { webMessages } from '#platform/web/web.messages.ts';
import { firstLaterDay, type DayDeed } from '../../work/schedule.day.rules.ts';
import { DELAY_CAUSES, delayStanding, type DelayCause } from '../../work/schedule.delay.rules.ts';
import type { Foresight } from '../../work/schedule.foresight.rules.ts';
import { myDayMessages } from '../../work/schedule.my-day.web.messages.ts';
import { scheduleWorkMessages } from '../../work/schedule.work.messages.ts';
import type { MyTask } from '../../work/schedule.work.contract.ts';
import { EffectSentence } from '../plan/EffectSentence.tsx';
import css from './my-day.module.css';
import type { MyDayState } from './useMyDay.ts';

/** What the form of a delay must know of its task. */
export interface DelayedSubject extends Pick<MyTask, 'title' | 'state' | 'endOn' | 'timeZone'> {
  readonly can: Pick<MyTask['can'], 'move'>;
}

interface FormProps {
  readonly task: MyTask;
  readonly state: MyDayState;
  readonly onClose: () => void;
}

interface DelayValues {
  readonly toEndOn: Day | null;
  readonly cause: DelayCause | '';
  readonly reason: string;
  readonly move: boolean;
}

/** The causes as large buttons: one tap, no list to open. */
function CauseField({ form }: { readonly form: FormState<DelayValues> }) {
  const words = useMessages(myDayMessages).delay;
  const { causes } = useMessages(scheduleWorkMessages);
  return (
    <Field label={words.cause} required error={form.errors['cause']}>
      {({ id, className: _input, disabled: _disabled, ...described }) => (
        <div id={id} role="radiogroup" aria-label={words.cause} className={css['causes']} {...described}>
          {DELAY_CAUSES.map((cause) => (
            <label key={cause}><input type="radio" name="cause" checked={form.values.cause === cause} onChange={() => form.set({ cause })} /><span>{causes[cause]}</span></label>
          ))}
        </div>
      )}
    </Field>
  );
}

type Foresee = (toEndOn: Day) => Foresight | undefined;

/** What the chosen day does to the others, before it is told. */
function Effect({ foresight }: { readonly foresight: Foresight | undefined }) {
  return <p className={css['effect']} role="status">{foresight ? <EffectSentence {...foresight} /> : null}</p>;
}

function NewDayField({ form, task, foresee }: { readonly form: FormState<DelayValues>; readonly task: DelayedSubject; readonly foresee: Foresee }) {
  const words = useMessages(myDayMessages).delay;
  const first = firstLaterDay(task.endOn, dayIn(task.timeZone));
  const { toEndOn, move } = form.values;
  const quick = [[words.quick.tomorrow, addDays(dayIn(task.timeZone), 1)], [words.quick.dayAfter, addDays(dayIn(task.timeZone), 2)], [words.quick.week, addDays(dayIn(task.timeZone), 7)]] as const;
  const hint = toEndOn === null ? words.newDayHint.optional : task.can.move && move ? words.newDayHint.move : words.newDayHint.propose;
  return (
    <>
      <Field label={words.newDay} hint={hint} error={form.errors['toEndOn']}>
        {(control) => <input {...control} type="date" min={first} value={toEndOn ?? ''} onChange={(event) => form.set({ toEndOn: event.target.value || null })} />}
      </Field>
      <div className={css['quick']}>{quick.filter(([, day]) => day >= first).map(([name, day]) => <Button key={name} small onClick={() => form.set({ toEndOn: day })}>{name}</Button>)}</div>
      <Effect foresight={toEndOn === null || toEndOn < first ? undefined : foresee(toEndOn)} />
      {task.can.move && toEndOn !== null ? (
        <label className={css['option']}><input type="checkbox" checked={!move} onChange={(event) => form.set({ move: !event.target.checked })} />{words.onlyForesee}</label>
      ) : null}
    </>
  );
}

/** What was told becomes: a new date, a delay foreseen, or the reason of one that is there. */
function deedOf({ toEndOn, cause, reason, move }: DelayValues, isLate: boolean): DayDeed | undefined {
  if (cause === '') return undefined;
  return isLate && toEndOn === null ? { kind: 'explain', cause, reason } : { kind: 'postpone', toEndOn, cause, reason, move };
}

/** 推迟 / 预计延期 / 说明延期: a cause, what happened, and a new day where one is known. */
export function DelayForm({ task, foresee, onTold, onClose }: { readonly task: DelayedSubject; readonly foresee: Foresee; readonly onTold: (deed: DayDeed) => Promise<boolean>; readonly onClose: () => void }) {
  const words = useMessages(myDayMessages).delay;
  const { cancel } = useMessages(webMessages);
  const formats = useFormats();
  const toast = useToast();
  const isLate = delayStanding(task, dayIn(task.timeZone)) === 'late';
  const first = firstLaterDay(task.endOn, dayIn(task.timeZone));
  const form = useForm<DelayValues>({
    initial: { toEndOn: null, cause: '', reason: '', move: true },
    check: ({ cause, toEndOn }) => ({ cause: cause === '' ? words.causeNeeded : undefined, toEndOn: toEndOn !== null && toEndOn < first ? words.later(formats.day(addDays(first, -1))) : undefined }),
    submit: async (values) => {
      const deed = deedOf(values, isLate);
      if (!deed || !(await onTold(deed))) return;
      const day = formats.day(values.toEndOn);
      const said = deed.kind === 'explain' ? words.explained : values.toEndOn === null ? words.foreseen : task.can.move && values.move ? words.moved(day) : words.proposed(day);
      toast.show({ text: said });
      onClose();
    },
  });
  return (
    <Dialog
      open title={`${isLate ? words.title.explain : words.title.postpone} · ${task.title}`} onClose={onClose} dismissable={!form.dirty}
      footer={<><Button onClick={onClose}>{cancel}</Button><Button kind="primary" type="submit" form="delay-form" busy={form.busy}>{words.save}</Button></>}
    >
      <Form form={form} formId="delay-form">
        <CauseField form={form} />
        <TextAreaField label={words.reason} rows={2} maxLength={500} placeholder={words.reasonHint} {...form.field('reason')} />
        <NewDayField form={form} task={task} foresee={foresee} />
      </Form>
    </Dialog>
  );
}

export function NoteForm({ task, state, onClose }: FormProps) {
  const words = useMessages(myDayMessages);
  const { cancel } = useMessages(webMessages);
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const form = useForm({
    initial: { text: '' },
    check: ({ text }) => ({ text: text.trim() === '' ? words.note.needed : undefined }),
    submit: async ({ text }) => {
      setBusy(true);
      const kept = await state.act(task, { kind: 'note', text: text.trim() });
      setBusy(false);
      if (!kept) return;
      toast.show({ text: words.sheet.noteKept });
      onClose();
    },
  });
  return (
    <Dialog
      open title={`${words.note.title} · ${task.title}`} onClose={onClose} dismissable={!form.dirty}
      footer={<><Button onClick={onClose}>{cancel}</Button><Button kind="primary" type="submit" form="note-form" busy={busy}>{words.note.save}</Button></>}
    >
      <Form form={form} formId="note-form"><TextAreaField label={words.note.text} rows={4} maxLength={1_000} placeholder={words.note.hint} {...form.field('text')} /></Form>
    </Dialog>
  );
}
