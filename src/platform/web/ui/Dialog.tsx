import { useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useLocale, useMessages } from '../i18n.tsx';
import { problemText } from '../problem-text.ts';
import { webMessages } from '../web.messages.ts';
import { Button, IconButton } from './Button.tsx';
import type { ButtonKind } from './Button.tsx';
import { Banner } from './Banner.tsx';
import css from './Dialog.module.css';

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  /** Escape, the cross, and a press outside when nothing can be lost. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the primary one last. */
  readonly footer?: ReactNode;
  readonly wide?: boolean;
  /** At the right edge over the full height, beside what it is about; on a phone it fills the screen. */
  readonly side?: boolean;
  /** False while input could be lost: a press outside does nothing then. */
  readonly dismissable?: boolean;
}

/** The platform's own modal dialog: focus stays inside and returns to where it was. On a phone it is a sheet at the thumb. */
export function Dialog({ open, title, onClose, children, footer, wide = false, side = false, dismissable = true }: DialogProps) {
  const words = useMessages(webMessages);
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = element.current;
    if (!open || !dialog || dialog.open) return undefined;
    dialog.showModal();
    return () => dialog.close();
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={element}
      className={`${css['dialog']} ${wide ? css['wide'] : ''} ${side ? css['side'] : ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (dismissable && event.target === element.current) onClose();
      }}
    >
      <header className={css['head']}>
        <h2 id={id}>{title}</h2>
        <IconButton icon="close" label={words.close} onClick={onClose} />
      </header>
      <div className={css['body']}>{children}</div>
      {footer ? <footer className={css['foot']}>{footer}</footer> : null}
    </dialog>
  );
}

export interface ConfirmActionProps {
  /** The verb on the button that opens the question. */
  readonly label: string;
  readonly title: string;
  /** What will happen, and whether it can be undone. */
  readonly children: ReactNode;
  /** The verb that does it; `label` by default. */
  readonly confirmLabel?: string;
  readonly kind?: ButtonKind;
  readonly danger?: boolean;
  readonly small?: boolean;
  readonly disabled?: boolean;
  /** May throw a Problem: it is shown and the question stays open. Answering false keeps it open too. */
  readonly onConfirm: () => Promise<unknown>;
}

/** A button that asks once more. Prefer a Toast with undo where the act can be undone. */
export function ConfirmAction({ label, title, children, confirmLabel, kind, danger = false, small = false, disabled = false, onConfirm }: ConfirmActionProps) {
  const words = useMessages(webMessages);
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const [error, setError] = useState<unknown>();
  const run = async () => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError(undefined);
    try {
      if ((await onConfirm()) !== false) setOpen(false);
    } catch (problem) {
      setError(problem);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return (
    <>
      <Button kind={kind ?? (danger ? 'danger' : 'plain')} small={small} disabled={disabled} onClick={() => setOpen(true)}>{label}</Button>
      <Dialog
        open={open}
        title={title}
        onClose={() => setOpen(false)}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{words.cancel}</Button>
            <Button kind={danger ? 'danger' : 'primary'} busy={busy} onClick={() => void run()}>{confirmLabel ?? label}</Button>
          </>
        }
      >
        {children}
        {error ? <Banner tone="late">{problemText(error, locale)}</Banner> : null}
      </Dialog>
    </>
  );
}
