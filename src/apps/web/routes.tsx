import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import type { AnyRoute } from '@tanstack/react-router';
import type { PageEntry } from './page.ts';
import { isCampaignPage } from './page.ts';
import { CampaignLayout } from './shell/CampaignLayout.tsx';
import { NotFound, PageBroken, PageLoading } from './shell/PageStates.tsx';
import { Shell } from './shell/Shell.tsx';

const CAMPAIGN = '/campaigns/$campaignId';

function routeOf(entry: PageEntry, parent: AnyRoute, path: string): AnyRoute {
  return createRoute({
    getParentRoute: () => parent,
    path,
    component: lazyRouteComponent(async () => ({ default: await entry.load() })),
    errorComponent: PageBroken,
    pendingComponent: PageLoading,
  }) as unknown as AnyRoute;
}

/** The routes of the registered pages: outside the shell, in the shell, and in a campaign within the shell. */
export function makeRouter(pages: readonly PageEntry[]) {
  const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: PageBroken });
  const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: () => <Shell pages={pages} /> });
  const campaign = createRoute({ getParentRoute: () => shell, path: CAMPAIGN, component: CampaignLayout });
  const outside = pages.filter((entry) => entry.outside).map((entry) => routeOf(entry, root as unknown as AnyRoute, entry.path));
  const inCampaign = pages.filter((entry) => !entry.outside && isCampaignPage(entry)).map((entry) => routeOf(entry, campaign as unknown as AnyRoute, entry.path.slice(CAMPAIGN.length) || '/'));
  const inShell = pages.filter((entry) => !entry.outside && !isCampaignPage(entry)).map((entry) => routeOf(entry, shell as unknown as AnyRoute, entry.path));
  // The list is data, so the router cannot know the addresses as types; navigation.tsx takes them as text.
  const inside = shell.addChildren([...inShell, campaign.addChildren(inCampaign as never)] as never);
  const tree = root.addChildren([...outside, inside] as never) as unknown as AnyRoute;
  return createRouter({ routeTree: tree, defaultPreload: 'intent', defaultPendingMs: 0, scrollRestoration: true });
}
