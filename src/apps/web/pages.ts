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
  page({ path: '/my-day', name: 'myDay', group: 'main', icon: 'clock', load: async () => (await import('#features/schedule/web/my-day/MyDayPage.tsx')).MyDayPage }),
  page({ path: '/campaigns', name: 'campaigns', group: 'main', icon: 'flag', load: async () => (await import('#features/campaign/web/CampaignsPage.tsx')).CampaignsPage }),
  page({ path: '/campaigns/new', name: 'newCampaign', group: 'none', icon: 'add', allow: (viewer) => viewer.can['createCampaign'] === true, load: async () => (await import('#features/playbook/web/StartPage.tsx')).StartPage }),
  page({ path: '/campaigns/new/blank', name: 'newCampaign', group: 'none', allow: (viewer) => viewer.can['createCampaign'] === true, load: async () => (await import('#features/campaign/web/NewCampaignPage.tsx')).NewCampaignPage }),
  page({ path: '/campaigns/new/$playbookKey', name: 'newCampaign', group: 'none', allow: (viewer) => viewer.can['createCampaign'] === true, load: async () => (await import('#features/playbook/web/UsePlaybookPage.tsx')).UsePlaybookPage }),
  page({ path: '/budgets', name: 'budgets', group: 'main', icon: 'money', allow: (viewer) => viewer.orgRole !== 'member', load: async () => (await import('#features/portfolio/web/BudgetsPage.tsx')).BudgetsPage }),
  page({ path: '/approvals', name: 'approvals', group: 'main', icon: 'check', load: async () => (await import('#features/approval/web/ApprovalsPage.tsx')).ApprovalsPage }),
  page({ path: '/approvals/$approvalId', name: 'approvals', group: 'none', load: async () => (await import('#features/approval/web/ApprovalPage.tsx')).ApprovalPage }),
  page({ path: '/payables', name: 'payables', group: 'main', icon: 'money', allow: (viewer) => viewer.orgRole === 'finance', load: async () => (await import('#features/budget/web/PayablesPage.tsx')).PayablesPage }),
  page({ path: '/playbooks', name: 'playbooks', group: 'main', icon: 'list', load: async () => (await import('#features/playbook/web/PlaybooksPage.tsx')).PlaybooksPage }),
  page({ path: '/playbooks/$playbookKey', name: 'playbooks', group: 'none', load: async () => (await import('#features/playbook/web/PlaybookPage.tsx')).PlaybookPage }),

  page({ path: '/notices', name: 'notices', group: 'none', icon: 'bell', load: async () => (await import('#features/notice/web/NoticesPage.tsx')).NoticesPage }),

  page({ path: '/campaigns/$campaignId', name: 'overview', group: 'campaign', icon: 'chart', load: async () => (await import('#features/portfolio/web/OverviewPage.tsx')).OverviewPage }),
  page({ path: '/campaigns/$campaignId/goals', name: 'goals', group: 'preparation', load: async () => (await import('#features/goal/web/GoalsPage.tsx')).GoalsPage }),
  page({ path: '/campaigns/$campaignId/budget', name: 'budget', group: 'preparation', load: async () => (await import('#features/budget/web/BudgetPage.tsx')).BudgetPage }),
  page({ path: '/campaigns/$campaignId/budget/requests', name: 'budget', group: 'none', load: async () => (await import('#features/budget/web/RequestsPage.tsx')).RequestsPage }),
  page({ path: '/campaigns/$campaignId/budget/requests/new', name: 'budget', group: 'none', load: async () => (await import('#features/budget/web/RequestEditPage.tsx')).RequestEditPage }),
  page({ path: '/campaigns/$campaignId/budget/requests/$requestId', name: 'budget', group: 'none', load: async () => (await import('#features/budget/web/RequestPage.tsx')).RequestPage }),
  page({ path: '/campaigns/$campaignId/team', name: 'team', group: 'preparation', load: async () => (await import('#features/team/web/TeamPage.tsx')).TeamPage }),
  page({ path: '/campaigns/$campaignId/plan', name: 'plan', group: 'preparation', load: async () => (await import('#features/plan/web/PlanPage.tsx')).PlanPage }),
  page({ path: '/campaigns/$campaignId/schedule', name: 'schedule', group: 'preparation', load: async () => (await import('#features/schedule/web/SchedulePage.tsx')).SchedulePage }),
  page({ path: '/campaigns/$campaignId/briefing', name: 'briefing', group: 'preparation', load: async () => (await import('#features/briefing/web/BriefingPage.tsx')).BriefingPage }),
  page({ path: '/campaigns/$campaignId/import', name: 'documents', group: 'preparation', load: async () => (await import('#features/document/web/ImportPage.tsx')).ImportPage }),
  page({ path: '/campaigns/$campaignId/attached', name: 'attached', group: 'preparation', load: async () => (await import('#features/document/web/AttachedPage.tsx')).AttachedPage }),
  page({ path: '/campaigns/$campaignId/evaluation', name: 'evaluation', group: 'retrospective', load: async () => (await import('#features/evaluation/web/EvaluationPage.tsx')).EvaluationPage }),
  page({ path: '/campaigns/$campaignId/archive', name: 'archive', group: 'retrospective', load: async () => (await import('#features/archive/web/ArchivePage.tsx')).ArchivePage }),
  page({ path: '/campaigns/$campaignId/history', name: 'history', group: 'retrospective', load: async () => (await import('#features/portfolio/web/HistoryPage.tsx')).HistoryPage }),

  page({ path: '/settings/people', name: 'people', group: 'settings', icon: 'people', load: async () => (await import('#features/account/web/PeoplePage.tsx')).PeoplePage }),
  page({ path: '/settings/profile', name: 'account', group: 'settings', icon: 'user', load: async () => (await import('./AccountPage.tsx')).AccountPage }),
  page({ path: '/settings/delegations', name: 'delegations', group: 'settings', icon: 'swap', load: async () => (await import('#features/approval/web/DelegationsPage.tsx')).DelegationsPage }),
  page({ path: '/settings/absences', name: 'absences', group: 'settings', icon: 'calendar', load: async () => (await import('#features/team/web/AbsencesPage.tsx')).AbsencesPage }),
  page({ path: '/settings/calendar', name: 'companyCalendar', group: 'settings', icon: 'calendar', load: async () => (await import('#features/schedule/web/calendars/CompanyCalendarPage.tsx')).CompanyCalendarPage }),
  page({ path: '/settings/notices', name: 'noticeSettings', group: 'settings', icon: 'bell', load: async () => (await import('#features/notice/web/NoticeSettingsPage.tsx')).NoticeSettingsPage }),
  page({ path: '/settings/metrics', name: 'metrics', group: 'settings', icon: 'chart', load: async () => (await import('#features/goal/web/MetricsPage.tsx')).MetricsPage }),
  page({ path: '/settings/budget-rules', name: 'budgetRules', group: 'settings', icon: 'money', load: async () => (await import('#features/budget/web/BudgetRulesPage.tsx')).BudgetRulesPage }),
  page({ path: '/settings/check-rules', name: 'checkRules', group: 'settings', icon: 'check', load: async () => (await import('#features/check/web/CheckRulesPage.tsx')).CheckRulesPage }),
  page({ path: '/settings/approval-routes', name: 'approvalRoutes', group: 'settings', icon: 'list', allow: (viewer) => viewer.orgRole !== 'member', load: async () => (await import('#features/approval/web/RoutesPage.tsx')).RoutesPage }),
  page({ path: '/settings/approval-routes/import', name: 'approvalRoutes', group: 'none', allow: (viewer) => viewer.orgRole === 'admin', load: async () => (await import('#features/approval/web/MatrixPage.tsx')).MatrixPage }),
  page({ path: '/settings/company', name: 'company', group: 'settings', icon: 'gear', load: async () => (await import('#features/campaign/web/CompanyPage.tsx')).CompanyPage }),
];
