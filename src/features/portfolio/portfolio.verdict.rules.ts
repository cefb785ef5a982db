import type { Budget } from '#features/budget/budget.contract.ts';
import type { Campaign } from '#features/campaign/campaign.contract.ts';
import type { Evaluation } from '#features/evaluation/evaluation.contract.ts';
import { verdictOf } from '#features/evaluation/evaluation.rules.ts';
import type { Goal } from '#features/goal/goal.contract.ts';
import type { Plan } from '#features/plan/plan.contract.ts';
import { ruleWords } from '#features/check/check.messages.ts';
import type { Task } from '#features/schedule/schedule.contract.ts';
import { daysBetween, type Day } from '#platform/shared/calendar.ts';
import { formatMeasure } from '#platform/shared/measure.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { formatMoney } from '#platform/shared/money.ts';
import { overviewMessages } from './portfolio.overview.messages.ts';
import { elapsedShare, goalPlace, momentOf } from './portfolio.overview.rules.ts';

/** Everything that the overview is made from. */
export interface OverviewFacts {
  readonly campaign: Campaign;
  readonly goals: readonly Goal[];
  readonly budget: Budget;
  readonly tasks: readonly Task[];
  readonly today: Day;
  readonly plan: Plan;
  readonly evaluation: Evaluation;
  /** Why it was cancelled, when it was. */
  readonly cancelReason: string;
}

/** A piece of the sentence at the top; `off` is what is off course and wants the eye. */
export interface VerdictPart {
  readonly text: string;
  readonly off?: true;
}

/** The language of the sentence, and how it writes days, lists and shares. */
export interface Writing {
  readonly locale: Locale;
  readonly day: (day: Day) => string;
  readonly list: (items: readonly string[]) => string;
  readonly percent: (share: number, digits: number) => string;
}

const said = (text: string): VerdictPart => ({ text });
const off = (text: string): VerdictPart => ({ text, off: true });

/** The sentence that a busy lead reads first: made from the data, per stage of the campaign. */
export function overviewVerdict(facts: OverviewFacts, writing: Writing): readonly VerdictPart[] {
  const words = overviewMessages[writing.locale].verdict;
  const { stage } = facts.campaign;
  if (stage === 'draft') return draftVerdict(facts, writing);
  if (stage === 'submitted') return [said(words.submitted(facts.plan.versions[0]?.number ?? 1)), off(words.awaiting), said(`${words.colon}${contentOf(facts, writing)}${words.end}`), ...inForce(facts, (number) => words.follow(words.inForce(number)))];
  if (stage === 'approved') return [said(words.approved(facts.plan.versions[0]?.number ?? 1)), said(approachOf(facts, writing))];
  if (stage === 'reviewing') return [said(verdictOf(facts.evaluation, writing.locale)), reportPart(facts, writing)];
  if (stage === 'archived') return [said(verdictOf(facts.evaluation, writing.locale)), said(words.follow(words.archived))];
  if (stage === 'cancelled') return [off(words.cancelled), said(facts.cancelReason ? `${words.colon}${facts.cancelReason}` : words.end)];
  return runningVerdict(facts, writing);
}

function contentOf({ goals, budget, tasks }: OverviewFacts, { locale }: Writing): string {
  return overviewMessages[locale].verdict.content(goals.length, formatMoney(budget.totals.amountCents), tasks.length);
}

/** Said only while an approved plan is written again. */
const inForce = ({ plan }: OverviewFacts, say: (number: number) => string): readonly VerdictPart[] => {
  const approved = plan.versions.find((version) => version.decision === 'approved');
  return approved ? [said(say(approved.number))] : [];
};

function draftVerdict(facts: OverviewFacts, writing: Writing): readonly VerdictPart[] {
  const words = overviewMessages[writing.locale].verdict;
  const latest = facts.plan.versions[0];
  if (latest?.decision === 'returned') return [off(words.returned(latest.number)), said(`${words.colon}${latest.reason ?? ''}`)];
  const gaps = [...new Set(facts.plan.gaps.map((gap) => ruleWords(gap.rule, writing.locale).name))];
  const past = facts.tasks.filter((task) => task.effectiveState === 'delayed').length;
  const revising = inForce(facts, words.revising);
  if (gaps.length === 0) return [...revising, said(words.ready(contentOf(facts, writing))), ...(past > 0 ? [off(words.follow(words.past(past)))] : [])];
  return [...revising, said(revising.length > 0 ? words.revision : words.drafting), off(words.lacking(writing.list(gaps))), said(words.thenSubmit)];
}

