import { BASICS_RULES } from './check.basics.rules.ts';
import { CHANNEL_RULES } from './check.channels.rules.ts';
import { DATA_RULES } from './check.data.rules.ts';
import { GOAL_RULES } from './check.goals.rules.ts';
import { MILESTONE_RULES } from './check.milestones.rules.ts';
import { MONEY_RULES } from './check.money.rules.ts';
import { RISK_RULES } from './check.risks.rules.ts';
import { SEVERITIES, type CheckRule, type CheckSettings, type Finding, type Severity } from './check.rule.value.ts';
import { SCHEDULE_RULES } from './check.schedule.rules.ts';
import { SITE_RULES } from './check.site.rules.ts';
import { SMART_RULES } from './check.smart.rules.ts';
import { TEAM_RULES } from './check.team.rules.ts';
import type { CheckedPlan } from './check.value.ts';
import { WORDS_RULES } from './check.words.rules.ts';

export type { CheckSettings, Finding, Fix, FixKind, FixTask, Severity, Where } from './check.rule.value.ts';
export type { CheckedPlan } from './check.value.ts';

/** Basics, goals, budget, team, schedule, channels, materials, on site, risks, data, words. */
const ORDER = 'PGBTSCMORDW';

/** Every rule of 过审检查, in the order of the standard. */
export const CHECK_RULES: readonly CheckRule[] = [
  ...BASICS_RULES, ...GOAL_RULES, ...SMART_RULES, ...MONEY_RULES, ...TEAM_RULES, ...SCHEDULE_RULES, ...MILESTONE_RULES, ...CHANNEL_RULES, ...SITE_RULES, ...RISK_RULES, ...DATA_RULES, ...WORDS_RULES,
].toSorted((a, b) => ORDER.indexOf(a.id.charAt(0)) - ORDER.indexOf(b.id.charAt(0)) || a.id.localeCompare(b.id));

export const isOff = (rule: CheckRule, settings: CheckSettings): boolean => rule.essential !== true && settings[rule.id]?.off === true;

/** The bounds in force: the rule's own, with what the company set where it is in range. */
export function boundsOf(rule: CheckRule, settings: CheckSettings): Readonly<Record<string, number>> {
  const set = settings[rule.id]?.bounds ?? {};
  return Object.fromEntries(Object.entries(rule.bounds ?? {}).map(([name, { value, from, to }]) => {
    const wanted = set[name];
    return [name, wanted !== undefined && wanted >= from && wanted <= to ? wanted : value];
  }));
}

export const severityOf = (rule: CheckRule, settings: CheckSettings): Severity => (rule.essential ? rule.severity : (settings[rule.id]?.severity ?? rule.severity));

/** The milder of two. */
const milder = (one: Severity, other: Severity): Severity => (SEVERITIES.indexOf(one) > SEVERITIES.indexOf(other) ? one : other);

/**
 * Runs every rule that is on over a plan. Findings come with the gravest first, then in the order of the rules; the `key` of a finding
 * is the same as long as it is about the same place, so that it can be named in a request.
 */
export function runCheck(plan: CheckedPlan, settings: CheckSettings = {}): readonly Finding[] {
  const findings = CHECK_RULES.filter((rule) => !isOff(rule, settings)).flatMap((rule) => {
    const severity = severityOf(rule, settings);
    return rule.run(plan, boundsOf(rule, settings)).map(({ where, data = {}, fix, key, severity: own }): Finding => ({
      key: [rule.id, where.id, key].filter(Boolean).join(':'), rule: rule.id, clause: rule.clause, severity: own ? milder(severity, own) : severity, data, where, ...(fix ? { fix } : {}),
    }));
  });
  return findings.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

/** How many of the rules that are on found nothing. */
export function passedRules(findings: readonly Finding[], settings: CheckSettings = {}): number {
  const failed = new Set(findings.map(({ rule }) => rule));
  return CHECK_RULES.filter((rule) => !isOff(rule, settings) && !failed.has(rule.id)).length;
}
