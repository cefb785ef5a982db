import { useState } from 'react';
import { callOperation } from '#platform/web/client.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useRefresh } from '#platform/web/query.ts';
import { useForm } from '#platform/web/ui/form.ts';
import type { Owner } from '#platform/web/ui/PersonSelect.tsx';
import { editGoals, type Goal, type GoalFields } from '../goal.contract.ts';
import { goalWebMessages } from '../goal.web.messages.ts';
import { readFigure, showFigure } from './figure.ts';

/** What the form holds: figures and days as they are typed. */
export interface GoalValues {
  readonly level: string;
  readonly metric: Owner;
  readonly kind: string;
  readonly direction: string;
  readonly target: string;
  readonly unit: string;
  readonly baseline: string;
  readonly baselineSource: string;
  readonly dueOn: string;
  readonly owner: Owner;
  readonly measure: string;
  readonly reason: string;
  readonly note: string;
}

export const valuesOf = (goal: Goal): GoalValues => ({
  level: goal.level, metric: { text: goal.metric, id: null }, kind: goal.kind, direction: goal.direction, target: showFigure(goal.target), unit: goal.unit, baseline: showFigure(goal.baseline), baselineSource: goal.baselineSource,
  dueOn: goal.dueOn ?? '', owner: { text: goal.ownerText, id: goal.ownerId }, measure: goal.measure, reason: goal.reason, note: goal.note,
});

type Written = Omit<GoalFields, 'actual' | 'actualNumerator' | 'actualDenominator'>;

/** The goal as it is typed; a figure that is none yet counts as open. */
export function writtenOf(values: GoalValues): Written {
  return {
    level: values.level as Written['level'], metric: values.metric.text.trim(), kind: values.kind as Written['kind'], direction: values.direction as Written['direction'], target: readFigure(values.target) ?? 0, unit: values.unit.trim(),
    baseline: readFigure(values.baseline) ?? null, baselineSource: values.baselineSource.trim(), dueOn: values.dueOn || null, ownerText: values.owner.text.trim(), measure: values.measure.trim(), reason: values.reason.trim(), note: values.note.trim(),
  };
}

type Changes = Partial<Record<keyof GoalFields, { from: unknown; to: unknown }>>;
export interface SaveAnswer {
  readonly status: 'ok' | 'gone' | 'conflict';
  readonly conflicts: readonly { readonly field: string; readonly by: string | null }[];
}

/** Saves fields of one goal against what was seen; the campaign is refreshed before it answers. */
export function useSaveGoal(campaignId: string): (id: string, set: Changes) => Promise<SaveAnswer> {
  const refresh = useRefresh();
  return async (id, set) => {
    if (Object.keys(set).length === 0) return { status: 'ok', conflicts: [] };
    const { outcomes } = await callOperation(editGoals, { params: { campaignId }, body: { changes: [{ type: 'update', id, set }] } } as never);
    await refresh(campaignId);
    return outcomes[0] ?? { status: 'ok', conflicts: [] };
  };
}

/**
 * The form over one goal. Only what was changed is sent, beside what was seen when it was opened; where someone else was faster, nothing is overwritten
 * and `onRefused` is told in words, so that the form can start again from what is stored now.
 */
export function useGoalForm(campaignId: string, goal: Goal, onRefused: (sentence: string) => void) {
  const words = useMessages(goalWebMessages).detail;
  const save = useSaveGoal(campaignId);
  const [seen, setSeen] = useState<Written>(goal);
  const names = words.fields as Readonly<Record<string, string>>;
  const nameOf = (field: string): string => names[({ dueOn: 'due', ownerText: 'owner' } as Readonly<Record<string, string>>)[field] ?? field] ?? field;
  const isFigure = (text: string): boolean => Number(readFigure(text) ?? (text.trim() === '' ? 0 : -1)) >= 0;
  const [saved, setSaved] = useState('');
  const form = useForm<GoalValues>({
    initial: valuesOf(goal),
    check: (values) => ({
      metric: values.metric.text.trim() ? undefined : words.metricMissing,
      target: isFigure(values.target) ? undefined : words.notNumber,
      baseline: isFigure(values.baseline) ? undefined : words.notNumber,
    }),
    submit: async (values) => {
      const written = writtenOf(values);
      const changed = (Object.keys(written) as (keyof Written)[]).filter((field) => written[field] !== seen[field]);
      const { status, conflicts } = await save(goal.id, Object.fromEntries(changed.map((field) => [field, { from: seen[field], to: written[field] }])));
      if (status !== 'ok') return onRefused(status === 'gone' ? words.gone : conflicts.map(({ field, by }) => words.conflict(by ?? '', nameOf(field))).join(' '));
      setSeen(written);
      setSaved(words.saved(written.metric));
    },
  });
  return { form, saved };
}
