import type { ReactNode } from 'react';
import { Problem } from '#platform/shared/problem.ts';
import { useLocale, useMessages } from '../i18n.tsx';
import { problemText } from '../problem-text.ts';
import { webMessages } from '../web.messages.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import css from './States.module.css';

export interface EmptyStateProps {
  readonly title: string;
  /** What will stand here and the first step towards it. */
  readonly children: ReactNode;
  /** The buttons of the first step. */
  readonly actions?: ReactNode;
  /** What the page will look like: a small table or a line of it. */
  readonly preview?: ReactNode;
}

export function EmptyState({ title, children, actions, preview }: EmptyStateProps) {
  return (
    <div className={css['empty']}>
      {preview ? <div className={css['preview']} aria-hidden="true" inert>{preview}</div> : null}
      <h3>{title}</h3>
      <div className={css['body']}>{children}</div>
      {actions ? <div className={css['actions']}>{actions}</div> : null}
    </div>
  );
}

/** What went wrong and what to do, with a way to try again. */
export function ErrorState({ error, onRetry, title }: { readonly error: unknown; readonly onRetry?: () => void; readonly title?: string }) {
  const words = useMessages(webMessages);
  const locale = useLocale();
  const reference = error instanceof Problem ? error.data['requestId'] : undefined;
  return (
    <div className={css['error']} role="alert">
      <Icon name="warn" size={18} />
      <div>
        <h3>{title ?? words.problem.title}</h3>
        <p>{problemText(error, locale)}</p>
        {typeof reference === 'string' ? <small className={css['code']}>{words.problem.reference(reference)}</small> : null}
        {onRetry ? <div className={css['actions']}><Button small onClick={onRetry}>{words.retry}</Button></div> : null}
      </div>
    </div>
  );
}

/** Keeps the place of what is coming; shows itself after 300 ms only. */
export function Skeleton({ lines = 4, heading = false }: { readonly lines?: number; readonly heading?: boolean }) {
  const words = useMessages(webMessages);
  return (
    <div className={css['skeleton']} role="status" aria-label={words.loading}>
      {heading ? <i className={css['heading']} /> : null}
      {Array.from({ length: lines }, (_, index) => <i key={index} />)}
    </div>
  );
}

interface Reading<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/**
 * The three states of a query in one place. An error does not hide data that is already there.
 *
 * @example <Loaded query={useOperation(listGoals, {...})}>{(goals) => <Goals goals={goals} />}</Loaded>
 */
export function Loaded<T>({ query, lines, children }: { readonly query: Reading<T>; readonly lines?: number; readonly children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton {...(lines === undefined ? {} : { lines })} />;
}
