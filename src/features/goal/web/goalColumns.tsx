import { useMemo } from 'react';
import type { CellValue, GridColumn } from '#platform/web/grid/grid.types.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import type { Choice } from '#platform/web/ui/choice.rules.ts';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { Progress } from '#platform/web/ui/Marks.tsx';
import { METRIC_KEYS, METRICS } from '../goal.catalogue.rules.ts';
import { GOAL_KINDS, type Goal } from '../goal.contract.ts';
import { attainment, isReached } from '../goal.rules.ts';
import { goalWebMessages, type GoalWords } from '../goal.web.messages.ts';
import css from './goal.module.css';

const LARGEST = 1e13;
const shareOf = (goal: Goal): number | null => attainment({ target: goal.target ?? 0, actual: goal.actual ?? null, direction: goal.direction ?? 'up' });

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

/** A metric of the catalogue brings its kind, unit and direction; one that is written freely leaves them as they are. */
function companionsOf(words: GoalWords, value: CellValue): Readonly<Record<string, CellValue>> {
  const key = METRIC_KEYS.find((one) => words.metrics[one][0] === value);
  return key ? { kind: METRICS[key].kind, direction: METRICS[key].direction, unit: words.metrics[key][1] ?? '' } : {};
}

/** 指标 · 类型 · 目标值 · 单位 · 方向 · 实际值 · 达成率 · 备注. */
export function useGoalColumns(canWrite: boolean, canRecord: boolean): readonly GridColumn<Goal>[] {
  const words = useMessages(goalWebMessages);
  const formats = useFormats();
  return useMemo(() => {
    const { columns } = words;
    const fixed = !canWrite;
    const open = canWrite || canRecord;
    const choices = <K extends string>(values: readonly K[], labels: Readonly<Record<K, string>>, hints: Readonly<Record<K, string>>) => values.map((value): Choice => ({ value, label: labels[value], hint: hints[value] }));
    return [
      {
        field: 'metric', title: columns.metric, kind: 'person', required: true, maxLength: 60, readOnly: fixed, card: 'title',
        choices: METRIC_KEYS.map((key): Choice => ({ value: key, label: words.metrics[key][0] ?? key, hint: words.metrics[key][1] ?? '' })),
        companions: (value) => companionsOf(words, value),
      },
      { field: 'kind', title: columns.kind, kind: 'choice', width: 84, required: true, readOnly: fixed, choices: choices(GOAL_KINDS, words.kinds, words.kindHints) },
      { field: 'target', title: columns.target, kind: 'number', width: 128, min: 0, max: LARGEST, readOnly: fixed, blank: 0 },
      { field: 'unit', title: columns.unit, kind: 'text', width: 68, maxLength: 12, readOnly: fixed, blank: '' },
      { field: 'direction', title: columns.direction, kind: 'choice', width: 136, required: true, readOnly: fixed, choices: choices(['up', 'down'], words.directions, words.directionHints) },
      { field: 'actual', title: columns.actual, kind: 'number', width: 128, min: -LARGEST, max: LARGEST, readOnly: !open },
      { field: 'attainment', title: columns.attainment, kind: 'number', width: 190, compute: shareOf, format: (value) => formats.percent(typeof value === 'number' ? value : null, 1), render: (_, goal) => <Attainment goal={goal} words={words} /> },
      { field: 'note', title: columns.note, kind: 'text', maxLength: 500, readOnly: !open, blank: '' },
    ];
  }, [words, formats, canWrite, canRecord]);
}
