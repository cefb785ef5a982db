import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ApprovalFactsProvider } from '#features/approval/web/ApprovalFacts.tsx';
import { LocaleProvider } from '#platform/web/i18n.tsx';
import { makeQueryClient } from '#platform/web/query.ts';
import { ToastProvider } from '#platform/web/ui/Toast.tsx';
import { approvalFacts } from './facts.ts';
import { pages } from './pages.ts';
import { makeRouter } from './routes.tsx';
import { signInAddress } from './shell/session.ts';

const router = makeRouter(pages);
const outside = new Set(pages.filter((entry) => entry.outside).map((entry) => entry.path));

/** Someone whose session ended comes back to the same page after signing in. */
const queries = makeQueryClient(() => {
  const { pathname, href } = router.state.location;
  if (!outside.has(pathname) && !router.state.matches.some((match) => outside.has(match.fullPath))) router.history.push(signInAddress(href));
});

// Without network there is no answer to wait for: my day opens with what was read last.
if (window.location.pathname === '/my-day') void import('#features/schedule/web/my-day/my-day-kept.ts').then(({ openKeptDay }) => openKeptDay(queries)).catch(() => undefined);

export function App() {
  return (
    <LocaleProvider>
      <QueryClientProvider client={queries}>
        <ToastProvider>
          <ApprovalFactsProvider facts={approvalFacts}><RouterProvider router={router as never} /></ApprovalFactsProvider>
        </ToastProvider>
      </QueryClientProvider>
    </LocaleProvider>
  );
}
