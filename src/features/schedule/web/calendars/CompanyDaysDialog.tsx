import { useId } from 'react';
import { daysBetween, weekday } from '#platform/shared/calendar.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { PeriodField, type Period } from '#platform/web/ui/DayField.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { Field, TextField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { Switch } from '#platform/web/ui/Tabs.tsx';
import type { CompanyDay } from '../../calendars/schedule.company.contract.ts';
import { daysFrom } from '../../calendars/schedule.company.rules.ts';
import { companyCalendarMessages } from '../../calendars/schedule.company.web.messages.ts';
import { useSetDays } from '../useSetDays.ts';

const VERBS = ['rests', 'works', 'clear'] as const;
type Verb = (typeof VERBS)[number];
const MOST_DAYS = 366;

interface Values {
  readonly period: Period;
  readonly verb: Verb;
  readonly name: string;
  readonly weekends: boolean;
}

const isWeekend = (day: string): boolean => weekday(day) === 0 || weekday(day) === 6;

/** Marks a day or a run of days as free or working, or leaves them to the national calendar. */
export function CompanyDaysDialog({ days, period, onClose }: { readonly days: readonly CompanyDay[]; readonly period: Period; readonly onClose: () => void }) {
  const words = useMessages(companyCalendarMessages).form;
  const formId = useId();
  const set = useSetDays();
  const own = new Map(days.map((one) => [one.day, one]));
  const first = period.startOn ? own.get(period.startOn) : undefined;
  const form = useForm<Values>({
    initial: { period, verb: first?.works ? 'works' : 'rests', name: first?.name ?? '', weekends: false },
    check: ({ period: { startOn, endOn } }) => ({
      period: !startOn || !endOn ? words.days : endOn < startOn ? words.reversed : daysBetween(startOn, endOn) >= MOST_DAYS ? words.tooLong : undefined,
    }),
    submit: async ({ period: { startOn, endOn }, verb, name, weekends }) => {
      if (!startOn || !endOn) return;
      const to = verb === 'clear' ? null : { works: verb === 'works', name: name.trim() };
      const chosen = daysFrom(startOn, endOn).filter((day) => !(weekends && verb === 'rests' && isWeekend(day)));
      const changes = chosen.map((day) => {
        const stored = own.get(day);
        return { day, from: stored ? { works: stored.works, name: stored.name } : null, to };
      });
      if (changes.length > 0) await set(changes, { from: startOn, to: endOn }, verb);
    },
  });
  const { startOn, endOn } = form.values.period;
  const spansWeekend = startOn !== null && endOn !== null && endOn >= startOn && daysBetween(startOn, endOn) < MOST_DAYS && daysFrom(startOn, endOn).some(isWeekend);
  const weekends = form.field('weekends');
  const verb = form.field('verb');
  return (
    <Dialog open title={words.title} onClose={onClose} dismissable={!form.dirty} footer={<><Button onClick={onClose}>{words.cancel}</Button><Button type="submit" form={formId} kind="primary" busy={form.busy}>{words.save}</Button></>}>
      <Form form={form} formId={formId} onDone={onClose}>
        <PeriodField label={words.period} required {...form.field('period')} />
        <Field label={words.state}>{() => <Switch label={words.state} value={verb.value} onChange={verb.onChange} items={VERBS.map((key) => ({ key, label: words[key] }))} />}</Field>
        {form.values.verb === 'clear' ? null : <TextField label={words.name} hint={words.nameHint} maxLength={60} {...form.field('name')} />}
        {form.values.verb === 'rests' && spansWeekend ? <label><input type="checkbox" checked={weekends.value} onChange={(event) => weekends.onChange(event.target.checked)} /> {words.weekends}</label> : null}
      </Form>
    </Dialog>
  );
}
