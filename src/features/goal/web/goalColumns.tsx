import { useMemo } from 'react';
import { formatResult, formatTarget } from '#platform/shared/measure.ts';
import type { CellValue, GridColumn } from '#platform/web/grid/grid.types.ts';
import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import type { Choice } from '#platform/web/ui/choice.rules.ts';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { Progress } from '#platform/web/ui/Marks.tsx';
import { GOAL_KINDS, GOAL_LEVELS, type Goal } from '../goal.contract.ts';
import { goalMessages } from '../goal.messages.ts';
import { attainment, isReached } from '../goal.rules.ts';
import { lettersHeld } from '../goal.smart.rules.ts';
import { goalWebMessages, type GoalWords } from '../goal.web.messages.ts';
import { followingMetric, metricChoices, usePeopleChoices } from './GoalForm.tsx';
import { SmartMarks } from './SmartMarks.tsx';
import type { Judge } from './useJudge.ts';
import css from './goal.module.css';

const LARGEST = 1e13;
const shareOf = (goal: Goal): number | null => attainment({ target: goal.target ?? 0, actual: goal.actual ?? null, direction: goal.direction ?? 'up', kind: goal.kind });

function Attainment({ goal, words }: { readonly goal: Goal; readonly words: GoalWords }) {
  const formats = useFormats();
  const share = shareOf(goal);
  if (share === null) return <span className={css['none']}>{formats.percent(null)}</span>;
  const reached = isReached(goal);
  return (
    <span className={css['attainment']}>
      <Progress label={words.attainmentOf(goal.metric)} value={share} tone={reached ? 'jade' : 'amber'} />
      <span className={reached ? css['reached'] : ''} title={reached ? words.reached : undefined}>
        {reached ? <Icon name="check" size={12} /> : null}
        {formats.percent(share, 1)}
      </span>
    </span>
  );
}

/** Opens the goal from its row. The press is not the grid's: it would select the cell and take the click. */
function Detail({ goal, words, onOpen }: { readonly goal: Goal; readonly words: GoalWords; readonly onOpen: () => void }) {
  return (
    <button type="button" className={css['open']} aria-label={words.openDetail(goal.metric)} onPointerDown={(event) => event.stopPropagation()} onDoubleClick={(event) => event.stopPropagation()} onClick={onOpen}>
      {words.open}
    </button>
  );
}

interface Context {
  readonly judge: Judge;
  readonly can: { readonly write: boolean; readonly record: boolean };
  readonly running: boolean;
  readonly onOpen: (id: string) => void;
}

function useChoices(judge: Judge) {
  const words = useMessages(goalWebMessages);
  const { levels } = useMessages(goalMessages);
  const people = usePeopleChoices();
  const named = <K extends string>(values: readonly K[], labels: Readonly<Record<K, string>>, hints: Readonly<Record<K, string>>) => values.map((value): Choice => ({ value, label: labels[value], hint: hints[value] }));
  return { people, metrics: metricChoices(judge), kinds: named(GOAL_KINDS, words.kinds, words.kindHints), levels: named(GOAL_LEVELS, levels, words.levelHints) };
}

/** The draft: 指标 · 级别 · 类型 · 基线 · 目标值 · 单位 · 截止 · 负责人 · SMART. Once approved: 指标 · 级别 · 目标值 · 截止 · 负责人 · 实际值 · 达成率 · 详情. */
export function useGoalColumns({ judge, can, running, onOpen }: Context): readonly GridColumn<Goal>[] {
  const words = useMessages(goalWebMessages);
  const formats = useFormats();
  const locale = useLocale();
  const { people, metrics, kinds, levels } = useChoices(judge);
  return useMemo(() => {
    const { columns } = words;
    const fixed = !can.write;
    const metric: GridColumn<Goal> = {
      field: 'metric', title: columns.metric, kind: 'person', required: true, maxLength: 60, readOnly: fixed, card: 'title', choices: metrics,
      companions: (value: CellValue) => followingMetric(judge, String(value ?? '')) as Readonly<Record<string, CellValue>>,
    };
    const level: GridColumn<Goal> = { field: 'level', title: columns.level, kind: 'choice', width: 76, required: true, readOnly: fixed, choices: levels };
    const due: GridColumn<Goal> = { field: 'dueOn', title: columns.due, kind: 'day', width: 112, readOnly: fixed, year: Number(judge.campaign.endsOn.slice(0, 4)) };
    const owner: GridColumn<Goal> = { field: 'ownerText', title: columns.owner, kind: 'person', width: 96, maxLength: 100, readOnly: fixed, choices: people, blank: '' };
    if (running) {
      return [
        metric, level,
        { field: 'target', title: columns.target, kind: 'number', width: 136, readOnly: true, format: (_, goal) => formatTarget(goal.target, goal, locale) },
        due, owner,
        { field: 'actual', title: columns.actual, kind: 'number', width: 136, min: -LARGEST, max: LARGEST, readOnly: !can.record, render: (value, goal) => (typeof value === 'number' ? formatResult(value, goal, locale) : null) },
        { field: 'attainment', title: columns.attainment, kind: 'number', width: 180, compute: shareOf, format: (value) => formats.percent(typeof value === 'number' ? value : null, 1), render: (_, goal) => <Attainment goal={goal} words={words} /> },
        { field: 'detail', title: columns.detail, kind: 'text', width: 72, compute: () => null, format: () => '', render: (_, goal) => <Detail goal={goal} words={words} onOpen={() => onOpen(goal.id)} /> },
      ];
    }
    return [
      metric, level,
      { field: 'kind', title: columns.kind, kind: 'choice', width: 72, required: true, readOnly: fixed, choices: kinds },
      { field: 'baseline', title: columns.baseline, kind: 'number', width: 108, min: 0, max: LARGEST, readOnly: fixed },
      { field: 'target', title: columns.target, kind: 'number', width: 116, min: 0, max: LARGEST, readOnly: fixed, blank: 0 },
      { field: 'unit', title: columns.unit, kind: 'text', width: 64, maxLength: 12, readOnly: fixed, blank: '' },
      due, owner,
      { field: 'smart', title: columns.smart, kind: 'text', width: 168, compute: (goal) => `${lettersHeld(judge.judge(goal))}/5`, render: (_, goal) => <SmartMarks metric={goal.metric} smart={judge.judge(goal)} onOpen={() => onOpen(goal.id)} /> },
    ];
  }, [words, formats, locale, people, metrics, kinds, levels, judge, can, running, onOpen]);
}
