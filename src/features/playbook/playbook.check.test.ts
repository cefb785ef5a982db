import { describe, expect, it } from 'vitest';
import { RESERVE_BOUNDS } from '#features/budget/budget.rules.ts';
import { runCheck, type CheckedPlan, type Finding } from '#features/check/check.rules.ts';
import { TEAM_GROUPS } from '#features/campaign/campaign.policy.ts';
import { blocksOf, wordsOf } from '#features/plan/plan.section.rules.ts';
import { addDays, type Day } from '#platform/shared/calendar.ts';
import { eventEnd } from './playbook.dates.rules.ts';
import { playbookFile, type PlaybookFile } from './playbook.file.contract.ts';
import { placeholdersOf, playbookUse } from './playbook.use.rules.ts';
import brand from './playbooks/brand.json' with { type: 'json' };
import exhibition from './playbooks/exhibition.json' with { type: 'json' };
import festival from './playbooks/festival.json' with { type: 'json' };
import launch from './playbooks/launch.json' with { type: 'json' };
import loyalty from './playbooks/loyalty.json' with { type: 'json' };

/** What a company answers where a playbook asks for its own figure. */
const OWN_FIGURE: Readonly<Record<string, number>> = { 销售额: 600_000, 意向签约金额: 3_000_000, ROI: 120, 品牌认知率: 35 };
const PEOPLE = ['陈婧', '刘洋', '王芳', '李想', '赵敏'];

/** The plan that a playbook becomes in a company of five, each at the head of a group, with every question of the playbook answered. */
function planOf(file: PlaybookFile, eventFrom: Day): CheckedPlan {
  const targets = file.goals.map(({ metric, target }) => target ?? OWN_FIGURE[metric] ?? null);
  const words = Object.fromEntries(placeholdersOf(file).map((placeholder) => [placeholder, placeholder.slice(1, -1)]));
  const use = playbookUse(file, { eventFrom, eventTo: eventEnd(file.period, eventFrom), totalCents: file.budget.totalCents, targets, words });
  const rows = <T extends object>(part: string, list: readonly T[]) => list.map((row, index) => ({ ...row, id: `${part}${index + 1}` }));
  return {
    campaign: { name: file.name, scenario: file.scenario, theme: use.theme, audience: use.audience, leadId: 'lead', ...use.days },
    today: addDays(use.days.startsOn, -1),
    reserve: RESERVE_BOUNDS,
    goals: rows('goal', use.goals).map((goal) => ({ ...goal, baseline: goal.kind === 'growth' ? 100 : null, baselineSource: goal.kind === 'growth' ? '活动前30天日均' : '', ownerText: '', parts: [], past: null, known: null })),
    budget: rows('line', use.budget).map((line) => ({ ...line, routed: true })),
    team: TEAM_GROUPS.map((group, index) => ({ userId: group, name: PEOPLE[index] ?? '', group })),
    tasks: use.tasks.map((task) => ({ ...task, id: task.key, cancelled: false, links: task.after.map(({ key, ...link }) => ({ predecessorId: key, ...link })) })),
    sections: rows('section', use.sections).map(({ id, key, title, text }) => ({ id, key, title, words: wordsOf({ type: 'doc', content: blocksOf(text) }) })),
    personas: rows('persona', use.lists.personas), channels: rows('channel', use.lists.channels), materials: rows('material', use.lists.materials),
    steps: rows('step', use.lists.steps), zones: rows('zone', use.lists.zones), risks: rows('risk', use.lists.risks),
    questions: rows('question', use.lists.questions), data: rows('data', use.lists.data), areas: rows('area', use.team.areas),
  };
}

const told = (findings: readonly Finding[]): string[] => findings.map(({ rule, severity, key, data }) => `${severity} ${rule} ${key} ${JSON.stringify(data)}`);

/** P05: the years whose days off are known end with 2026. W07: prizes and prices want their rules shown; a promotion speaks of them. */
const OF_THE_TIMES = ['P05', 'W07'];

describe.each(Object.entries({ launch, brand, festival, loyalty, exhibition }).map(([scenario, content]): [string, PlaybookFile] => [scenario, playbookFile.parse(content)]))('过审检查 of %s', (_, playbook) => {
  it.each<Day>(['2025-10-16', '2026-05-01', '2026-02-14', '2026-11-11'])('finds nothing to mend with the event on %s', (eventFrom) => {
    const findings = runCheck(planOf(playbook, eventFrom)).filter(({ rule }) => !OF_THE_TIMES.includes(rule));
    expect(told(findings)).toEqual([]);
  });

  it('asks the company for few things', () => {
    expect(placeholdersOf(playbook).length).toBeLessThanOrEqual(5);
    expect(playbook.goals.filter(({ target }) => target === null).length).toBeLessThanOrEqual(2);
  });
});
