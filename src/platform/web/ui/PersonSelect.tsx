import { useId, useRef, useState } from 'react';
import { comboboxProps, onChoiceKey } from './choice-keys.ts';
import { findChoice, lastPart, matchChoices, withPart } from './choice.rules.ts';
import type { Choice } from './choice.rules.ts';
import { ChoiceList } from './Combobox.tsx';
import { Field } from './Field.tsx';
import type { FieldFrame } from './Field.tsx';
import type { FieldBinding } from './form.ts';
import { Popup } from './Popup.tsx';

/** An owner as T1 and T2 write it: a text such as `*专员` or `全员`, and the person behind it when one is known. */
export interface Owner {
  readonly text: string;
  readonly id: string | null;
}

export type PersonSelectProps = FieldFrame & FieldBinding<Owner> & {
  /** `value` is the user's id. */
  readonly people: readonly Choice[];
  readonly placeholder?: string;
  /** Several may stand in the text, parted by this: the list completes the last of them. */
  readonly several?: string | undefined;
};

/** Choose a person, or write a role freely. A name that is exactly one person's becomes that person. */
export function PersonSelect({ label, hint, required, error, disabled, name, value, onChange, people, placeholder, several }: PersonSelectProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const query = several ? lastPart(value.text) : value.text;
  const isComplete = findChoice(people, query) !== undefined;
  const shown = matchChoices(people, isComplete ? '' : query);
  const pick = (choice: Choice) => {
    onChange(several ? { text: withPart(value.text, choice.label, several, !isComplete), id: null } : { text: choice.label, id: choice.value });
    setOpen(false);
  };
  const type = (text: string) => {
    onChange({ text, id: findChoice(people, text)?.value ?? null });
    setActive(-1);
    setOpen(true);
  };
  const keys = {
    open, count: shown.length, active,
    onOpen: () => setOpen(true),
    onMark: setActive,
    onPick: (index: number) => shown[index] && pick(shown[index]),
    onClose: () => setOpen(false),
  };
  return (
    <Field {...{ label, hint, required, error, disabled }}>
      {(control) => (
        <>
          <input
            {...control}
            ref={input}
            name={name}
            {...comboboxProps(id, open && shown.length > 0, active)}
            placeholder={placeholder}
            value={value.text}
            onChange={(event) => type(event.target.value)}
            onClick={() => setOpen(true)}
            onBlur={() => setOpen(false)}
            onKeyDown={(event) => onChoiceKey(event, keys)}
          />
          {open && shown.length > 0 ? (
            <Popup anchor={input} matchWidth onDismiss={() => setOpen(false)}>
              <ChoiceList id={id} choices={shown} active={active} selected={value.id ?? ''} onPick={pick} />
            </Popup>
          ) : null}
        </>
      )}
    </Field>
  );
}
