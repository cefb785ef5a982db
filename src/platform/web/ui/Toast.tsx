import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useLocale, useMessages } from '../i18n.tsx';
import { problemText } from '../problem-text.ts';
import { webMessages } from '../web.messages.ts';
import { Button, IconButton } from './Button.tsx';
import { Icon } from './Icon.tsx';
import css from './Toast.module.css';

export interface ToastInput {
  readonly text: string;
  readonly tone?: 'plain' | 'error';
  /** A newer toast of the same key takes its place. */
  readonly key?: string;
  /** Offers 撤销; may throw, which is told. */
  readonly undo?: () => Promise<unknown> | void;
}

export interface Toaster {
  readonly show: (toast: ToastInput) => void;
  /** Tells what went wrong in a Problem's own words. */
  readonly showError: (error: unknown) => void;
}

interface Entry extends ToastInput {
  readonly id: number;
}

/** Long enough to read a sentence and reach for "undo"; an error stays until it is closed. */
const STAY_MS = 7_000;
const ToastContext = createContext<Toaster | undefined>(undefined);
let counter = 0;

function ToastView({ entry, onClose, onError }: { entry: Entry; onClose: () => void; onError: (error: unknown) => void }) {
  const words = useMessages(webMessages);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || entry.tone === 'error') return undefined;
    const timer = setTimeout(onClose, STAY_MS);
    return () => clearTimeout(timer);
  }, [held, entry.tone, onClose]);
  const undo = async () => {
    onClose();
    try {
      await entry.undo?.();
    } catch (error) {
      onError(error);
    }
  };
  return (
    <div className={css['toast']} onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
      {entry.tone === 'error' ? <Icon name="warn" /> : null}
      <span>{entry.text}</span>
      {entry.undo ? <Button small onClick={() => void undo()}>{words.undo}</Button> : null}
      <IconButton small icon="close" label={words.close} className={css['cross'] ?? ''} onClick={onClose} />
    </div>
  );
}

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const words = useMessages(webMessages);
  const locale = useLocale();
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const close = useCallback((id: number) => setEntries((now) => now.filter((entry) => entry.id !== id)), []);
  const show = useCallback((toast: ToastInput) => {
    counter += 1;
    const entry = { ...toast, id: counter };
    setEntries((now) => [...now.filter((one) => entry.key === undefined || one.key !== entry.key).slice(-2), entry]);
  }, []);
  const showError = useCallback((error: unknown) => show({ text: problemText(error, locale), tone: 'error' }), [show, locale]);
  const toaster = useMemo(() => ({ show, showError }), [show, showError]);
  return (
    <ToastContext value={toaster}>
      {children}
      <section className={css['stack']} aria-live="polite" aria-label={words.notifications}>
        {entries.map((entry) => <ToastView key={entry.id} entry={entry} onClose={() => close(entry.id)} onError={showError} />)}
      </section>
    </ToastContext>
  );
}

/** `toast.show({ text: '已删除 1 行', undo })`. */
export function useToast(): Toaster {
  const toaster = useContext(ToastContext);
  if (!toaster) throw new Error('ToastProvider is missing');
  return toaster;
}
