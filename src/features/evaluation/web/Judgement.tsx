import { useMessages } from '#platform/web/i18n.tsx';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { Field } from '#platform/web/ui/Field.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import type { Evaluation } from '../evaluation.contract.ts';
import { evaluationWebMessages } from '../evaluation.web.messages.ts';
import css from './evaluation.module.css';
import { useJudgementDraft, type JudgementField } from './useJudgementDraft.ts';

const FIELDS: readonly JudgementField[] = ['highlights', 'shortcomings', 'nextSteps'];
const ROWS = 4;

/** 亮点, 不足, 下一步 (R1.2): saved when a field is left; what someone else wrote meanwhile is never overwritten. */
export function Judgement({ campaignId, evaluation }: { readonly campaignId: string; readonly evaluation: Evaluation }) {
  const words = useMessages(evaluationWebMessages).judgement;
  const { judgement, can } = evaluation;
  return (
    <Section title={words.title} actions={can.write ? <span className={css['hint']}>{words.text}</span> : null}>
      {can.write
        ? FIELDS.map((field) => <JudgementEditor key={field} campaignId={campaignId} field={field} stored={judgement[field]} />)
        : <dl className={css['judgement']}>{FIELDS.map((field) => <div key={field} id={`evaluation-${field}`}><dt>{words.fields[field]}</dt><dd>{judgement[field] || words.nothing}</dd></div>)}</dl>}
    </Section>
  );
}

function JudgementEditor({ campaignId, field, stored }: { readonly campaignId: string; readonly field: JudgementField; readonly stored: string }) {
  const words = useMessages(evaluationWebMessages).judgement;
  const draft = useJudgementDraft(campaignId, field, stored);
  return (
    <div id={`evaluation-${field}`} className={css['editor']}>
      <Field label={words.fields[field]} hint={words.hints[field]} error={draft.state === 'failed' ? draft.problem : undefined}>
        {(control) => <textarea {...control} name={field} rows={ROWS} maxLength={5000} value={draft.text} onChange={(event) => draft.type(event.target.value)} onBlur={() => void draft.save()} />}
      </Field>
      <p className={css['saving']} role="status">
        {draft.state === 'failed' ? <>{words.failed} <Button kind="link" onClick={() => void draft.save()}>{words.retry}</Button></> : draft.state === 'idle' ? null : words[draft.state]}
      </p>
      {draft.theirs === undefined ? null : (
        <Banner tone="warn">
          <p>{words.conflict}</p>
          <blockquote className={css['theirs']}>{draft.theirs || words.nothing}</blockquote>
          <div className={css['choices']}>
            <Button small onClick={() => void draft.settle('theirs')}>{words.takeTheirs}</Button>
            <Button small onClick={() => void draft.settle('mine')}>{words.keepMine}</Button>
            <Button small onClick={() => void draft.settle('both')}>{words.joinBoth}</Button>
          </div>
        </Banner>
      )}
    </div>
  );
}
