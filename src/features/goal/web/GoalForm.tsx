import { listPeople } from '#features/account/account.contract.ts';
import { isLowerBetter } from '#features/reading/reading.metric.rules.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useOperation } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import type { Choice } from '#platform/web/ui/choice.rules.ts';
import { SelectField, TextAreaField, TextField } from '#platform/web/ui/Field.tsx';
import { FieldRow, Form } from '#platform/web/ui/Form.tsx';
import { PersonSelect, type Owner } from '#platform/web/ui/PersonSelect.tsx';
import { GOAL_KINDS, GOAL_LEVELS, type Goal } from '../goal.contract.ts';
import { goalMessages } from '../goal.messages.ts';
import { goalWebMessages } from '../goal.web.messages.ts';
import { GoalSentence } from './GoalSentence.tsx';
import { SmartList, SmartStrip } from './SmartMarks.tsx';
import { useGoalForm, writtenOf, type GoalValues } from './useGoalForm.ts';
import type { Judge } from './useJudge.ts';
import css from './goal.module.css';

/** The names of the catalogue as choices, each with its formula at hand. */
export function metricChoices({ metrics, wordsOf }: Judge): readonly Choice[] {
  return metrics.map((metric) => ({ value: metric.key, label: wordsOf(metric).name, hint: wordsOf(metric).unit, keywords: `${metric.zh.name} ${metric.en.name}` }));
}

export function usePeopleChoices(): readonly Choice[] {
  const people = useOperation(listPeople, {}).data?.people ?? [];
  return people.filter((person) => person.state !== 'disabled').map((person) => ({ value: person.id, label: person.name, hint: person.title || (person.departmentName ?? '') }));
}

/** A metric of the catalogue brings its kind, unit and direction; one that is written freely tells its direction by its name. */
export function followingMetric(judge: Judge, metric: string): Partial<Pick<GoalValues, 'kind' | 'unit' | 'direction'>> {
  const found = judge.metricFor({ metric });
  if (found) return { kind: found.kind, unit: judge.wordsOf(found).unit, direction: found.direction };
  return isLowerBetter(metric) ? { direction: 'down' } : {};
}

interface Props {
  readonly goal: Goal;
  readonly judge: Judge;
  readonly onRefused: (sentence: string) => void;
}

/** Everything that is said of a goal, judged letter by letter while it is typed (P1.2). */
export function GoalForm({ goal, judge, onRefused }: Props) {
  const words = useMessages(goalWebMessages);
  const { fields, hints } = words.detail;
  const people = usePeopleChoices();
  const { form, saved } = useGoalForm(judge.campaign.id, goal, onRefused);
  const written = writtenOf(form.values);
  const smart = judge.judge(written);
  const growth = form.values.kind === 'growth';
  const named = (keys: readonly string[], labels: Readonly<Record<string, string>>): Choice[] => keys.map((value) => ({ value, label: labels[value] ?? value }));
  const setMetric = (metric: Owner) => form.set({ metric, ...(metric.text === form.values.metric.text ? {} : followingMetric(judge, metric.text)) });
  const levels = useMessages(goalMessages).levels;
  return (
    <>
      <GoalSentence goal={written} />
      <SmartList smart={smart} />
      <Form form={form}>
        <FieldRow>
          <PersonSelect label={fields.metric} required hint={hints.metric} people={metricChoices(judge)} {...form.field('metric')} onChange={setMetric} />
          <SelectField label={fields.level} choices={named(GOAL_LEVELS, levels)} {...form.field('level')} />
        </FieldRow>
        <Formula judge={judge} metric={written.metric} />
        <FieldRow>
          <SelectField label={fields.kind} choices={named(GOAL_KINDS, words.kinds)} {...form.field('kind')} />
          <SelectField label={fields.direction} choices={named(['up', 'down'], words.directions)} {...form.field('direction')} />
        </FieldRow>
        <FieldRow>
          <TextField label={fields.target} required inputMode="decimal" autoComplete="off" hint={growth ? (form.values.direction === 'down' ? hints.growthDown : hints.growth) : undefined} {...form.field('target')} />
          <TextField label={fields.unit} maxLength={12} autoComplete="off" {...form.field('unit')} />
        </FieldRow>
        <FieldRow>
          <TextField label={fields.baseline} inputMode="decimal" autoComplete="off" required={growth} {...form.field('baseline')} />
          <TextField label={fields.baselineSource} maxLength={200} autoComplete="off" {...form.field('baselineSource')} />
        </FieldRow>
        <FieldRow>
          <TextField label={fields.due} type="date" hint={hints.due} {...form.field('dueOn')} />
          <PersonSelect label={fields.owner} people={people} {...form.field('owner')} />
        </FieldRow>
        <TextAreaField label={fields.measure} hint={hints.measure} maxLength={300} rows={2} {...form.field('measure')} />
        <TextAreaField label={fields.reason} hint={hints.reason} maxLength={300} rows={2} {...form.field('reason')} />
        <TextAreaField label={fields.note} maxLength={500} rows={2} {...form.field('note')} />
        <div className={css['bar']}><SmartStrip smart={smart} saved={form.dirty ? '' : saved} /><Button kind="primary" type="submit" busy={form.busy} disabled={!form.dirty}>{words.detail.save}</Button></div>
      </Form>
    </>
  );
}

/** How the catalogue computes the metric and where the figure comes from. */
export function Formula({ judge, metric }: { readonly judge: Judge; readonly metric: string }) {
  const words = useMessages(goalWebMessages).detail;
  const found = judge.metricFor({ metric });
  if (!found) return null;
  const { formula, source, numerator, denominator } = judge.wordsOf(found);
  const lines = [formula && words.formula(formula), numerator && denominator && words.ratio(numerator, denominator), source && words.source(source)].filter(Boolean);
  return <ul className={css['formula']}>{lines.map((line) => <li key={line}>{line}</li>)}</ul>;
}
