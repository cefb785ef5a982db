import { useEffect, useState } from 'react';
import { Button } from './Button.tsx';

export interface CopyButtonProps {
  /** What goes to the clipboard. */
  readonly text: string;
  /** The verb, and the words that stand there for a moment afterwards. */
  readonly label: string;
  readonly copied: string;
  /** Said when the browser refuses: the text must be selectable nearby. */
  readonly failed: string;
  /** Says which one, where several stand together. */
  readonly of?: string;
  readonly small?: boolean;
  readonly primary?: boolean;
}

/** Long enough to be seen after looking back from the keyboard. */
const SHOWN_MS = 2_500;

/** Copies a text and says so on itself, where the eye is. */
export function CopyButton({ text, label, copied, failed, of, small = false, primary = false }: CopyButtonProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = setTimeout(() => setState('idle'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('failed');
    }
  };
  const shown = state === 'copied' ? copied : label;
  return (
    <>
      <Button small={small} kind={primary ? 'primary' : 'plain'} {...(of ? { 'aria-label': `${shown} · ${of}` } : {})} {...(state === 'copied' ? { icon: 'check' as const } : {})} onClick={() => void copy()}>
        {shown}
      </Button>
      <span className={state === 'failed' ? undefined : 'visually-hidden'} role="status">{state === 'idle' ? '' : state === 'copied' ? copied : failed}</span>
    </>
  );
}
