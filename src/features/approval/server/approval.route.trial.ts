import { findCompany } from '#features/account/server/account.api.ts';
import type { ReadWork } from '#platform/server/operation.ts';
import { dayIn } from '#platform/shared/calendar.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { notFound } from '#platform/shared/problem.ts';
import { decidersOf } from '../approval.decider.rules.ts';
import type * as contract from '../approval.route.contract.ts';
import { bandFits, categoryFits, FALLBACK_STEPS, inOrder, routeFor, type Route, type RouteQuestion } from '../approval.route.rules.ts';
import * as views from './approval.route.views.ts';

function whyNot(route: Route, asked: RouteQuestion): 'category' | 'department' | 'band' {
  if (!categoryFits(route.category, asked.category)) return 'category';
  return bandFits(route, asked.amountCents) ? 'department' : 'band';
}

/** "Who would approve 12,000 of 线上推广费?": the route that is found, and the people of today behind its steps. */
export async function tryRoute(work: ReadWork, { query }: InputOf<typeof contract.tryRoute>): Promise<OutputOf<typeof contract.tryRoute>> {
  const [routes, roster, company, campaign] = await Promise.all([
    views.listRoutes(work.db, query.kind), views.roster(work.db), findCompany(work.db),
    query.campaignId === undefined ? undefined : views.findTrialCampaign(work.db, query.campaignId),
  ]);
  if (query.campaignId !== undefined && !campaign) throw notFound();
  const departmentId = campaign ? campaign.departmentId : (query.departmentId ?? null);
  const asked: RouteQuestion = { kind: query.kind, amountCents: query.amountCents ?? null, category: query.category, departmentId };
  const chosen = routeFor(routes, asked);
  const tried = inOrder<Route>(routes);
  const earlier = chosen ? tried.slice(0, tried.indexOf(chosen)) : tried;
  const around = {
    people: roster.people, leadId: campaign?.leadId ?? null, requesterId: query.requesterId ?? null,
    headId: roster.departments.find((department) => department.id === departmentId)?.headId ?? null,
  };
  const standIns = await views.standIns(work.db, dayIn(company?.timeZone ?? 'Asia/Shanghai'));
  return {
    routeId: chosen?.id ?? null,
    passed: earlier.map((route) => ({ routeId: route.id, because: whyNot(route, asked) })),
    steps: (chosen?.steps ?? FALLBACK_STEPS).map(({ name, mode, dueDays, approver }) => {
      const { people, instead } = decidersOf(approver, around);
      return { name, mode, dueDays, approver, instead, people: people.map((person) => ({ id: person.id, name: person.name, standIn: standIns.get(person.id) ?? null })) };
    }),
  };
}
