import { useId, useRef, useState } from 'react';
import { useMessages } from '../i18n.tsx';
import { webMessages } from '../web.messages.ts';
import { comboboxProps, onChoiceKey } from './choice-keys.ts';
import { findChoice, matchChoices } from './choice.rules.ts';
import type { Choice } from './choice.rules.ts';
import { Field } from './Field.tsx';
import type { FieldFrame } from './Field.tsx';
import type { FieldBinding } from './form.ts';
import { Popup } from './Popup.tsx';
import css from './Popup.module.css';

/** The list under a combobox; the grid's editor uses it too. The focus stays in the input. */
export function ChoiceList({ id, choices, active, selected, onPick }: { readonly id: string; readonly choices: readonly Choice[]; readonly active: number; readonly selected?: string; readonly onPick: (choice: Choice) => void }) {
  const words = useMessages(webMessages);
  return (
    <div role="listbox" id={id} aria-label={words.search}>
      {choices.map((choice, index) => (
        <div
          key={choice.value}
          id={`${id}-${index}`}
          role="option"
          aria-selected={choice.value === selected}
          data-active={index === active || undefined}
          className={css['option']}
          ref={index === active ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(choice)}
        >
          {choice.label}
          {choice.hint ? <small>{choice.hint}</small> : null}
        </div>
      ))}
      {choices.length === 0 ? <div className={css['none']}>{words.noMatch}</div> : null}
    </div>
  );
}

export type ComboboxProps = FieldFrame & FieldBinding<string> & {
  readonly choices: readonly Choice[];
  readonly placeholder?: string;
};

/** A long list that is searched by typing. The value is the choice's `value`, or empty. */
export function Combobox({ label, hint, required, error, disabled, name, value, onChange, choices, placeholder }: ComboboxProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState<string | undefined>();
  const [active, setActive] = useState(0);
  const current = choices.find((choice) => choice.value === value);
  const shown = matchChoices(choices, query ?? '');
  const open = query !== undefined;
  const pick = (choice: Choice) => {
    onChange(choice.value);
    setQuery(undefined);
  };
  const leave = () => {
    if (query === undefined) return;
    const exact = findChoice(choices, query);
    if (exact) onChange(exact.value);
    else if (query.trim() === '' && value !== '') onChange('');
    setQuery(undefined);
  };
  const keys = {
    open, count: shown.length, active,
    onOpen: () => setQuery(''),
    onMark: setActive,
    onPick: (index: number) => shown[index] && pick(shown[index]),
    onClose: () => setQuery(undefined),
  };
  return (
    <Field {...{ label, hint, required, error, disabled }}>
      {(control) => (
        <>
          <input
            {...control}
            ref={input}
            name={name}
            {...comboboxProps(id, open, shown.length > 0 ? active : -1)}
            placeholder={placeholder}
            value={query ?? current?.label ?? ''}
            onChange={(event) => {
              setQuery(event.target.value);
              setActive(0);
            }}
            onClick={() => setQuery((now) => now ?? '')}
            onFocus={(event) => event.target.select()}
            onBlur={leave}
            onKeyDown={(event) => onChoiceKey(event, keys)}
          />
          {open ? (
            <Popup anchor={input} matchWidth onDismiss={leave}>
              <ChoiceList id={id} choices={shown} active={active} selected={value} onPick={pick} />
            </Popup>
          ) : null}
        </>
      )}
    </Field>
  );
}
