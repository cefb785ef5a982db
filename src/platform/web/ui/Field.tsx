import { useId } from 'react';
import type { ComponentProps, KeyboardEvent, ReactNode } from 'react';
import { useMessages } from '../i18n.tsx';
import { webMessages } from '../web.messages.ts';
import type { Choice } from './choice.rules.ts';
import { Icon } from './Icon.tsx';
import type { FieldBinding } from './form.ts';
import css from './Field.module.css';

export interface FieldFrame {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required?: boolean | undefined;
  readonly error?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** What the control inside a {@link Field} must carry. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
  readonly 'aria-required': boolean | undefined;
  readonly disabled: boolean | undefined;
  readonly className: string;
}

/** Label above, hint and error below; the control is yours: `<Field label="…">{(control) => <input {...control} />}</Field>`. */
export function Field({ label, hint, required = false, error, disabled, children }: FieldFrame & { readonly children: (control: ControlProps) => ReactNode }) {
  const words = useMessages(webMessages);
  const id = useId();
  const described = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  return (
    <div className={css['field']}>
      <label className={css['label']} htmlFor={id}>
        {label}
        {required ? <b aria-hidden="true" title={words.required}>*</b> : null}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined, 'aria-required': required || undefined, disabled, className: css['input'] ?? '' })}
      {hint ? <span id={`${id}-hint`} className={css['hint']}>{hint}</span> : null}
      {error ? <span id={`${id}-error`} className={css['error']}><Icon name="warn" size={12} />{error}</span> : null}
    </div>
  );
}

type Bound<V> = FieldFrame & FieldBinding<V>;
type Native<Tag extends 'input' | 'textarea' | 'select'> = Omit<ComponentProps<Tag>, 'value' | 'onChange' | 'name' | 'required' | 'disabled' | 'children' | 'id' | 'className'>;

const frameOf = ({ label, hint, required, error, disabled }: FieldFrame): FieldFrame => ({ label, hint, required, error, disabled });

/** Enter ends the typing of a day, as it does in a picker; it does not send a form off with days that nobody has looked at. */
function endTyping(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key === 'Enter') event.preventDefault();
}

export function TextField({ label, hint, required, error, disabled, name, value, onChange, ...rest }: Bound<string> & Native<'input'>) {
  return (
    <Field {...frameOf({ label, hint, required, error, disabled })}>
      {(control) => <input type="text" {...(rest.type === 'date' ? { onKeyDown: endTyping } : {})} {...rest} {...control} name={name} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}

export function TextAreaField({ label, hint, required, error, disabled, name, value, onChange, ...rest }: Bound<string> & Native<'textarea'>) {
  return (
    <Field {...frameOf({ label, hint, required, error, disabled })}>
      {(control) => <textarea {...rest} {...control} name={name} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}

/** A short list. For a long one that is searched, see Combobox. `placeholder` stands for the empty choice. */
export function SelectField({ label, hint, required, error, disabled, name, value, onChange, choices, placeholder }: Bound<string> & { readonly choices: readonly Choice[]; readonly placeholder?: string }) {
  return (
    <Field {...frameOf({ label, hint, required, error, disabled })}>
      {(control) => (
        <select {...control} name={name} value={value} onChange={(event) => onChange(event.target.value)}>
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.label}</option>)}
        </select>
      )}
    </Field>
  );
}
