import { addressIn } from '../page.ts';
import type { PageEntry, PageGroup, Viewer } from '../page.ts';
import type { MenuName } from './shell.messages.ts';

export interface MenuLink {
  readonly name: MenuName;
  readonly to: string;
  readonly icon: PageEntry['icon'];
  readonly current: boolean;
}

/** A link is current on its own page and on the pages below it; the workbench and a campaign's overview, which all others lie below, on themselves only. */
function isCurrent(to: string, group: PageGroup, pathname: string): boolean {
  if (to === pathname) return true;
  return group !== 'campaign' && to !== '/' && pathname.startsWith(`${to}/`);
}

/** The links of one group that the viewer may see, with the campaign's id filled in. */
export function menuLinks(pages: readonly PageEntry[], group: PageGroup, viewer: Viewer | undefined, pathname: string, campaignId = ''): readonly MenuLink[] {
  return pages
    .filter((entry) => entry.group === group && !entry.outside && (entry.allow === undefined || (viewer !== undefined && entry.allow(viewer))))
    .map((entry) => {
      const to = addressIn(entry, campaignId);
      return { name: entry.name, to, icon: entry.icon, current: isCurrent(to, group, pathname) };
    });
}

/** The campaign that an address lies in, if any. `new` is a page, not a campaign. */
export function campaignOf(pathname: string): string | undefined {
  return /^\/campaigns\/([0-9a-f-]{36})(?:\/|$)/.exec(pathname)?.[1];
}

export const PARTS = ['preparation', 'execution', 'retrospective'] as const;
export type Part = (typeof PARTS)[number];
