import { moveCampaign } from '#features/campaign/campaign.contract.ts';
import { ruleWords } from '#features/check/check.messages.ts';
import { evaluationMessages } from '#features/evaluation/evaluation.messages.ts';
import { startPreparing } from '#features/plan/plan.contract.ts';
import type { ReactNode } from 'react';
import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { useAction } from '#platform/web/query.ts';
import { LinkButton } from '#platform/web/ui/Button.tsx';
import { ConfirmAction } from '#platform/web/ui/Dialog.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { overviewMessages } from '../portfolio.overview.messages.ts';
import { nextStepOf, type NextStep } from '../portfolio.overview.rules.ts';
import type { OverviewFacts } from '../portfolio.verdict.rules.ts';
import css from './overview.module.css';

interface StepView {
  readonly title: string;
  readonly text: ReactNode;
  readonly action?: ReactNode;
}

/** What moves the campaign on, with its button; or who does it, or what is lacking. */
export function NextStepSection({ facts }: { readonly facts: OverviewFacts }) {
  const words = useMessages(overviewMessages).next;
  const step = nextStepOf(facts.campaign.stage, facts.plan, facts.evaluation);
  const view = useStepView(facts, step);
  return (
    <section className={css['next']} aria-labelledby="next-step">
      <div>
        <h2 id="next-step">{step ? <small>{words.title}</small> : null}{view.title}</h2>
        {view.text}
      </div>
      {view.action ? <div>{view.action}</div> : null}
    </section>
  );
}

function useStepView(facts: OverviewFacts, step: NextStep | undefined): StepView {
  const words = useMessages(overviewMessages).next;
  const at = `/campaigns/${facts.campaign.id}`;
  const { campaign, plan, evaluation } = facts;
  const locale = useLocale();
  const missingNames = useMessages(evaluationMessages).missing;
  const inForce = plan.versions.find((version) => version.decision === 'approved');
  const lead = campaign.leadName ? ` ${campaign.leadName} ` : '';
  const say = (text: string, allowed = true, byPlanners = false) => <p>{text}{allowed ? null : ` ${byPlanners ? words.byPlanners(lead) : words.byLead(lead)}`}</p>;
  if (!step) {
    if (campaign.stage === 'archived') return { title: words.done, text: say(words.doneText), action: <LinkButton to={`${at}/archive`}>{words.doneButton}</LinkButton> };
    return { title: words.stopped, text: say(words.stoppedText) };
  }
  switch (step.kind) {
    case 'submit': {
      const text = step.gaps.length > 0 ? <Lacking title={words.gaps} items={step.gaps.map((gap) => ({ key: gap.key, label: ruleWords(gap.rule, locale).name, to: `${at}${gapPage[gap.where.page]}` }))} /> : say(inForce ? words.reviseText(inForce.number) : words.submitText, campaign.can.submitPlan, true);
      return { title: inForce ? words.revise : words.submit, text, ...(plan.can.submit && step.gaps.length === 0 ? { action: <LinkButton kind="primary" to={`${at}/plan?submit=now`}>{words.submitButton}</LinkButton> } : {}) };
    }
    case 'report':
    case 'resubmitReport': {
      const missing = step.kind === 'report' ? step.missing : [];
      const text = missing.length > 0 ? <Lacking title={words.missing} items={missing.map((code) => ({ key: code, label: missingNames[code], to: `${at}/evaluation` }))} /> : say(step.kind === 'report' ? words.reportText : words.resubmitReportText, evaluation.can.write, true);
      return { title: words[step.kind], text, ...(evaluation.can.write ? { action: <LinkButton kind="primary" to={`${at}/evaluation`}>{words.reportButton}</LinkButton> } : {}) };
    }
    case 'awaitPlan':
    case 'awaitReport': return { title: words[step.kind], text: say(step.kind === 'awaitPlan' && inForce ? words.awaitRevisionText : words[`${step.kind}Text`]), action: <LinkButton to={`/approvals/${step.approvalId}`}>{words.see}</LinkButton> };
    case 'archive': return { title: words.archive, text: say(words.archiveText, campaign.can.archive), ...(evaluation.can.archive ? { action: <LinkButton kind="primary" to={`${at}/archive`}>{words.archiveButton}</LinkButton> } : {}) };
    default: return { title: words[step.kind], text: say(words[`${step.kind}Text`], campaign.can.moveStage), ...(campaign.can.moveStage ? { action: <MoveButton key={step.kind} facts={facts} kind={step.kind} /> } : {}) };
  }
}

const gapPage = { overview: '?edit=now', goals: '/goals', budget: '/budget', schedule: '/schedule', team: '/team', plan: '/plan' } as const;

function Lacking({ title, items }: { readonly title: string; readonly items: readonly { readonly key: string; readonly label: string; readonly to: string }[] }) {
  return <p className={css['gaps']}><span>{title}</span>{items.map((item) => <Link key={item.key} to={item.to}>{item.label}</Link>)}</p>;
}

/** 开始筹备, 开始执行, 转入复盘: asked once more, with what speaks against it now. */
function MoveButton({ facts, kind }: { readonly facts: OverviewFacts; readonly kind: 'prepare' | 'goLive' | 'review' }) {
  const words = useMessages(overviewMessages).next;
  const formats = useFormats();
  const toast = useToast();
  const start = useAction(startPreparing);
  const move = useAction(moveCampaign);
  const { campaign, tasks, today } = facts;
  const params = { campaignId: campaign.id };
  const open = tasks.filter((task) => task.phase === 'preparation' && task.state !== 'done' && task.state !== 'cancelled').length;
  const warnings = { prepare: '', goLive: open > 0 ? words.goLiveOpen(open) : '', review: today < (campaign.eventTo ?? campaign.endsOn) ? words.reviewEarly(formats.day(campaign.eventTo ?? campaign.endsOn)) : '' };
  const run = async () => {
    if (kind === 'prepare') await start.mutateAsync({ params });
    else await move.mutateAsync({ params, body: { to: kind === 'goLive' ? 'live' : 'reviewing' } });
    toast.show({ text: words.moved[kind === 'prepare' ? 'preparing' : kind === 'goLive' ? 'live' : 'reviewing'] });
  };
  return (
    <ConfirmAction kind="primary" label={words[kind]} title={words[kind]} onConfirm={run}>
      {warnings[kind] ? <p><b>{warnings[kind]}</b></p> : null}
      <p>{words[`${kind}Ask`]}</p>
    </ConfirmAction>
  );
}
