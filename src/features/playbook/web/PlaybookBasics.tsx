import { useMessages } from '#platform/web/i18n.tsx';
import { SelectField, TextAreaField, TextField } from '#platform/web/ui/Field.tsx';
import { FieldRow } from '#platform/web/ui/Form.tsx';
import { yuanToCents } from '#platform/shared/money.ts';
import { useState } from 'react';
import type { PlaybookFile } from '../playbook.file.contract.ts';
import { playbookEditMessages } from '../playbook.edit.web.messages.ts';
import type { PlaybookDraft } from './usePlaybookDraft.ts';
import { useScenarioChoices } from './useScenarioChoices.ts';
import css from './playbook.module.css';

type TextKey = 'name' | 'summary' | 'theme' | 'audience';
const LIMITS: Readonly<Record<TextKey, number>> = { name: 60, summary: 500, theme: 200, audience: 500 };
const LONGEST = { leadDays: 365, eventDays: 366, tailDays: 365 } as const;

/** Days as they are typed; only a whole number in range reaches the playbook. */
function DaysField({ label, name, draft, disabled }: { readonly label: string; readonly name: keyof PlaybookFile['period']; readonly draft: PlaybookDraft; readonly disabled: boolean }) {
  const { period } = draft.content;
  const [typed, setTyped] = useState(String(period[name]));
  const change = (text: string) => {
    setTyped(text);
    const days = Number(text);
    if (text.trim() !== '' && Number.isInteger(days) && days >= (name === 'eventDays' ? 1 : 0) && days <= LONGEST[name]) draft.set({ period: { ...period, [name]: days } });
  };
  return <TextField label={label} name={name} inputMode="numeric" autoComplete="off" disabled={disabled} error={undefined} value={typed} onChange={change} />;
}

function TotalField({ label, draft, disabled }: { readonly label: string; readonly draft: PlaybookDraft; readonly disabled: boolean }) {
  const { budget } = draft.content;
  const [typed, setTyped] = useState(String(budget.totalCents / 100));
  const change = (text: string) => {
    setTyped(text);
    const totalCents = yuanToCents(text);
    if (totalCents !== undefined && totalCents >= 0) draft.set({ budget: { ...budget, totalCents } });
  };
  return <TextField label={label} name="total" inputMode="decimal" autoComplete="off" disabled={disabled} error={undefined} value={typed} onChange={change} />;
}

/** What the playbook is called, what it is for, and how long its campaigns are. */
export function PlaybookBasics({ draft, canEdit }: { readonly draft: PlaybookDraft; readonly canEdit: boolean }) {
  const words = useMessages(playbookEditMessages).edit;
  const scenarios = useScenarioChoices();
  const bind = (name: TextKey) => ({ name, value: draft.content[name], maxLength: LIMITS[name], disabled: !canEdit, error: undefined, onChange: (value: string) => draft.set({ [name]: value }) });
  return (
    <div className={css['basics']}>
      <FieldRow>
        <TextField label={words.name} required {...bind('name')} />
        <SelectField label={words.scenario} name="scenario" choices={scenarios} disabled={!canEdit} error={undefined} value={draft.content.scenario} onChange={(scenario) => draft.set({ scenario })} />
      </FieldRow>
      <TextAreaField label={words.summary} rows={2} {...bind('summary')} />
      <FieldRow>
        <DaysField label={words.lead} name="leadDays" draft={draft} disabled={!canEdit} />
        <DaysField label={words.event} name="eventDays" draft={draft} disabled={!canEdit} />
      </FieldRow>
      <FieldRow>
        <DaysField label={words.tail} name="tailDays" draft={draft} disabled={!canEdit} />
        <TotalField label={words.total} draft={draft} disabled={!canEdit} />
      </FieldRow>
      <TextField label={words.theme} {...bind('theme')} />
      <TextAreaField label={words.audience} rows={2} {...bind('audience')} />
      {canEdit ? <p className={css['hint']}>{words.placeholderHint}</p> : null}
    </div>
  );
}
