import { Button } from '../ui/Button.tsx';
import { KeyHint } from '../ui/Marks.tsx';
import type { Area } from './selection.rules.ts';
import type { GridModel } from './useGridModel.ts';
import css from './grid.module.css';

/** New rows that are not complete: nothing is wrong yet, so it is said quietly. */
function Waiting({ model }: { readonly model: GridModel }) {
  const { words, changes } = model;
  return (
    <div className={`${css['unsaved']} ${css['incomplete']}`} role="status">
      <span>{[...new Set(changes.unsaved.map((one) => one.message))].join(' ')}</span>
      <Button small kind="quiet" onClick={changes.discard}>{words.discard}</Button>
    </div>
  );
}

/** What could not be saved, and the two ways out of it. */
export function Unsaved({ model }: { readonly model: GridModel }) {
  const { words, changes } = model;
  const failed = changes.unsaved.filter((one) => !one.waiting);
  const count = failed.reduce((sum, one) => sum + one.changes.length, 0);
  if (count === 0) return changes.unsaved.length === 0 ? null : <Waiting model={model} />;
  return (
    <div className={css['unsaved']} role="alert">
      <span>{words.unsaved(count)} · {[...new Set(failed.map((one) => one.message))].join(' ')}</span>
      <Button small kind="primary" onClick={changes.retry}>{words.retry}</Button>
      <Button small onClick={changes.discard}>{words.discard}</Button>
    </div>
  );
}

/** Below the grid: what is under way, what failed, and the keys while someone is in it. */
export function GridStatus({ model, area, isRange, focused, helpId }: { readonly model: GridModel; readonly area: Area; readonly isRange: boolean; readonly focused: boolean; readonly helpId: string }) {
  const { words, changes } = model;
  const said = changes.saving ? words.saving : !focused || !isRange ? '' : words.range(area.bottom - area.top + 1, area.right - area.left + 1);
  return (
    <>
      <Unsaved model={model} />
      <div className={css['status']}>
        <span aria-live="polite" className={css['said']} data-saving={changes.saving || undefined}>{said}</span>
        {focused && !model.readOnly ? (
          <span className={css['keys']} aria-hidden="true">
            <KeyHint keys={['F2']} /> {words.change} <KeyHint keys={['Ctrl', 'Z']} /> {words.undo} <KeyHint keys={['Ctrl', 'V']} /> {words.pasteExcel}
          </span>
        ) : null}
      </div>
      <p id={helpId} className="visually-hidden">{words.help}</p>
    </>
  );
}
