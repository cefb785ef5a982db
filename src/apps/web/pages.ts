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

  page({ path: '/', name: 'workbench', group: 'main', icon: 'home', load: async () => (await import('#features/portfolio/web/WorkbenchPage.tsx')).WorkbenchPage }),
  page({ path: '/campaigns', name: 'campaigns', group: 'main', icon: 'flag', load: async () => (await import('#features/campaign/web/CampaignsPage.tsx')).CampaignsPage }),
  page({ path: '/campaigns/new', name: 'newCampaign', group: 'none', icon: 'add', allow: (viewer) => viewer.can['createCampaign'] === true, load: async () => (await import('#features/campaign/web/NewCampaignPage.tsx')).NewCampaignPage }),
  page({ path: '/approvals', name: 'approvals', group: 'main', icon: 'check', load: async () => (await import('#features/approval/web/ApprovalsPage.tsx')).ApprovalsPage }),
  page({ path: '/approvals/$approvalId', name: 'approvals', group: 'none', load: async () => (await import('#features/approval/web/ApprovalPage.tsx')).ApprovalPage }),

  page({ path: '/campaigns/$campaignId', name: 'overview', group: 'campaign', icon: 'chart', load: async () => (await import('#features/portfolio/web/OverviewPage.tsx')).OverviewPage }),
  page({ path: '/campaigns/$campaignId/goals', name: 'goals', group: 'preparation', load: async () => (await import('#features/goal/web/GoalsPage.tsx')).GoalsPage }),
  page({ path: '/campaigns/$campaignId/budget', name: 'budget', group: 'preparation', load: async () => (await import('#features/budget/web/BudgetPage.tsx')).BudgetPage }),
  page({ path: '/campaigns/$campaignId/team', name: 'team', group: 'preparation', load: async () => (await import('#features/team/web/TeamPage.tsx')).TeamPage }),
  page({ path: '/campaigns/$campaignId/plan', name: 'plan', group: 'preparation', load: async () => (await import('#features/plan/web/PlanPage.tsx')).PlanPage }),
  page({ path: '/campaigns/$campaignId/schedule', name: 'schedule', group: 'preparation', load: async () => (await import('#features/schedule/web/SchedulePage.tsx')).SchedulePage }),
  page({ path: '/campaigns/$campaignId/import', name: 'documents', group: 'preparation', load: async () => (await import('#features/document/web/ImportPage.tsx')).ImportPage }),
  page({ path: '/campaigns/$campaignId/attached', name: 'attached', group: 'preparation', load: async () => (await import('#features/document/web/AttachedPage.tsx')).AttachedPage }),
  page({ path: '/campaigns/$campaignId/evaluation', name: 'evaluation', group: 'retrospective', load: async () => (await import('#features/evaluation/web/EvaluationPage.tsx')).EvaluationPage }),
  page({ path: '/campaigns/$campaignId/archive', name: 'archive', group: 'retrospective', load: async () => (await import('#features/archive/web/ArchivePage.tsx')).ArchivePage }),
  page({ path: '/campaigns/$campaignId/history', name: 'history', group: 'retrospective', load: async () => (await import('#features/portfolio/web/HistoryPage.tsx')).HistoryPage }),

  page({ path: '/settings/people', name: 'people', group: 'settings', icon: 'people', load: async () => (await import('#features/account/web/PeoplePage.tsx')).PeoplePage }),
  page({ path: '/settings/profile', name: 'account', group: 'settings', icon: 'user', load: async () => (await import('#features/account/web/ProfilePage.tsx')).ProfilePage }),
  page({ path: '/settings/company', name: 'company', group: 'settings', icon: 'gear', load: async () => (await import('#features/campaign/web/CompanyPage.tsx')).CompanyPage }),
];
