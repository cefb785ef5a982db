import { adoptBudget, budgetLines } from '#features/budget/server/budget.api.ts';
import type { CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { createCampaign, findCampaign, loadCampaignFacts } from '#features/campaign/server/campaign.api.ts';
import { adoptGoals, goalRows } from '#features/goal/server/goal.api.ts';
import { adoptPlanLists, adoptSections, planLists, planSections, type AdoptedSection } from '#features/plan/server/plan.api.ts';
import { SECTION_KEYS } from '#features/plan/plan.section.contract.ts';
import { adoptTasks, taskRows } from '#features/schedule/server/schedule.api.ts';
import { adoptTeam, areaRows, groupDuties, memberRows } from '#features/team/server/team.api.ts';
import { companyDays } from '#platform/server/db/company-days.ts';
import { newId } from '#platform/server/identity.ts';
import type { Work } from '#platform/server/operation.ts';
import { dayIn } from '#platform/shared/calendar.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { notFound, Problem } from '#platform/shared/problem.ts';
import type * as contract from '../playbook.contract.ts';
import { playbookFile, type PlaybookFile } from '../playbook.file.contract.ts';
import { playbookMessages } from '../playbook.messages.ts';
import { playbookFrom, type SavedCampaign } from '../playbook.save.rules.ts';
import { plainText } from '../playbook.text.rules.ts';
import { filledIn, playbookUse, type PlaybookUse } from '../playbook.use.rules.ts';
import { insertPlaybook } from './playbook.store.ts';
import { findPlaybook } from './playbook.views.ts';

type Input<Name extends keyof typeof contract> = InputOf<(typeof contract)[Name]>;
type Output<Name extends keyof typeof contract> = OutputOf<(typeof contract)[Name]>;

/** A campaign with everything of a playbook, in one transaction: all of it, or nothing. */
export async function createFromPlaybook(work: Work<undefined>, { params, body }: Input<'createFromPlaybook'>): Promise<Output<'createFromPlaybook'>> {
  const { db, actor } = work;
  const found = await findPlaybook(db, params.playbookKey);
  if (!found) throw notFound();
  if (found.revision !== body.revision) throw new Problem('playbook.changed', 409);
  // A long answer may make a text longer than its field: better said than cut.
  if (!playbookFile.safeParse(filledIn(found.content, body.words)).success) throw new Problem('playbook.words_too_long', 400);
  const use = playbookUse(found.content, body, await companyDays(db));
  const { name, leadId, departmentId, timeZone } = body;
  const { id } = await createCampaign(work, { body: { name, leadId, departmentId, timeZone, scenario: found.content.scenario, theme: use.theme, audience: use.audience, ...use.days } });
  const facts = await loadCampaignFacts(db, id, actor, 'alone');
  if (!facts) throw notFound();
  // Whoever makes the campaign fills it as its lead would, also when they name another one.
  await fill({ ...work, thing: { ...facts, groups: ['lead'] } }, use);
  await work.record({
    kind: 'playbook.used', campaignId: id, subject: { type: 'playbook', id: found.id },
    after: { playbook: found.content.name, goals: use.goals.length, budget: use.budget.length, schedule: use.tasks.length },
  });
  return { id };
}

async function fill(work: Work<CampaignFacts>, use: PlaybookUse): Promise<void> {
  await adoptGoals(work, use.goals.map((goal) => ({ ...goal, actual: null })), []);
  await adoptBudget(work, use.budget.map(({ category, detail, amountCents, ownerText, note }) => ({ category, detail, amountCents, ownerText, note, actualCents: null })), []);
  await adoptTeam(work, use.team);
  const ids = new Map(use.tasks.map(({ key }) => [key, newId()]));
  await adoptTasks(work, use.tasks.map(({ key, phase, whenText, startOn, endOn, dueTime, title, ownerText, note, after }) => ({
    id: ids.get(key) ?? newId(), phase, whenText, startOn, endOn, dueTime, title, ownerText, note, state: 'open' as const,
    links: after.map(({ key: before, ...link }) => ({ predecessorId: ids.get(before) ?? '', ...link })),
  })), []);
  await adoptPlanLists(work, use.lists, { replace: false });
  await adoptSections(work, use.sections.map(sectionOf), { replace: false });
}

/** A section that this plan does not know by its key becomes one of the campaign's own, under its title. */
function sectionOf({ key, title, text }: PlaybookFile['sections'][number]): AdoptedSection {
  const known = SECTION_KEYS.find((one) => one === key);
  return known ? { key: known, title: '', text } : { key: 'own', title: title || key, text };
}

/** Everything of a campaign that the next one can use. */
async function savedCampaign({ db, thing }: Work<CampaignFacts>): Promise<SavedCampaign> {
  const campaign = await findCampaign(db, thing.id);
  const [goals, budget, people, groups, areas, tasks, lists, sections] = [
    await goalRows(db, thing.id), await budgetLines(db, thing.id), await memberRows(db, thing.id), await groupDuties(db, thing.id),
    await areaRows(db, thing.id), await taskRows(db, thing.id, dayIn(thing.timeZone)), await planLists(db, thing.id), await planSections(db, thing.id),
  ];
  return {
    campaign, ownDays: await companyDays(db), goals, people, tasks, lists,
    budget: budget.filter(({ afterPlan }) => !afterPlan).map(({ plannedCents, ...line }) => ({ ...line, amountCents: plannedCents })),
    groups: groups.map(({ group, duties, worksWith }) => ({ group, duties, worksWith })).filter(({ duties, worksWith }) => duties !== '' || worksWith !== ''),
    areas: areas.filter(({ area }) => area !== ''),
    sections: sections.map(({ key, title, content }) => ({ key, title, text: plainText(content) })).filter(({ text }) => text !== ''),
  };
}

/** The campaign as one of the company's own playbooks; the schema drops what belongs to this campaign alone (ids, positions). */
export async function saveFromCampaign(work: Work<CampaignFacts>, { body }: Input<'saveFromCampaign'>): Promise<Output<'saveFromCampaign'>> {
  const words = playbookMessages[work.caller.locale];
  const figure = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 2 });
  const content = playbookFile.parse(playbookFrom(await savedCampaign(work), body, ({ target, actual, unit }) => words.actualNote(figure(target), figure(actual), unit)));
  const id = newId();
  await insertPlaybook(work.db, { id, builtInKey: null, fromCampaignId: work.thing.id, content, by: work.actor.userId });
  await work.record({ kind: 'playbook.saved', campaignId: work.thing.id, subject: { type: 'playbook', id }, after: { playbook: content.name } });
  return { key: id };
}
