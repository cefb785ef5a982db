import { writesPlan, type CampaignFacts } from '#features/campaign/campaign.policy.ts';
import type { FindingView } from '#features/check/check.contract.ts';
import { ruleWords } from '#features/check/check.messages.ts';
import { CHECK_RULES, isOff, passedRules, type Finding } from '#features/check/check.rules.ts';
import type { Reader } from '#platform/server/db/database.ts';
import type { ReadWork, Work } from '#platform/server/operation.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { Problem } from '#platform/shared/problem.ts';
import type * as contract from '../plan.check.contract.ts';
import { findingsOf } from './plan.checked.ts';
import { applyFixOf } from './plan.fixes.ts';

export const viewOf = ({ fix, ...finding }: Finding): FindingView => ({ ...finding, fix: fix ? { ...fix } : null });

export async function checkPlan({ actor, db, thing }: ReadWork<CampaignFacts>): Promise<OutputOf<typeof contract.checkPlan>> {
  const { findings, settings } = await findingsOf(db, thing.id, thing.timeZone);
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  return {
    findings: findings.map(viewOf),
    counts: { error: count('error'), warning: count('warning'), hint: count('hint') },
    rules: CHECK_RULES.filter((rule) => !isOff(rule, settings)).length,
    passed: passedRules(findings, settings),
    can: { fix: writesPlan(actor, thing) },
  };
}

export async function applyFix(work: Work<CampaignFacts>, { body }: InputOf<typeof contract.applyFix>): Promise<OutputOf<typeof contract.applyFix>> {
  const { plan, findings } = await findingsOf(work.db, work.thing.id, work.thing.timeZone);
  const finding = findings.find(({ key }) => key === body.key);
  if (!finding?.fix) throw new Problem('plan.finding_gone', 409);
  await applyFixOf(work, plan, finding.fix);
  return { rule: finding.rule };
}

/** What blocks a submission, for the pages that say so in a word. */
export async function blockingFindings(db: Reader, { id, timeZone }: CampaignFacts): Promise<readonly FindingView[]> {
  return (await findingsOf(db, id, timeZone)).findings.filter(({ severity }) => severity === 'error').map(viewOf);
}

/** A finding as a version keeps it: what was wrong when it was submitted, and what was said to it. */
export interface AnsweredFinding {
  readonly rule: string;
  readonly clause: string;
  readonly severity: Finding['severity'];
  readonly what: string;
  readonly answer: string;
}

interface Answers {
  /** By rule. */
  readonly answers: Readonly<Record<string, string>>;
  /** For every rule that has none of its own. */
  readonly answer: string;
}

/**
 * Holds a plan against the check before it is frozen: errors refuse it, every warning needs a sentence. The findings go into the version with their answers.
 * @throws plan.incomplete, plan.warnings_unanswered, both with the findings that they are about.
 */
export async function passCheck({ db, thing, caller }: Work<CampaignFacts>, { answers, answer }: Answers): Promise<readonly AnsweredFinding[]> {
  const { findings } = await findingsOf(db, thing.id, thing.timeZone);
  const told = (of: readonly Finding[]) => ({ findings: of.map(({ rule, data }) => ({ rule, data })) });
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Problem('plan.incomplete', 409, told(errors));
  const answerTo = (rule: string) => answers[rule]?.trim() || answer.trim();
  const open = findings.filter(({ severity, rule }) => severity === 'warning' && answerTo(rule) === '');
  if (open.length > 0) throw new Problem('plan.warnings_unanswered', 409, told(open));
  return findings.map(({ rule, clause, severity, data }) => ({ rule, clause, severity, what: ruleWords(rule, caller.locale).what(data), answer: severity === 'warning' ? answerTo(rule) : '' }));
}
