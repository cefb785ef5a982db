import { Link as RouterLink, useBlocker, useParams as useRouterParams, useRouter as useAnyRouter, useRouterState } from '@tanstack/react-router';
import type { AnyRouter, RouterHistory } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** The registered router has no type here: the routes are made from a list (see the web application). */
const useRouter = (): { readonly history: RouterHistory; readonly state: AnyRouter['state'] } => useAnyRouter<AnyRouter>();

/** The only file of the platform and the features that knows which router is in use. */
export interface LinkProps {
  /** An address of this application, with its query: `/campaigns/1?view=board`. */
  readonly to: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly 'aria-label'?: string | undefined;
  readonly 'aria-current'?: 'page' | 'step' | undefined;
  readonly title?: string | undefined;
  readonly onClick?: () => void;
}

export function Link({ to, ...rest }: LinkProps) {
  const [pathname = '', search = ''] = to.split('?');
  return (
    <RouterLink to={pathname as never} search={Object.fromEntries(new URLSearchParams(search)) as never} activeOptions={{ exact: true }} {...(rest as object)} />
  );
}

/** `navigate('/campaigns')`; with `replace` the present entry of the history is overwritten. */
export function useNavigate(): (to: string, options?: { readonly replace?: boolean }) => void {
  const router = useRouter();
  return (to, options = {}) => {
    if (options.replace) router.history.replace(to);
    else router.history.push(to);
  };
}

/** Values of the `$name` parts of the address. */
export function useParams(): Readonly<Record<string, string>> {
  return useRouterParams({ strict: false }) as Record<string, string>;
}

/** One `$name` part that the page cannot be without. */
export function useParam(name: string): string {
  const value = useParams()[name];
  if (value === undefined) throw new Error(`the address has no part named ${name}`);
  return value;
}

export function usePathname(): string {
  return useRouterState({ select: (state) => state.location.pathname });
}

/** The query of the address, and a way to change parts of it (undefined removes one) without a new history entry. */
export function useSearch(): [Readonly<Record<string, string>>, (change: Readonly<Record<string, string | undefined>>) => void] {
  const router = useRouter();
  const search = useRouterState({ select: (state) => state.location.searchStr });
  const current = Object.fromEntries(new URLSearchParams(search));
  const change = (part: Readonly<Record<string, string | undefined>>) => {
    const next = new URLSearchParams(router.state.location.searchStr);
    for (const [name, value] of Object.entries(part)) {
      if (value === undefined || value === '') next.delete(name);
      else next.set(name, value);
    }
    const text = next.toString();
    router.history.replace(`${router.state.location.pathname}${text ? `?${text}` : ''}`);
  };
  return [current, change];
}

export interface LeaveGuard {
  /** Someone is about to leave the page: ask, then call one of the two. */
  readonly asking: boolean;
  readonly leave: () => void;
  readonly stay: () => void;
}

/**
 * Holds the person on a page while `mayLose()` answers that input would be lost; closing the window asks with the browser's own words.
 * Changes of the query alone go through.
 */
export function useLeaveGuard(mayLose: () => boolean): LeaveGuard {
  const blocker = useBlocker<AnyRouter, true>({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && mayLose(),
    enableBeforeUnload: mayLose,
    withResolver: true,
  });
  return { asking: blocker.status === 'blocked', leave: () => blocker.proceed?.(), stay: () => blocker.reset?.() };
}
