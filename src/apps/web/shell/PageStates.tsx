import { useRouter } from '@tanstack/react-router';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useMessages } from '#platform/web/i18n.tsx';
import { Button, LinkButton } from '#platform/web/ui/Button.tsx';
import { Page } from '#platform/web/ui/Page.tsx';
import { EmptyState, ErrorState, Skeleton } from '#platform/web/ui/States.tsx';
import { Problem } from '#platform/shared/problem.ts';
import { webMessages } from '#platform/web/web.messages.ts';
import { shellMessages } from './shell.messages.ts';
import css from './shell.module.css';

export function NotFound() {
  const words = useMessages(shellMessages).notFound;
  return (
    <main className={css['alone']}>
      <Page title={words.title}>
        <p>{words.text}</p>
        <p className={css['way']}><LinkButton kind="primary" to="/">{words.back}</LinkButton></p>
      </Page>
    </main>
  );
}

/** Keeps the place of a page whose code is on its way. */
export function PageLoading() {
  return <div className={css['loading']}><Skeleton heading lines={6} /></div>;
}

/** A chunk that is gone belongs to an older build: the page must be loaded anew. */
const isOutdated = (error: unknown): boolean => error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);

/** One page broke; the shell around it still works. */
export function PageBroken({ error, reset }: ErrorComponentProps) {
  const words = useMessages(webMessages).problem;
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <div className={css['loading']}>
      {error instanceof Problem ? (
        <ErrorState error={error} onRetry={again} />
      ) : (
        <EmptyState title={isOutdated(error) ? words.outdated : words.broken} actions={<Button kind="primary" onClick={() => window.location.reload()}>{words.reload}</Button>}>
          {isOutdated(error) ? null : <><p>{words.brokenHint}</p><pre className={css['trace']}>{String(error)}</pre></>}
        </EmptyState>
      )}
    </div>
  );
}
