import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useLocale, useMessages } from '../i18n.tsx';
import { problemText } from '../problem-text.ts';
import { webMessages } from '../web.messages.ts';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import type { FormState } from './form.ts';
import css from './Field.module.css';

export interface FormProps<T> {
  readonly form: FormState<T>;
  readonly children: ReactNode;
  /** The verb on the button; without it the form has no bar of its own (its buttons use `formId`). */
  readonly submitLabel?: string;
  readonly onCancel?: () => void;
  /** For a submit button elsewhere: `<Button type="submit" form={formId}>`. */
  readonly formId?: string;
  readonly onDone?: () => void;
}

/** Shows what belongs to no field at the top, moves the focus to the first field that needs mending. */
export function Form<T>({ form, children, submitLabel, onCancel, formId, onDone }: FormProps<T>) {
  const words = useMessages(webMessages);
  const locale = useLocale();
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(form.errors).length === 0) return;
    element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [form.errors]);
  return (
    <form
      ref={element}
      id={formId}
      noValidate
      className={css['form']}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void form.submit().then((ok) => (ok ? onDone?.() : undefined));
      }}
    >
      {form.problem ? <Banner tone="late">{problemText(form.problem, locale)}</Banner> : null}
      {children}
      {submitLabel ? (
        <div className={css['actions']}>
          {onCancel ? <Button onClick={onCancel}>{words.cancel}</Button> : null}
          <Button kind="primary" type="submit" busy={form.busy}>{submitLabel}</Button>
        </div>
      ) : null}
    </form>
  );
}

/** Fields side by side where there is room. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className={css['pair']}>{children}</div>;
}
