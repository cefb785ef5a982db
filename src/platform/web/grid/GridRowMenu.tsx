import { Menu } from '../ui/Menu.tsx';
import type { MenuItem } from '../ui/Menu.tsx';
import type { GridCommands } from './useGridCommands.ts';
import type { GridModel } from './useGridModel.ts';
import css from './grid.module.css';

/** What can be done with a row, besides writing in it. */
export function rowActions(model: GridModel, commands: Pick<GridCommands, 'insertRow' | 'moveRow' | 'deleteRows'>, row: number, selectedRows: number): MenuItem[] {
  const { words } = model;
  const items: (MenuItem | false)[] = [
    model.canInsert && { key: 'above', label: words.insertAbove, icon: 'up', onSelect: () => commands.insertRow(row) },
    model.canInsert && { key: 'below', label: words.insertBelow, icon: 'down', onSelect: () => commands.insertRow(row + 1) },
    model.canMove && { key: 'up', label: words.moveUp, hint: 'Alt ↑', disabled: row === 0, rule: true, onSelect: () => commands.moveRow(row, row - 1) },
    model.canMove && { key: 'down', label: words.moveDown, hint: 'Alt ↓', disabled: row === model.rows.length - 1, onSelect: () => commands.moveRow(row, row + 1) },
    model.canDelete && { key: 'delete', label: words.deleteRows(selectedRows), icon: 'remove', danger: true, rule: true, onSelect: commands.deleteRows },
  ];
  return items.filter((item) => item !== false);
}

/** At the right end of the active row. */
export function GridRowMenu({ model, commands, row, top }: { readonly model: GridModel; readonly commands: GridCommands; readonly row: number; readonly top: number }) {
  const selected = Math.min(commands.area.bottom, model.rows.length - 1) - commands.area.top + 1;
  const items = rowActions(model, commands, row, selected);
  if (items.length === 0) return null;
  return (
    <div className={css['rowMenu']} style={{ top }}>
      <Menu label={model.words.rowMenu(row + 1)} icon="more" kind="quiet" small items={items} />
    </div>
  );
}
