import type { ComponentType } from 'react';
import type { IconName } from '#platform/web/ui/Icon.tsx';
import type { MenuName } from './shell/shell.messages.ts';

/** Where a page stands in the menu. `none`: reached from other pages only. */
export type PageGroup = 'main' | 'settings' | 'campaign' | 'preparation' | 'execution' | 'retrospective' | 'none';

/** What the menu knows of the person. */
export interface Viewer {
  readonly orgRole: string;
  readonly can: Readonly<Record<string, boolean>>;
}

/** One page: the routes, the menu and the palette are made from the list of these. */
export interface PageEntry {
  /** `/campaigns/$campaignId/budget`. */
  readonly path: string;
  /** Its word in the menu. */
  readonly name: MenuName;
  readonly group: PageGroup;
  readonly icon?: IconName;
  readonly load: () => Promise<ComponentType>;
  /** Absent: everyone. The server decides again. */
  readonly allow?: (viewer: Viewer) => boolean;
  /** Without the shell: sign-in, set-up, invitation. */
  readonly outside?: boolean;
}

/** Declares a page; see `pages.ts`. */
export const page = (entry: PageEntry): PageEntry => entry;

const CAMPAIGN = '/campaigns/$campaignId';
export const isCampaignPage = (entry: PageEntry): boolean => entry.path === CAMPAIGN || entry.path.startsWith(`${CAMPAIGN}/`);
export const addressIn = (entry: PageEntry, campaignId: string): string => entry.path.replace('$campaignId', campaignId);
