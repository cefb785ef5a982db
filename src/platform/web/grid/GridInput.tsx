import { useId } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { ChoiceList } from '../ui/Combobox.tsx';
import { Popup } from '../ui/Popup.tsx';
import type { Box } from './geometry.ts';
import { commandOf } from './keys.rules.ts';
import type { Place } from './selection.rules.ts';
import type { GridCommands } from './useGridCommands.ts';
import type { GridEditor } from './useGridEditor.ts';
import type { GridModel } from './useGridModel.ts';
import type { useGridClipboard } from './useGridClipboard.ts';
import css from './grid.module.css';

export interface GridInputProps {
  readonly model: GridModel;
  readonly editor: GridEditor;
  readonly commands: GridCommands;
  readonly clipboard: ReturnType<typeof useGridClipboard>;
  readonly active: Place;
  readonly box: Box;
  readonly input: RefObject<HTMLTextAreaElement | null>;
  readonly onFocusChange: (focused: boolean) => void;
  readonly helpId: string;
}

function onKey(event: KeyboardEvent<HTMLTextAreaElement>, { editor, commands }: GridInputProps): void {
  // oxlint-disable-next-line typescript/no-deprecated -- Safari ends a composition before its last key: only the code 229 tells that it belonged to it
  if (event.nativeEvent.isComposing || event.keyCode === 229) return;
  const command = commandOf({ key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey }, editor.mode);
  if (command?.kind === 'newLine') {
    event.preventDefault();
    event.currentTarget.setRangeText('\n', event.currentTarget.selectionStart, event.currentTarget.selectionEnd, 'end');
    editor.type(event.currentTarget.value);
    return;
  }
  const onList = editor.mode === 'edit' && editor.choices.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp');
  if (onList) editor.mark(event.key === 'ArrowUp' ? -1 : 1);
  if (!onList && !(command && commands.run(command))) return;
  event.preventDefault();
  event.stopPropagation();
}

/**
 * The one text field of the grid. It lies on the active cell and holds the focus all the time, unseen until something
 * is typed: so the first key of a Chinese input method starts its composition here and no letter is lost.
 */
export function GridInput(props: GridInputProps) {
  const { model, editor, clipboard, active, box, input, onFocusChange, helpId } = props;
  const listId = useId();
  const { editing } = editor;
  const column = model.columns[active.col];
  const open = editing !== undefined && editor.choices.length > 0;
  const isFigure = column?.kind === 'money' || column?.kind === 'number';

  return (
    <>
      <textarea
        ref={input}
        className={`${css['input']} ${editing ? css['editing'] : ''} ${isFigure ? css['end'] : ''}`}
        style={{ left: box.left, top: box.top, minWidth: box.width, height: editing ? undefined : box.height, width: editing ? undefined : box.width }}
        rows={1}
        value={editing?.text ?? ''}
        readOnly={model.readOnly}
        spellCheck={false}
        autoComplete="off"
        aria-label={model.words.cell(column?.title ?? '', active.row + 1, model.textAt(active.row, active.col))}
        aria-describedby={helpId}
        {...(open ? { role: 'combobox', 'aria-expanded': true, 'aria-controls': listId, 'aria-autocomplete': 'list', ...(editing.option >= 0 ? { 'aria-activedescendant': `${listId}-${editing.option}` } : {}) } : {})}
        onChange={(event) => {
          if (!editing) editor.begin(active, '');
          editor.type(event.target.value);
        }}
        onCompositionStart={() => {
          if (!editing) editor.begin(active, '');
        }}
        onKeyDown={(event) => onKey(event, props)}
        onCopy={clipboard.onCopy}
        onCut={clipboard.onCut}
        onPaste={clipboard.onPaste}
        onFocus={() => onFocusChange(true)}
        onBlur={() => {
          editor.commit();
          onFocusChange(false);
        }}
      />
      {open ? (
        <Popup anchor={input} matchWidth onDismiss={() => editor.commit()}>
          <ChoiceList id={listId} choices={editor.choices} active={editing.option} onPick={(choice) => editor.commit(choice)} />
        </Popup>
      ) : null}
    </>
  );
}
