import { useMessages } from '#platform/web/i18n.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { Switch } from '#platform/web/ui/Tabs.tsx';
import { ganttMessages } from '../../views/schedule.gantt.web.messages.ts';
import { ZOOMS, type Zoom } from '../../views/schedule.gantt.rules.ts';
import css from './gantt.module.css';

export interface GanttToolbarProps {
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onFit: () => void;
  readonly onToday: () => void;
  readonly showCritical: boolean;
  readonly onCritical: (show: boolean) => void;
  /** Undefined while there is no baseline. */
  readonly showBaseline: boolean | undefined;
  readonly onBaseline: (show: boolean) => void;
}

export function GanttToolbar({ zoom, onZoom, onFit, onToday, showCritical, onCritical, showBaseline, onBaseline }: GanttToolbarProps) {
  const words = useMessages(ganttMessages);
  return (
    <div className={css['toolbar']}>
      <Switch label={words.zoom} items={ZOOMS.map((key) => ({ key, label: words.zooms[key] }))} value={zoom} onChange={onZoom} />
      <Button small onClick={onFit}>{words.fit}</Button>
      <Button small onClick={onToday}>{words.today}</Button>
      <span className={css['checks']}>
        <label><input type="checkbox" checked={showCritical} onChange={(event) => onCritical(event.target.checked)} />{words.critical}</label>
        {showBaseline === undefined ? null : <label><input type="checkbox" checked={showBaseline} onChange={(event) => onBaseline(event.target.checked)} />{words.baseline}</label>}
      </span>
    </div>
  );
}
