import { useId } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import css from './Tabs.module.css';

export interface TabItem<Key extends string = string> {
  readonly key: Key;
  readonly label: string;
  readonly count?: number;
}

function moveBy(event: KeyboardEvent<HTMLElement>, role: string): void {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(`[role=${role}]`)];
  const at = all.indexOf(document.activeElement as HTMLElement);
  const target = all[(at + step + all.length) % all.length];
  target?.focus();
  target?.click();
}

export interface TabsProps<Key extends string> {
  readonly label: string;
  readonly items: readonly TabItem<Key>[];
  readonly value: Key;
  readonly onChange: (key: Key) => void;
  /** The panel of the chosen tab. */
  readonly children: ReactNode;
}

export function Tabs<Key extends string>({ label, items, value, onChange, children }: TabsProps<Key>) {
  const id = useId();
  return (
    <>
      <div role="tablist" aria-label={label} className={css['tabs']} onKeyDown={(event) => moveBy(event, 'tab')}>
        {items.map((item) => (
          <button key={item.key} type="button" role="tab" id={`${id}-${item.key}`} aria-selected={item.key === value} aria-controls={`${id}-panel`} tabIndex={item.key === value ? 0 : -1} onClick={() => onChange(item.key)}>
            {item.label}
            {item.count === undefined ? null : <small>{item.count}</small>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`}>{children}</div>
    </>
  );
}

/** One of a few ways to look at the same thing: table or board; the three stages on a phone. */
export function Switch<Key extends string>({ label, items, value, onChange }: Omit<TabsProps<Key>, 'children'>) {
  return (
    <div role="radiogroup" aria-label={label} className={css['switch']} onKeyDown={(event) => moveBy(event, 'radio')}>
      {items.map((item) => (
        <button key={item.key} type="button" role="radio" aria-checked={item.key === value} tabIndex={item.key === value ? 0 : -1} onClick={() => onChange(item.key)}>
          {item.label}
        </button>
      ))}
    </div>
  );
}
