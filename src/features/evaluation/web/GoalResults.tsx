import { useMemo } from 'react';
import { editGoals, type Goal } from '#features/goal/goal.contract.ts';
import { attainment, isReached } from '#features/goal/goal.rules.ts';
import { formatResult, formatTarget } from '#platform/shared/measure.ts';
import { Grid } from '#platform/web/grid/Grid.tsx';
import type { GridColumn } from '#platform/web/grid/grid.types.ts';
import { useRowsOperation } from '#platform/web/grid/useRowsOperation.ts';
import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import { Progress } from '#platform/web/ui/Marks.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { EmptyState } from '#platform/web/ui/States.tsx';
import { evaluationWebMessages } from '../evaluation.web.messages.ts';
import css from './evaluation.module.css';
import { isOpen, type EvaluationFacts } from './useEvaluationFacts.ts';

const LARGEST = 1e13;

/** 实际 against 目标 with attainment (R1.1); the actual is filled in here by those who record results. */
export function GoalResults({ facts: { campaign, evaluation } }: { readonly facts: EvaluationFacts }) {
  const words = useMessages(evaluationWebMessages).goals;
  const canRecord = campaign.can.recordResults && isOpen(evaluation);
  const columns = useGoalColumns(canRecord);
  const save = useRowsOperation(editGoals, campaign.id, ['actual', 'note']);
  return (
    <div id="evaluation-goals" className={css['anchor']}>
      <Section bare title={words.title} actions={<span className={css['hint']}>{canRecord ? words.edit : words.text}</span>}>
        <Grid<Goal>
          label={words.title}
          rows={evaluation.goals}
          columns={columns}
          onChange={save}
          readOnly={!canRecord}
          canInsert={false}
          canDelete={false}
          canMove={false}
          empty={<EmptyState title={words.empty}>{words.emptyText}</EmptyState>}
        />
      </Section>
    </div>
  );
}

function useGoalColumns(canRecord: boolean): readonly GridColumn<Goal>[] {
  const words = useMessages(evaluationWebMessages).goals;
  const formats = useFormats();
  const locale = useLocale();
  return useMemo(
    (): readonly GridColumn<Goal>[] => [
      { field: 'metric', title: words.metric, kind: 'text', readOnly: true, card: 'title' },
      { field: 'target', title: words.target, kind: 'number', width: 140, readOnly: true, format: (_, goal) => formatTarget(goal.target, goal, locale) },
      { field: 'actual', title: words.actual, kind: 'number', width: 140, min: -LARGEST, max: LARGEST, readOnly: !canRecord, render: (value, goal) => (typeof value === 'number' ? formatResult(value, goal, locale) : null) },
      {
        field: 'attainment', title: words.attainment, kind: 'number', width: 200, compute: (goal) => attainment(goal), format: (value) => formats.percent(typeof value === 'number' ? value : null, 1),
        render: (value, goal) => (
          <span className={css['attainment']}>
            <Progress label={`${goal.metric} ${words.attainment}`} value={typeof value === 'number' ? value : null} tone={isReached(goal) ? 'jade' : 'amber'} />
            <b>{formats.percent(typeof value === 'number' ? value : null, 1)}</b>
          </span>
        ),
      },
      { field: 'note', title: words.note, kind: 'text', maxLength: 500, readOnly: !canRecord, blank: '' },
    ],
    [words, formats, locale, canRecord],
  );
}
