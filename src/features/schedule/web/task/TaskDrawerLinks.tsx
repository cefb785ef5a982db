import { useMessages } from '#platform/web/i18n.tsx';
import { IconButton } from '#platform/web/ui/Button.tsx';
import { Combobox } from '#platform/web/ui/Combobox.tsx';
import { LINK_TYPES, type Task, type TaskLink } from '../../schedule.contract.ts';
import { drawerMessages } from '../../views/schedule.drawer.web.messages.ts';
import { ganttMessages } from '../../views/schedule.gantt.web.messages.ts';
import { useDesk } from '../desk.ts';
import type { DraftProps } from './TaskDrawerFields.tsx';
import css from './task-drawer.module.css';

const LONGEST_LAG = 365;

function LinkLine({ link, title, locked, onChange, onRemove }: { readonly link: TaskLink; readonly title: string; readonly locked: boolean; readonly onChange: (link: TaskLink) => void; readonly onRemove: () => void }) {
  const words = useMessages(drawerMessages);
  const { types } = useMessages(ganttMessages).link;
  const named = (label: string): string => `${label} “${title}”`;
  const lag = (text: string) => {
    const days = Number(text);
    if (Number.isInteger(days) && Math.abs(days) <= LONGEST_LAG) onChange({ ...link, lagDays: days });
  };
  return (
    <li className={css['link']}>
      <b>{title}</b>
      <select aria-label={named(words.link.type)} disabled={locked} value={link.type} onChange={(event) => onChange({ ...link, type: event.target.value as TaskLink['type'] })}>
        {LINK_TYPES.map((type) => <option key={type} value={type}>{types[type]}</option>)}
      </select>
      <input type="number" aria-label={named(words.link.lag)} min={-LONGEST_LAG} max={LONGEST_LAG} disabled={locked} value={link.lagDays} onChange={(event) => lag(event.target.value)} />
      <select aria-label={named(words.link.unit)} disabled={locked} value={link.lagUnit} onChange={(event) => onChange({ ...link, lagUnit: event.target.value as TaskLink['lagUnit'] })}>
        {(['day', 'workday'] as const).map((unit) => <option key={unit} value={unit}>{words.units[unit]}</option>)}
      </select>
      {locked ? null : <IconButton small icon="remove" label={words.link.remove(title)} onClick={onRemove} />}
    </li>
  );
}

/** What the task waits for, how, and how long after. */
export function TaskLinks({ draft, set, locked, task }: DraftProps & { readonly task: Task }) {
  const words = useMessages(drawerMessages);
  const { tasks } = useDesk();
  const titles = new Map(tasks.map(({ id, title }) => [id, title]));
  const taken = new Set(draft.links.map((link) => link.predecessorId));
  const choices = tasks.flatMap(({ id, title, ownerText }, index) => (id === task.id || taken.has(id) ? [] : [{ value: id, label: title, hint: `${index + 1}${ownerText ? ` · ${ownerText}` : ''}` }]));
  const replace = (link: TaskLink) => set({ links: draft.links.map((one) => (one.predecessorId === link.predecessorId ? link : one)) });
  return (
    <fieldset className={css['group']}>
      <legend>{words.groups.waits}</legend>
      {draft.links.length === 0 ? <p className={css['none']}>{words.link.none}</p> : (
        <ul className={css['links']}>
          {draft.links.map((link) => <LinkLine key={link.predecessorId} link={link} title={titles.get(link.predecessorId) ?? ''} locked={locked} onChange={replace} onRemove={() => set({ links: draft.links.filter((one) => one !== link) })} />)}
        </ul>
      )}
      {locked ? null : <Combobox key={draft.links.length} label={words.link.add} name="addLink" placeholder={words.link.choose} choices={choices} value="" error={undefined} onChange={(predecessorId) => (predecessorId ? set({ links: [...draft.links, { predecessorId, type: 'FS', lagDays: 0, lagUnit: 'day' }] }) : undefined)} />}
    </fieldset>
  );
}
