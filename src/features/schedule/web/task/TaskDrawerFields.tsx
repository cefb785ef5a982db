import { useMessages } from '#platform/web/i18n.tsx';
import { Field, SelectField, TextAreaField, TextField } from '#platform/web/ui/Field.tsx';
import { PersonSelect } from '#platform/web/ui/PersonSelect.tsx';
import type { Day } from '#platform/shared/calendar.ts';
import type { Task } from '../../schedule.contract.ts';
import { parentChoices, type TaskDraft } from '../../views/schedule.drawer.rules.ts';
import { drawerMessages } from '../../views/schedule.drawer.web.messages.ts';
import { scheduleMessages } from '../../schedule.messages.ts';
import { PHASES, TASK_STATES, type Phase, type TaskState } from '../../schedule.rules.ts';
import { useDesk } from '../desk.ts';
import { useOwners } from '../useOwners.ts';
import css from './task-drawer.module.css';

export interface DraftProps {
  readonly draft: TaskDraft;
  readonly set: (patch: Partial<TaskDraft>) => void;
  /** Who may not plan only reads, but for state and note. */
  readonly locked: boolean;
}

/** A day of the calendar, by the browser's own picker: one day needs no more. */
export function OneDay({ label, value, onChange, disabled }: { readonly label: string; readonly value: Day | null; readonly onChange: (day: Day | null) => void; readonly disabled: boolean }) {
  return <Field label={label} disabled={disabled}>{(control) => <input {...control} type="date" value={value ?? ''} onChange={(event) => onChange(event.target.value || null)} />}</Field>;
}

export function Check({ label, checked, disabled, onChange }: { readonly label: string; readonly checked: boolean; readonly disabled: boolean; readonly onChange: (checked: boolean) => void }) {
  return <label className={css['check']}><input type="checkbox" checked={checked} disabled={disabled} onChange={(event) => onChange(event.target.checked)} />{label}</label>;
}

/** What is to be done, by whom, and how far it is. */
export function TaskWhat({ draft, set, locked, canWork }: DraftProps & { readonly canWork: boolean }) {
  const { fields, hints } = useMessages(drawerMessages);
  const { states, phases } = useMessages(scheduleMessages);
  const people = useOwners(useDesk().campaign.id);
  return (
    <div className={css['group']}>
      <TextField label={fields.title} name="title" required maxLength={300} disabled={locked} value={draft.title} error={undefined} onChange={(title) => set({ title })} />
      <div className={css['pair']}>
        <SelectField label={fields.state} name="state" disabled={!canWork} value={draft.state} error={undefined} choices={TASK_STATES.map((value) => ({ value, label: states[value] }))} onChange={(state) => set({ state: state as TaskState })} />
        <PersonSelect label={fields.owner} hint={hints.owner} name="ownerText" disabled={locked} people={people} value={{ text: draft.ownerText, id: null }} error={undefined} onChange={({ text }) => set({ ownerText: text })} />
      </div>
      <SelectField label={fields.phase} name="phase" disabled={locked} value={draft.phase} error={undefined} choices={PHASES.map((value) => ({ value, label: phases[value] }))} onChange={(phase) => set({ phase: phase as Phase })} />
    </div>
  );
}

/** What it belongs to, what it needs, what it brings, and what else there is to say. */
export function TaskNeeds({ draft, set, locked, task, canWork }: DraftProps & { readonly task: Task; readonly canWork: boolean }) {
  const words = useMessages(drawerMessages);
  const { tasks } = useDesk();
  const { fields } = words;
  return (
    <fieldset className={css['group']}>
      <legend>{words.groups.needs}</legend>
      <SelectField label={fields.parent} name="parentId" disabled={locked} placeholder={words.noParent} value={draft.parentId ?? ''} error={undefined} choices={parentChoices(tasks, task.id).map(({ id, title }) => ({ value: id, label: title }))} onChange={(id) => set({ parentId: id || null })} />
      <TextField label={fields.resources} hint={words.hints.resources} name="resourceText" maxLength={200} disabled={locked} value={draft.resourceText} error={undefined} onChange={(resourceText) => set({ resourceText })} />
      <TextField label={fields.deliverable} name="deliverable" maxLength={200} disabled={locked} value={draft.deliverable} error={undefined} onChange={(deliverable) => set({ deliverable })} />
      <TextAreaField label={fields.note} name="note" maxLength={500} disabled={!canWork} value={draft.note} error={undefined} onChange={(note) => set({ note })} />
    </fieldset>
  );
}
