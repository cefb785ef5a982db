import { useMessages } from '#platform/web/i18n.tsx';
import { usePhone } from '#platform/web/media.ts';
import { Section } from '#platform/web/ui/Page.tsx';
import type { FrozenPlan } from '../approval.content.rules.ts';
import { approvalPlanMessages } from '../approval.plan.web.messages.ts';
import css from './difference.module.css';

/** More warnings than this are folded away on a phone: the decision comes first. */
const FEW = 3;

/** What the check found when the plan was submitted, with the sentences that answered it, beside the button. One sentence to several stands once. */
export function CheckAnswers({ plan: { check } }: { readonly plan: FrozenPlan }) {
  const words = useMessages(approvalPlanMessages).check;
  const phone = usePhone();
  if (!check) return null;
  const warnings = check.filter((finding) => finding.severity !== 'hint');
  const hints = check.filter((finding) => finding.severity === 'hint');
  const answers = [...Map.groupBy(warnings, (finding) => finding.answer)].map(([answer, found]) => (
    <div key={answer} className={css['answer']}>
      <p>{answer ? <><b>{words.answer}</b>{answer}</> : words.unanswered}</p>
      <ul>{found.map((finding, index) => <li key={`${finding.rule} ${String(index)}`}>{finding.what}</li>)}</ul>
    </div>
  ));
  return (
    <Section title={words.title}>
      <div className={css['check']}>
        {phone && warnings.length > FEW ? <details><summary>{words.answered(warnings.length)}</summary>{answers}</details> : <><p>{warnings.length > 0 ? words.answered(warnings.length) : words.clean}</p>{answers}</>}
        {hints.length > 0 ? <details><summary>{words.hints(hints.length)}</summary><ul>{hints.map((finding, index) => <li key={`${finding.rule} ${String(index)}`}>{finding.what}</li>)}</ul></details> : null}
      </div>
    </Section>
  );
}
