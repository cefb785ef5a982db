import { useState } from 'react';
import { formatResult } from '#platform/shared/measure.ts';
import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import { FieldRow, Form } from '#platform/web/ui/Form.tsx';
import { TextField } from '#platform/web/ui/Field.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import type { Goal } from '../goal.contract.ts';
import { attainment, ratioActual } from '../goal.rules.ts';
import { goalWebMessages } from '../goal.web.messages.ts';
import { readFigure, showFigure } from './figure.ts';
import { useSaveGoal } from './useGoalForm.ts';
import type { Judge } from './useJudge.ts';
import css from './goal.module.css';

interface Props {
  readonly goal: Goal;
  readonly judge: Judge;
  readonly canRecord: boolean;
  readonly onRefused: (sentence: string) => void;
  readonly onSaved: (sentence: string) => void;
}

/** What was reached: of a rate both figures, so that the share can be traced (S3). */
export function GoalResult({ goal, judge, canRecord, onRefused, onSaved }: Props) {
  const words = useMessages(goalWebMessages);
  const metric = judge.metricFor(goal);
  const ratio = goal.kind === 'rate' || goal.kind === 'growth' || (metric !== undefined && judge.wordsOf(metric).denominator !== '');
  const labels = metric ? judge.wordsOf(metric) : { numerator: '', denominator: '' };
  const { form, actual } = useResultForm(goal, judge.campaign.id, ratio, { onRefused, onSaved });
  if (!canRecord) return <><Said goal={goal} actual={goal.actual} /><p className={css['hint']}>{words.result.readOnly}</p></>;
  return (
    <Form form={form} submitLabel={words.result.save}>
      <p className={css['hint']}>{!ratio ? words.result.plainText : goal.kind === 'growth' ? words.result.growthText : words.result.text}</p>
      {ratio ? (
        <FieldRow>
          <TextField label={labels.numerator || words.result.numerator} inputMode="decimal" autoComplete="off" {...form.field('numerator')} />
          <TextField label={labels.denominator || words.result.denominator} inputMode="decimal" autoComplete="off" {...form.field('denominator')} />
        </FieldRow>
      ) : null}
      {ratio && form.values.numerator.trim() !== '' && form.values.denominator.trim() !== '' ? null : <TextField label={words.result.actual} inputMode="decimal" autoComplete="off" {...form.field('actual')} />}
      {readFigure(form.values.denominator) === 0 && ratio ? <p className={css['mend']}>{words.result.zero}</p> : null}
      <Said goal={goal} actual={actual} />
      <TextField label={words.detail.fields.note} maxLength={500} {...form.field('note')} />
    </Form>
  );
}

function useResultForm(goal: Goal, campaignId: string, ratio: boolean, { onRefused, onSaved }: Pick<Props, 'onRefused' | 'onSaved'>) {
  const { detail: words, result: resultWords } = useMessages(goalWebMessages);
  const save = useSaveGoal(campaignId);
  const [seen, setSeen] = useState({ actual: goal.actual, actualNumerator: goal.actualNumerator, actualDenominator: goal.actualDenominator, note: goal.note });
  const wrong = (text: string) => (readFigure(text) === undefined ? words.notNumber : undefined);
  const form = useForm({
    initial: { numerator: showFigure(goal.actualNumerator), denominator: showFigure(goal.actualDenominator), actual: showFigure(goal.actual), note: goal.note },
    check: (values) => ({ numerator: wrong(values.numerator), denominator: wrong(values.denominator), actual: wrong(values.actual) }),
    submit: async (values) => {
      const [numerator, denominator] = [readFigure(values.numerator) ?? null, readFigure(values.denominator) ?? null];
      const both = ratio && numerator !== null && denominator !== null;
      const next = { actual: both ? ratioActual(goal, numerator, denominator) : (readFigure(values.actual) ?? null), actualNumerator: numerator, actualDenominator: denominator, note: values.note.trim() };
      const fields = (Object.keys(next) as (keyof typeof next)[]).filter((field) => next[field] !== seen[field]);
      const { status, conflicts } = await save(goal.id, Object.fromEntries(fields.map((field) => [field, { from: seen[field], to: next[field] }])));
      if (status !== 'ok') return onRefused(status === 'gone' ? words.gone : words.conflict(conflicts[0]?.by ?? '', resultWords.actual));
      setSeen(next);
      onSaved(words.saved(goal.metric));
    },
  });
  const [numerator, denominator] = [readFigure(form.values.numerator), readFigure(form.values.denominator)];
  const actual = ratio && typeof numerator === 'number' && typeof denominator === 'number' ? ratioActual(goal, numerator, denominator) : (readFigure(form.values.actual) ?? null);
  return { form, actual };
}

/** The actual and its attainment, as they will be. */
function Said({ goal, actual }: { readonly goal: Goal; readonly actual: number | null }) {
  const words = useMessages(goalWebMessages).result;
  const formats = useFormats();
  const locale = useLocale();
  return (
    <p className={css['sentence']}>
      {words.becomes(formatResult(actual, goal, locale))} · {words.share(formats.percent(attainment({ ...goal, actual }), 1))}
    </p>
  );
}
