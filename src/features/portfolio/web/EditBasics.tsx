import { useState } from 'react';
import { listDepartments } from '#features/account/account.contract.ts';
import { listScenarios, updateCampaign, type Campaign } from '#features/campaign/campaign.contract.ts';
import { useLocale, useMessages } from '#platform/web/i18n.tsx';
import { useAction, useOperation } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Combobox } from '#platform/web/ui/Combobox.tsx';
import { PeriodField, type Period } from '#platform/web/ui/DayField.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { SelectField, TextAreaField, TextField } from '#platform/web/ui/Field.tsx';
import { FieldRow, Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { webMessages } from '#platform/web/web.messages.ts';
import { dDayMessages } from '../portfolio.dday.web.messages.ts';
import { overviewMessages } from '../portfolio.overview.messages.ts';
import { DDayEffect } from './DDayEffect.tsx';
import { useDDayPreview, useDDayShift } from './useDDay.ts';

const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }));

function useEditForm(campaign: Campaign) {
  const words = useMessages(overviewMessages).edit;
  const update = useAction(updateCampaign);
  return useForm({
    initial: {
      name: campaign.name, scenario: campaign.scenario, theme: campaign.theme, audience: campaign.audience, departmentId: campaign.departmentId ?? '', timeZone: campaign.timeZone,
      endsOn: { startOn: campaign.startsOn, endOn: campaign.endsOn } as Period,
      eventTo: { startOn: campaign.eventFrom, endOn: campaign.eventTo } as Period,
    },
    check: (values) => ({
      name: values.name.trim() ? undefined : words.nameMissing,
      endsOn: values.endsOn.startOn && values.endsOn.endOn ? undefined : words.periodMissing,
    }),
    problemFields: { 'campaign.event_outside': 'eventTo', 'campaign.scenario_unknown': 'scenario' },
    submit: ({ endsOn, eventTo, departmentId, ...rest }) =>
      update.mutateAsync({
        params: { campaignId: campaign.id },
        body: {
          ...rest, departmentId: departmentId || null, startsOn: endsOn.startOn ?? campaign.startsOn, endsOn: endsOn.endOn ?? campaign.endsOn,
          eventFrom: eventTo.startOn ?? eventTo.endOn, eventTo: eventTo.endOn ?? eventTo.startOn,
        },
      }),
  });
}

/** The days of the form, what they would do to the tasks, and whether the others are shifted as well. */
function useDays(campaign: Campaign, form: ReturnType<typeof useEditForm>) {
  const words = useMessages(dDayMessages);
  const toast = useToast();
  const [shifts, setShifts] = useState(false);
  const { data, waits } = useDDayPreview(campaign, form.values.endsOn, form.values.eventTo);
  const { shift, undo } = useDDayShift(campaign);
  /** After the basics are saved: the tasks that were asked for, and one way back for all of it. False when no task was touched. */
  const finish = async (): Promise<boolean> => {
    const shifted = shifts ? (data?.shift ?? []) : [];
    const count = (data?.following.length ?? 0) + shifted.length;
    if (count === 0) return false;
    const kept = await shift(shifted);
    toast.show({ text: kept > 0 ? `${words.saved(count - kept)}${words.join}${words.kept(kept)}` : words.saved(count), undo: () => undo(shifted) });
    return true;
  };
  return { preview: data, waits, shifts, setShifts, finish };
}

/** The basics of a draft: what it is called, for whom, when. The lead is named on the team's page. */
export function EditBasics({ campaign, onClose }: { readonly campaign: Campaign; readonly onClose: () => void }) {
  const words = useMessages(overviewMessages).edit;
  const { cancel, save } = useMessages(webMessages);
  const locale = useLocale();
  const toast = useToast();
  const form = useEditForm(campaign);
  const scenarios = useOperation(listScenarios, {}).data?.scenarios ?? [];
  const departments = useOperation(listDepartments, {}).data?.departments ?? [];
  const { preview, waits, shifts, setShifts, finish } = useDays(campaign, form);
  const done = () => {
    onClose();
    finish().then((told) => told || toast.show({ text: words.saved }), toast.showError);
  };
  return (
    <Dialog open title={words.title} onClose={onClose} dismissable={!form.dirty} footer={<><Button onClick={onClose}>{cancel}</Button><Button type="submit" form="edit-basics" kind="primary" busy={form.busy || waits}>{save}</Button></>}>
      <Form form={form} formId="edit-basics" onDone={done}>
        <TextField label={words.name} required maxLength={100} {...form.field('name')} />
        <FieldRow>
          <SelectField label={words.scenario} choices={scenarios.map((one) => ({ value: one.key, label: locale === 'en' ? one.nameEn : one.nameZh }))} {...form.field('scenario')} />
          <SelectField label={words.department} placeholder={words.noDepartment} choices={departments.map((one) => ({ value: one.id, label: one.name }))} {...form.field('departmentId')} />
        </FieldRow>
        <TextField label={words.theme} hint={words.themeHint} maxLength={200} {...form.field('theme')} />
        <TextAreaField label={words.audience} rows={2} maxLength={500} {...form.field('audience')} />
        <FieldRow>
          <PeriodField label={words.period} required {...form.field('endsOn')} />
          <PeriodField label={words.event} hint={words.eventHint} {...form.field('eventTo')} />
        </FieldRow>
        {preview ? <DDayEffect preview={preview} shifts={shifts} onShifts={setShifts} /> : null}
        <Combobox label={words.timeZone} choices={zones} {...form.field('timeZone')} />
      </Form>
    </Dialog>
  );
}
