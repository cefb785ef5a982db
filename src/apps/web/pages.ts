import { page } from './page.ts';
import type { PageEntry } from './page.ts';

/**
 * Every page of the application, in the order of the menu. Routes, menu and palette are made from this list; a feature
 * that is not built has no entry, so it is nowhere.
 */
export const pages: readonly PageEntry[] = [
  page({ path: '/sign-in', name: 'signIn', group: 'none', outside: true, load: async () => (await import('#features/account/web/SignInPage.tsx')).SignInPage }),
  page({ path: '/setup', name: 'setup', group: 'none', outside: true, load: async () => (await import('#features/account/web/SetupPage.tsx')).SetupPage }),
  page({ path: '/forgot', name: 'reset', group: 'none', outside: true, load: async () => (await import('#features/account/web/ForgotPage.tsx')).ForgotPage }),
  page({ path: '/link/$token', name: 'link', group: 'none', outside: true, load: async () => (await import('#features/account/web/LinkPage.tsx')).LinkPage }),

  page({ path: '/campaigns/$campaignId', name: 'overview', group: 'campaign', icon: 'chart', load: async () => (await import('#features/portfolio/web/OverviewPage.tsx')).OverviewPage }),
  page({ path: '/campaigns/$campaignId/budget', name: 'budget', group: 'preparation', load: async () => (await import('#features/budget/web/BudgetPage.tsx')).BudgetPage }),
  page({ path: '/campaigns/$campaignId/schedule', name: 'schedule', group: 'preparation', load: async () => (await import('#features/schedule/web/SchedulePage.tsx')).SchedulePage }),
  page({ path: '/campaigns/$campaignId/import', name: 'documents', group: 'preparation', load: async () => (await import('#features/document/web/ImportPage.tsx')).ImportPage }),
  page({ path: '/campaigns/$campaignId/attached', name: 'attached', group: 'preparation', load: async () => (await import('#features/document/web/AttachedPage.tsx')).AttachedPage }),
  page({ path: '/campaigns/$campaignId/history', name: 'history', group: 'retrospective', load: async () => (await import('#features/portfolio/web/HistoryPage.tsx')).HistoryPage }),

  page({ path: '/people', name: 'people', group: 'settings', icon: 'people', allow: (viewer) => viewer.can['managePeople'] === true, load: async () => (await import('#features/account/web/PeoplePage.tsx')).PeoplePage }),
  page({ path: '/account', name: 'account', group: 'settings', icon: 'user', load: async () => (await import('#features/account/web/ProfilePage.tsx')).ProfilePage }),
];
