import { daysBetween } from '#platform/shared/calendar.ts';
import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import { useParam } from '#platform/web/navigation.tsx';
import { Seal, StateTag, type Tone } from '#platform/web/ui/Marks.tsx';
import { Page } from '#platform/web/ui/Page.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import type { Evaluation } from '../evaluation.contract.ts';
import { verdictOf } from '../evaluation.rules.ts';
import { evaluationWebMessages } from '../evaluation.web.messages.ts';
import { CostResults } from './CostResults.tsx';
import { GoalResults } from './GoalResults.tsx';
import { Judgement } from './Judgement.tsx';
import { ReportActions } from './ReportActions.tsx';
import { ReportState } from './ReportState.tsx';
import { ScheduleResult } from './ScheduleResult.tsx';
import { useEvaluationFacts, type EvaluationFacts } from './useEvaluationFacts.ts';

/** 评估: 《活动效果评估报告》 as it grows: actual beside target and budget, judgement, approval (R1). */
export function EvaluationPage() {
  const campaignId = useParam('campaignId');
  return <Loaded query={useEvaluationFacts(campaignId)} lines={10}>{(facts) => <EvaluationView facts={facts} />}</Loaded>;
}

function EvaluationView({ facts }: { readonly facts: EvaluationFacts }) {
  const words = useMessages(evaluationWebMessages);
  const formats = useFormats();
  const { campaign, evaluation } = facts;
  const isOver = campaign.stage === 'reviewing' || campaign.stage === 'archived';
  const meta = [words.due(formats.day(evaluation.dueOn, true)), isOver || evaluation.dueCertain ? null : words.uncertain];
  return (
    <Page
      title={words.title}
      crumbs={[{ label: campaign.name, to: `/campaigns/${campaign.id}` }, { label: words.part }]}
      seal={isOver ? <ReportSeal evaluation={evaluation} /> : null}
      meta={meta}
      verdict={<Verdict evaluation={evaluation} counting={campaign.stage === 'reviewing'} />}
      actions={<ReportActions facts={facts} />}
    >
      <ReportState facts={facts} />
      <GoalResults facts={facts} />
      <CostResults facts={facts} />
      <ScheduleResult campaignId={campaign.id} schedule={evaluation.schedule} />
      <Judgement campaignId={campaign.id} evaluation={evaluation} />
    </Page>
  );
}

const tones: Record<Evaluation['reportState'], Tone> = { none: 'plain', waiting: 'doing', returned: 'late', approved: 'done', outdated: 'warn' };

function ReportSeal({ evaluation }: { readonly evaluation: Evaluation }) {
  const words = useMessages(evaluationWebMessages);
  const formats = useFormats();
  const latest = evaluation.approvals[0];
  if (evaluation.reportState === 'approved' && latest) {
    return <Seal lines={[words.seal.version(latest.version), words.seal.approved]} label={words.seal.label(latest.version, latest.decidedBy ?? '', formats.dateTime(latest.decidedAt))} />;
  }
  return <StateTag tone={tones[evaluation.reportState]}>{words.states[evaluation.reportState]}</StateTag>;
}

/** The figures in one sentence, and while the report is being written how long is left. */
function Verdict({ evaluation, counting }: { readonly evaluation: Evaluation; readonly counting: boolean }) {
  const words = useMessages(evaluationWebMessages);
  const locale = useLocale();
  const left = daysBetween(evaluation.today, evaluation.dueOn);
  const open = counting && evaluation.reportState !== 'approved' && evaluation.reportState !== 'waiting';
  const countdown = left < 0 ? <em>{words.follow(words.overdue(-left))}</em> : words.follow(words.left(left));
  return <>{verdictOf(evaluation, locale)}{open ? countdown : null}</>;
}
