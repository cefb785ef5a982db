import { formatTarget } from '#platform/shared/measure.ts';
import { useLocale, useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { editGoals, type GoalFields } from '../goal.contract.ts';
import { OPEN_GOAL } from '../goal.rules.ts';
import { goalWebMessages } from '../goal.web.messages.ts';
import css from './goal.module.css';

/** One of each sort: a count (P1.3), growth against a baseline (P1.1), a cost below budget (R1.1). */
const FIGURES = {
  orders: { kind: 'count', direction: 'up', target: 2000, baseline: 1500 },
  search: { kind: 'growth', direction: 'up', target: 30, baseline: 12_000 },
  acquisition: { kind: 'growth', direction: 'down', target: 15, baseline: 40 },
} as const;
const KEYS = Object.keys(FIGURES) as readonly (keyof typeof FIGURES)[];

/** Goals as they should be written, added with a press and then made one's own. */
export function GoalExamples({ campaignId }: { readonly campaignId: string }) {
  const words = useMessages(goalWebMessages);
  const locale = useLocale();
  const edit = useAction(editGoals);
  const examples = KEYS.map((key): { key: string; goal: GoalFields; said: string } => {
    const goal: GoalFields = { ...OPEN_GOAL, ...FIGURES[key], ...words.examples[key], level: key === 'orders' ? 'key' : 'supporting' };
    return { key, goal, said: `${goal.metric} ${formatTarget(goal.target, goal, locale)}` };
  });
  const add = (goal: GoalFields) => edit.mutateAsync({ params: { campaignId }, body: { changes: [{ type: 'insert', id: crypto.randomUUID(), fields: goal }] } });
  return (
    <div className={css['examples']}>
      {examples.map(({ key, goal, said }) => <Button key={key} icon="add" disabled={edit.isPending} onClick={() => void add(goal)}>{words.empty.add(said)}</Button>)}
    </div>
  );
}
