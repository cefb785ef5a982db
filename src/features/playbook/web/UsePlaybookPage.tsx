import { useState } from 'react';
import { getMe, listDepartments, listPeople } from '#features/account/account.contract.ts';
import { addDays, dayIn } from '#platform/shared/calendar.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { useFormats, useMessages, useTimeZone } from '#platform/web/i18n.tsx';
import { useNavigate, useParam } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { together } from '#platform/web/together.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { Combobox } from '#platform/web/ui/Combobox.tsx';
import { SelectField, TextField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import type { FormState } from '#platform/web/ui/form.ts';
import { Page, Section } from '#platform/web/ui/Page.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { readAnswers } from '../playbook.answer.rules.ts';
import { readPlaybook, type Playbook } from '../playbook.contract.ts';
import { playbookWebMessages } from '../playbook.web.messages.ts';
import { PlaybookPreview } from './PlaybookPreview.tsx';
import { TargetFields, WordFields } from './AskedFields.tsx';
import { useNewFromPlaybook, type StartValues } from './useNewFromPlaybook.ts';
import css from './playbook.module.css';

const NAME_LIMIT = 100;

interface Part {
  readonly form: FormState<StartValues>;
  readonly playbook: Playbook;
}

/** The first day of the event, with the earliest that leaves time to prepare. */
function DayFields({ form, playbook }: Part) {
  const words = useMessages(playbookWebMessages).use;
  const formats = useFormats();
  const earliest = addDays(dayIn(useTimeZone()), playbook.content.period.leadDays);
  return (
    <>
      <div className={css['two']}>
        <TextField type="date" label={words.first} required {...form.field('eventFrom')} />
        <TextField inputMode="numeric" label={words.length} required autoComplete="off" {...form.field('length')} />
      </div>
      {form.values.eventFrom === '' ? (
        <p className={css['hint']}>{words.firstHint(formats.day(earliest))} <Button small kind="link" onClick={() => form.set({ eventFrom: earliest })}>{words.takeFirst(formats.day(earliest))}</Button></p>
      ) : null}
    </>
  );
}

function WhoFields({ form }: Pick<Part, 'form'>) {
  const words = useMessages(playbookWebMessages).use;
  const people = (useOperation(listPeople, {}).data?.people ?? []).filter(({ state }) => state === 'active');
  const departments = useOperation(listDepartments, {}).data?.departments ?? [];
  const choices = people.map(({ id, name, email, title, departmentName }) => ({ value: id, label: name, hint: [departmentName, title].filter(Boolean).join(' · '), keywords: email }));
  return (
    <div className={css['two']}>
      <Combobox label={words.lead} choices={choices} {...form.field('leadId')} />
      <SelectField label={words.department} placeholder={words.noDepartment} choices={departments.map(({ id, name }) => ({ value: id, label: name }))} {...form.field('departmentId')} />
    </div>
  );
}

function StartForm({ playbook: latest, me }: { readonly playbook: Playbook; readonly me: OutputOf<typeof getMe> }) {
  const { use: words } = useMessages(playbookWebMessages);
  const formats = useFormats();
  const navigate = useNavigate();
  // The one that was opened: what others change meanwhile is said at the end, and takes nothing that was typed.
  const [playbook] = useState(latest);
  const form = useNewFromPlaybook(playbook, me);
  const { content } = playbook;
  const answers = readAnswers(form.values, content.period);
  const hint = content.budget.totalCents > 0 ? { hint: words.totalHint(formats.amount(content.budget.totalCents)) } : {};
  return (
    <div className={css['use']}>
      <div><Section title={words.questions}>
        <Form form={form} submitLabel={words.submit} onCancel={() => navigate('/campaigns/new')}>
          <TextField autoFocus label={words.name} required maxLength={NAME_LIMIT} placeholder={words.namePlaceholder} autoComplete="off" {...form.field('name')} />
          <DayFields form={form} playbook={playbook} />
          <TextField label={words.total} required inputMode="decimal" autoComplete="off" {...hint} {...form.field('total')} />
          <TargetFields goals={content.goals} {...form.field('targets')} />
          <WordFields {...form.field('words')} />
          <WhoFields form={form} />
        </Form>
      </Section></div>
      <div><PlaybookPreview playbook={playbook} answers={answers} /></div>
    </div>
  );
}

/** One screen from a playbook to a campaign: what only the company knows at the left, what comes of it on the real calendar at the right. */
export function UsePlaybookPage() {
  const playbookKey = useParam('playbookKey');
  const { start: words } = useMessages(playbookWebMessages);
  const query = together({ me: useOperation(getMe, {}), playbook: useOperation(readPlaybook, { params: { playbookKey } }) });
  const title = query.data?.playbook.playbook.name ?? words.title;
  return (
    <Page wide title={title} crumbs={[{ label: words.campaigns, to: '/campaigns' }, { label: words.title, to: '/campaigns/new' }]} meta={[query.data?.playbook.playbook.summary]}>
      <Loaded query={query} lines={10}>
        {({ me, playbook }) => (me.can.createCampaign ? <StartForm key={playbook.playbook.key} playbook={playbook} me={me} /> : <Banner tone="warn">{words.refused}</Banner>)}
      </Loaded>
    </Page>
  );
}
