import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useNavigate } from '../navigation.tsx';
import { Button } from './Button.tsx';
import type { ButtonKind } from './Button.tsx';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';
import { Popup } from './Popup.tsx';
import css from './Popup.module.css';

export interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly hint?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** For one of several choices. */
  readonly checked?: boolean;
  /** Draws a line above the item. */
  readonly rule?: boolean;
  readonly to?: string;
  readonly onSelect?: () => void;
}

export interface MenuProps {
  /** The text of the button; with `children` it is said after them, with an icon alone it is its name. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly icon?: IconName;
  readonly kind?: ButtonKind;
  readonly small?: boolean;
  readonly className?: string;
  readonly children?: ReactNode;
}

function step(list: HTMLElement, key: string): void {
  const items = [...list.querySelectorAll<HTMLElement>('[role^=menuitem]:not(:disabled)')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[key];
  if (target !== undefined) items[(target + items.length) % items.length]?.focus();
}

/** A button that opens a list of acts; arrows, Home, End, Escape. */
export function Menu({ label, items, icon, kind = 'plain', small = false, className, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const navigate = useNavigate();
  useEffect(() => {
    if (open) list.current?.querySelector<HTMLElement>('[role^=menuitem]:not(:disabled)')?.focus();
  }, [open]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Tab') setOpen(false);
    else if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (list.current && ['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) {
      event.preventDefault();
      step(list.current, event.key);
    }
  };
  const choose = (item: MenuItem) => {
    close();
    if (item.to) navigate(item.to);
    item.onSelect?.();
  };
  return (
    <>
      <Button ref={button} kind={kind} small={small} className={className} aria-haspopup="menu" aria-expanded={open} aria-controls={open ? id : undefined} {...(icon ? { icon } : {})} {...(icon && !children ? { title: label, 'aria-label': label } : {})} onClick={() => setOpen(!open)}>
        {children ? <>{children}<span className="visually-hidden">{label}</span></> : icon ? null : label}
      </Button>
      {open ? (
        <Popup anchor={button} onDismiss={() => setOpen(false)}>
          <div ref={list} role="menu" id={id} aria-label={label} tabIndex={-1} onKeyDown={onKey}>
            {items.map((item) => (
              <div key={item.key} role="none">
                {item.rule ? <hr className={css['rule']} /> : null}
                <button
                  type="button"
                  role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
                  aria-checked={item.checked}
                  tabIndex={-1}
                  disabled={item.disabled}
                  className={`${css['option']} ${item.danger ? css['danger'] : ''}`}
                  onClick={() => choose(item)}
                >
                  {item.icon ? <Icon name={item.icon} /> : null}
                  {item.label}
                  {item.checked ? <small><Icon name="check" /></small> : item.hint ? <small>{item.hint}</small> : null}
                </button>
              </div>
            ))}
          </div>
        </Popup>
      ) : null}
    </>
  );
}
