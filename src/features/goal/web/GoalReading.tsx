import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import type { Goal } from '../goal.contract.ts';
import { goalMessages } from '../goal.messages.ts';
import { goalWebMessages } from '../goal.web.messages.ts';
import { Formula } from './GoalForm.tsx';
import { GoalSentence } from './GoalSentence.tsx';
import { SmartList } from './SmartMarks.tsx';
import type { Judge } from './useJudge.ts';
import css from './goal.module.css';

/** A goal to read, for those who do not write it and once it is frozen. */
export function GoalReading({ goal, judge }: { readonly goal: Goal; readonly judge: Judge }) {
  const words = useMessages(goalWebMessages);
  const { levels } = useMessages(goalMessages);
  const formats = useFormats();
  const { fields } = words.detail;
  const facts: readonly (readonly [string, string])[] = [
    [fields.level, levels[goal.level]], [fields.kind, words.kinds[goal.kind]], [fields.direction, words.directions[goal.direction]],
    [fields.baselineSource, goal.baselineSource], [fields.due, goal.dueOn ? formats.day(goal.dueOn, true) : ''], [fields.owner, goal.ownerText],
    [fields.measure, goal.measure], [fields.reason, goal.reason], [fields.note, goal.note],
  ];
  return (
    <>
      <GoalSentence goal={goal} />
      <Formula judge={judge} metric={goal.metric} />
      <dl className={css['facts']}>{facts.filter(([, value]) => value !== '').map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      <SmartList smart={judge.judge(goal)} />
    </>
  );
}
