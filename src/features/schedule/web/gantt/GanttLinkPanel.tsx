import { useState } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { Button, IconButton } from '#platform/web/ui/Button.tsx';
import { LINK_TYPES, type Task, type TaskLink } from '../../schedule.contract.ts';
import { ganttMessages } from '../../views/schedule.gantt.web.messages.ts';
import css from './gantt.module.css';

export interface GanttLinkPanelProps {
  readonly from: Task;
  readonly to: Task;
  readonly link: TaskLink;
  readonly readOnly: boolean;
  readonly onChange: (link: TaskLink | null) => void;
  readonly onClose: () => void;
}

/** The link that was pressed: its type and lag, and a way to delete it. */
export function GanttLinkPanel({ from, to, link, readOnly, onChange, onClose }: GanttLinkPanelProps) {
  const words = useMessages(ganttMessages).link;
  const [lag, setLag] = useState(String(link.lagDays));
  const settle = () => {
    const days = Number(lag);
    if (Number.isInteger(days) && Math.abs(days) <= 365 && days !== link.lagDays) onChange({ ...link, lagDays: days });
    else setLag(String(link.lagDays));
  };
  return (
    <div className={css['panel']} role="group" aria-label={words.panel}>
      <b className={css['panelTitle']}>{from.title} → {to.title}</b>
      <select aria-label={words.type} disabled={readOnly} value={link.type} onChange={(event) => onChange({ ...link, type: event.target.value as TaskLink['type'] })}>
        {LINK_TYPES.map((type) => <option key={type} value={type}>{words.types[type]}</option>)}
      </select>
      <label>{words.lag}<input type="number" min={-365} max={365} disabled={readOnly} value={lag} onChange={(event) => setLag(event.target.value)} onBlur={settle} onKeyDown={(event) => (event.key === 'Enter' ? settle() : undefined)} /></label>
      <select aria-label={words.unit} disabled={readOnly} value={link.lagUnit} onChange={(event) => onChange({ ...link, lagUnit: event.target.value as TaskLink['lagUnit'] })}>
        {(['day', 'workday'] as const).map((unit) => <option key={unit} value={unit}>{words.units[unit]}</option>)}
      </select>
      {readOnly ? null : <Button small icon="remove" onClick={() => onChange(null)}>{words.remove}</Button>}
      <IconButton small icon="close" label={words.close} onClick={onClose} />
    </div>
  );
}
