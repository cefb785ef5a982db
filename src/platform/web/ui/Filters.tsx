import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Choice } from './choice.rules.ts';
import { Icon } from './Icon.tsx';
import css from './Filters.module.css';

/** One line above a list: a search box, a few choices. On a phone the choices are a row of their own that scrolls sideways. */
export function Filters({ label, search, children }: { readonly label: string; readonly search: ReactNode; readonly children: ReactNode }) {
  return (
    <div role="search" aria-label={label} className={css['bar']}>
      {search}
      <div className={css['choices']}>{children}</div>
    </div>
  );
}

/** How long a person may pause between two characters before the list follows. */
const PAUSE_MS = 200;

export interface SearchBoxProps {
  /** Its name and its placeholder. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Follows the typing after a short pause, and never in the middle of composing a Chinese word. */
export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const [draft, setDraft] = useState(value);
  const [sent, setSent] = useState(value);
  const composing = useRef(false);
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  });
  if (value !== sent) {
    setSent(value);
    setDraft(value);
  }
  const send = (text: string) => {
    setSent(text.trim());
    change.current(text.trim());
  };
  useEffect(() => {
    if (draft.trim() === sent) return undefined;
    const timer = setTimeout(() => {
      if (!composing.current) send(draft);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, sent]);
  return (
    <div className={css['search']}>
      <Icon name="search" />
      <input
        type="search"
        className={css['control']}
        aria-label={label}
        placeholder={label}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) send(draft);
        }}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={(event) => {
          composing.current = false;
          send(event.currentTarget.value);
        }}
      />
    </div>
  );
}

export interface FilterSelectProps {
  readonly label: string;
  /** The words of "no filter". */
  readonly all: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
}

export function FilterSelect({ label, all, value, choices, onChange }: FilterSelectProps) {
  return (
    <select className={`${css['control']} ${css['select']}`} aria-label={label} data-set={value || undefined} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{all}</option>
      {choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.label}</option>)}
    </select>
  );
}
