import { useEffect, useId } from 'react';
import type { ReactNode } from 'react';
import { useMessages } from '../i18n.tsx';
import { Link } from '../navigation.tsx';
import { webMessages } from '../web.messages.ts';
import css from './Page.module.css';

/** The heading that takes the focus after a navigation (see the shell). */
export const PAGE_HEADING_ID = 'page-heading';

export interface Crumb {
  readonly label: string;
  /** Absent for a step that is not a page. */
  readonly to?: string;
}

export interface PageProps {
  readonly title: string;
  /** From the outermost inwards, without the page itself. */
  readonly crumbs?: readonly Crumb[];
  /** Beside the title: a {@link Seal} or a StateTag. */
  readonly seal?: ReactNode;
  /** Facts in one line under the title; empty ones are left out. */
  readonly meta?: readonly ReactNode[];
  /** The sentence a busy lead can act on, made from the data. `<em>` marks what is off course. */
  readonly verdict?: ReactNode;
  /** Buttons; the primary one last. */
  readonly actions?: ReactNode;
  /** Uses the whole width: grids, boards. */
  readonly wide?: boolean;
  readonly children?: ReactNode;
}

/** One page: where we are, what it is, what to know first, what to do. Sets the title of the window. */
export function Page({ title, crumbs = [], seal, meta = [], verdict, actions, wide = false, children }: PageProps) {
  const words = useMessages(webMessages);
  useEffect(() => {
    document.title = [title, ...crumbs.map((crumb) => crumb.label).reverse(), 'Muster'].join(' · ');
  });
  useEffect(() => {
    // After a navigation the focus goes to what is new, unless it is there already. Not on the first page: the browser's own start is right.
    if (document.documentElement.dataset['navigated'] === undefined || document.activeElement?.closest('main, dialog')) return;
    document.getElementById(PAGE_HEADING_ID)?.focus({ preventScroll: true });
  }, []);
  const facts = meta.filter((fact) => fact !== null && fact !== undefined && fact !== '' && fact !== false);
  return (
    <div className={`${css['page']} ${wide ? css['wide'] : ''}`}>
      {crumbs.length > 0 ? (
        <nav className={css['crumbs']} aria-label={words.breadcrumb}>
          <ol>{crumbs.map((crumb) => <li key={crumb.label}>{crumb.to ? <Link to={crumb.to}>{crumb.label}</Link> : crumb.label}</li>)}</ol>
        </nav>
      ) : null}
      <header className={css['head']}>
        <div>
          <div className={css['title']}>
            <h1 id={PAGE_HEADING_ID} tabIndex={-1}>{title}</h1>
            {seal}
          </div>
          {facts.length > 0 ? <div className={css['meta']}>{facts.map((fact, index) => <span key={index}>{fact}</span>)}</div> : null}
        </div>
        {actions ? <div className={css['actions']}>{actions}</div> : null}
      </header>
      {verdict ? <p className={css['verdict']}>{verdict}</p> : null}
      {children}
    </div>
  );
}

export interface SectionProps {
  readonly title?: string;
  /** Links or small buttons at the right of the title. */
  readonly actions?: ReactNode;
  /** Without sheet and border: for a grid that brings its own. */
  readonly bare?: boolean;
  readonly children: ReactNode;
}

export function Section({ title, actions, bare = false, children }: SectionProps) {
  const id = useId();
  return (
    <section className={bare ? css['bare'] : css['section']} aria-labelledby={title ? id : undefined}>
      {title || actions ? (
        <div className={css['bar']}>
          {title ? <h2 id={id}>{title}</h2> : <span />}
          {actions ? <div>{actions}</div> : null}
        </div>
      ) : null}
      {children}
    </section>
  );
}

/** Sections side by side where there is room. */
export function Columns({ children }: { readonly children: ReactNode }) {
  return <div className={css['columns']}>{children}</div>;
}