function approachOf({ campaign, today }: OverviewFacts, { locale }: Writing): string {
  const words = overviewMessages[locale].verdict;
  const moment = momentOf(campaign, today);
  return moment.kind === 'before' || moment.kind === 'beforeEvent' ? words.follow(`${words[moment.kind](moment.days)}${words.end}`) : '';
}

function runningVerdict(facts: OverviewFacts, writing: Writing): readonly VerdictPart[] {
  const words = overviewMessages[writing.locale].verdict;
  const clauses = [goalParts(facts, writing), moneyParts(facts, writing), taskParts(facts, writing), [momentPart(facts, writing)]].filter((clause) => clause.length > 0);
  return clauses.flatMap((clause, index) => (index === 0 ? clause : [said(words.join), ...clause])).concat(said(words.end));
}

/** The goal that is furthest behind is named; otherwise how many are on course. */
function goalParts({ campaign, goals, today }: OverviewFacts, writing: Writing): readonly VerdictPart[] {
  const words = overviewMessages[writing.locale].verdict;
  const elapsed = elapsedShare(campaign, today);
  const places = goals.map((goal) => ({ goal, place: goalPlace(goal, elapsed, campaign.stage) }));
  const measured = places.filter(({ place }) => place.standing !== 'none');
  if (measured.length === 0) return elapsed > 0 && campaign.stage === 'live' ? [off(words.noActuals)] : [];
  const worst = measured.filter(({ place }) => place.standing === 'behind' || place.standing === 'missed').toSorted((a, b) => (a.place.gap ?? 0) - (b.place.gap ?? 0))[0];
  if (!worst) return [said(words.onCourse(measured.length))];
  const { goal, place } = worst;
  const figures = words.figures(goal.metric, formatMeasure(goal.actual, { ...goal, unit: '' }, writing.locale), formatMeasure(goal.target, goal, writing.locale));
  const gap = writing.percent(Math.abs(place.gap ?? 0), 0);
  return [said(figures), off(place.standing === 'missed' ? words.short(gap) : words.behind(gap))];
}

function moneyParts({ budget }: OverviewFacts, writing: Writing): readonly VerdictPart[] {
  const words = overviewMessages[writing.locale].verdict;
  const { amountCents, actualCents } = budget.totals;
  if (actualCents === null) return [said(words.noCost(formatMoney(amountCents)))];
  if (actualCents > amountCents) return [off(words.overspent(formatMoney(actualCents - amountCents)))];
  return [said(words.spent(formatMoney(actualCents), amountCents === 0 ? '—' : writing.percent(actualCents / amountCents, 0)))];
}

function taskParts({ tasks }: OverviewFacts, { locale }: Writing): readonly VerdictPart[] {
  const words = overviewMessages[locale].verdict;
  const late = tasks.filter((task) => task.effectiveState === 'delayed').length;
  return late > 0 ? [off(words.late(late))] : tasks.length > 0 ? [said(words.noneLate)] : [];
}

function momentPart({ campaign, today }: OverviewFacts, { locale }: Writing): VerdictPart {
  const words = overviewMessages[locale].verdict;
  const moment = momentOf(campaign, today);
  if (moment.kind === 'event') return said(words.event(moment.day));
  if (moment.kind === 'after') return off(words.after(moment.days));
  return said(words[moment.kind](moment.days));
}

function reportPart({ evaluation, today }: OverviewFacts, writing: Writing): VerdictPart {
  const words = overviewMessages[writing.locale].verdict;
  if (evaluation.reportState === 'approved') return said(words.follow(words.reportApproved));
  if (evaluation.reportState === 'waiting') return off(words.follow(words.reportWaiting));
  if (evaluation.reportState === 'outdated') return off(words.follow(words.reportOutdated));
  const left = daysBetween(today, evaluation.dueOn);
  return left < 0 ? off(words.follow(words.reportLate(writing.day(evaluation.dueOn), -left))) : said(words.follow(words.reportDue(writing.day(evaluation.dueOn), left)));
}
