import { getMe, listDepartments, listPeople } from '#features/account/account.contract.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useNavigate, useSearch } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import type { Choice } from '#platform/web/ui/choice.rules.ts';
import { Combobox } from '#platform/web/ui/Combobox.tsx';
import { PeriodField } from '#platform/web/ui/DayField.tsx';
import { SelectField, TextAreaField, TextField } from '#platform/web/ui/Field.tsx';
import { FieldRow, Form } from '#platform/web/ui/Form.tsx';
import type { FieldBinding } from '#platform/web/ui/form.ts';
import { Page, Section } from '#platform/web/ui/Page.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { campaignWebMessages } from '../campaign.web.messages.ts';
import css from './campaigns.module.css';
import { PeriodNote } from './PeriodNote.tsx';
import { useNewCampaign } from './useNewCampaign.ts';
import type { NewCampaignStart } from './useNewCampaign.ts';
import { useScenarios } from './useScenarios.ts';

const NAME_LIMIT = 100;
const THEME_LIMIT = 200;
const AUDIENCE_LIMIT = 500;

/** Two ways to begin. */
function Start({ name, value, onChange }: FieldBinding<NewCampaignStart>) {
  const words = useMessages(campaignWebMessages).form;
  const ways: readonly { readonly key: NewCampaignStart; readonly label: string; readonly hint: string }[] = [
    { key: 'blank', label: words.blank, hint: words.blankHint },
    { key: 'document', label: words.fromDocument, hint: words.fromDocumentHint },
  ];
  return (
    <fieldset className={css['ways']}>
      <legend>{words.how}</legend>
      {ways.map(({ key, label, hint }) => (
        <label key={key} className={css['way']}>
          <input type="radio" name={name} value={key} checked={value === key} onChange={() => onChange(key)} />
          <b>{label}</b>
          <small>{hint}</small>
        </label>
      ))}
    </fieldset>
  );
}

/** Everyone who can lead: active people, found by name, department, title or address. */
function usePeopleChoices(): readonly Choice[] {
  const people = useOperation(listPeople, {}).data?.people ?? [];
  return people.filter(({ state }) => state === 'active').map(({ id, name, email, title, departmentName }) => ({ value: id, label: name, hint: [departmentName, title].filter(Boolean).join(' · '), keywords: email }));
}

function NewCampaignForm({ me }: { readonly me: OutputOf<typeof getMe> }) {
  const words = useMessages(campaignWebMessages).form;
  const navigate = useNavigate();
  const scenarios = useScenarios();
  const people = usePeopleChoices();
  const departments = useOperation(listDepartments, {}).data?.departments ?? [];
  const [search] = useSearch();
  const form = useNewCampaign(me, search['start'] === 'document' ? 'document' : 'blank');
  return (
    <Form form={form} submitLabel={form.values.start === 'document' ? words.submitImport : words.submit} onCancel={() => navigate('/campaigns')}>
      <Start {...form.field('start')} />
      <TextField label={words.name} required maxLength={NAME_LIMIT} placeholder={words.namePlaceholder} autoComplete="off" {...form.field('name')} />
      <FieldRow>
        <SelectField label={words.scenario} required placeholder={words.scenarioPlaceholder} choices={scenarios.choices} {...form.field('scenario')} />
        <Combobox label={words.leadPerson} hint={words.leadHint} choices={people} {...form.field('leadId')} />
      </FieldRow>
      <FieldRow>
        <PeriodField label={words.period} required hint={words.periodHint} {...form.field('endsOn')} />
        <PeriodField label={words.event} hint={words.eventHint} {...form.field('event')} />
      </FieldRow>
      <PeriodNote period={form.values.endsOn} />
      <FieldRow>
        <TextField label={words.theme} maxLength={THEME_LIMIT} placeholder={words.themePlaceholder} autoComplete="off" {...form.field('theme')} />
        <SelectField label={words.department} hint={words.departmentHint} placeholder={words.noDepartment} choices={departments.map(({ id, name }) => ({ value: id, label: name }))} {...form.field('departmentId')} />
      </FieldRow>
      <TextAreaField label={words.audience} maxLength={AUDIENCE_LIMIT} placeholder={words.audiencePlaceholder} {...form.field('audience')} />
    </Form>
  );
}

/** A campaign from nothing, or as the first step of an import. */
export function NewCampaignPage() {
  const words = useMessages(campaignWebMessages);
  const me = useOperation(getMe, {});
  return (
    <Page title={words.form.title} crumbs={[{ label: words.title, to: '/campaigns' }]} meta={[words.form.lead]}>
      <div className={css['form']}>
        <Section>
          <Loaded query={me} lines={8}>{(person) => (person.can.createCampaign ? <NewCampaignForm me={person} /> : <Banner tone="warn">{words.form.refused}</Banner>)}</Loaded>
        </Section>
      </div>
    </Page>
  );
}
