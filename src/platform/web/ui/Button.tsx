import type { ComponentProps, ReactNode } from 'react';
import { Link } from '../navigation.tsx';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';
import css from './Button.module.css';

/** `primary` at most once a screen; `plain` beside it; `quiet` in rows and bars; `danger` destroys; `link` inside a sentence. */
export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger' | 'link';

interface Look {
  readonly kind?: ButtonKind;
  readonly small?: boolean;
  readonly icon?: IconName;
}

const classOf = (kind: ButtonKind, small: boolean, square: boolean, extra = '') =>
  [css['button'], css[kind], small ? css['small'] : '', square ? css['square'] : '', extra].filter(Boolean).join(' ');

export type ButtonProps = Look & { readonly busy?: boolean | undefined } & ComponentProps<'button'>;

/** A button is a verb. `busy` keeps its width and its focus and ignores further clicks. */
export function Button({ kind = 'plain', small = false, icon, busy = false, className, onClick, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classOf(kind, small, icon !== undefined && !children, className)}
      data-square={icon !== undefined && !children ? '' : undefined}
      data-busy={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      <span className={css['face']}>
        {icon ? <Icon name={icon} /> : null}
        {children}
      </span>
    </button>
  );
}

/** Only an icon to see; `label` is its name for everyone else, and its tooltip. */
export function IconButton({ label, icon, kind = 'quiet', ...rest }: ButtonProps & { readonly label: string; readonly icon: IconName }) {
  return <Button kind={kind} icon={icon} aria-label={label} title={label} {...rest} />;
}

/** A link that looks like a button: it goes somewhere. */
export function LinkButton({ kind = 'plain', small = false, icon, to, children }: Look & { readonly to: string; readonly children: ReactNode }) {
  return (
    <Link to={to} className={classOf(kind, small, false)}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </Link>
  );
}
