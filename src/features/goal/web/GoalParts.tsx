import { formatMeasure, formatTarget } from '#platform/shared/measure.ts';
import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import { problemText } from '#platform/web/problem-text.ts';
import { useAction } from '#platform/web/query.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { Switch } from '#platform/web/ui/Tabs.tsx';
import { isRatio } from '../goal.catalogue.rules.ts';
import { GOAL_SPLITS, saveGoalParts, type Goal, type PartFields } from '../goal.contract.ts';
import { goalPartsMessages } from '../goal.parts.web.messages.ts';
import { addsUp, partsGap } from '../goal.split.rules.ts';
import { PartRows } from './PartRows.tsx';
import type { Judge } from './useJudge.ts';
import { partOf, useParts, type Way } from './useParts.ts';
import css from './parts.module.css';

interface Props {
  readonly goal: Goal;
  readonly judge: Judge;
  readonly canWrite: boolean;
  readonly onSaved: (sentence: string) => void;
}

const bare = ({ name, fromOn, toOn, target }: PartFields): PartFields => ({ name, fromOn, toOn, target });

/** A target spread over phases, channels, weeks or days; what is missing to the whole is said while it is typed. */
export function GoalParts({ goal, judge, canWrite, onSaved }: Props) {
  const words = useMessages(goalPartsMessages);
  const locale = useLocale();
  const metric = judge.metricFor(goal);
  const adds = addsUp(goal, metric !== undefined && isRatio(metric));
  const curve = judge.pastFor(goal)?.curve ?? [];
  const parts = useParts(goal, judge.campaign, curve, adds);
  const written = parts.rows.map(partOf);
  const saving = useSaveParts(goal, judge.campaign.id, onSaved);
  const gap = partsGap(goal.target, written);
  const ways: readonly Way[] = curve.length > 1 ? ['even', 'weights', 'curve', 'typed'] : ['even', 'weights', 'typed'];
  const outdated = adds && goal.parts.length > 0 && partsGap(goal.target, goal.parts) !== 0;
  if (!canWrite) return <ReadParts goal={goal} adds={adds} />;
  if (goal.target === 0 && adds) return <p className={css['hint']}>{words.noTarget}</p>;
  const unnamed = written.some((part) => part.name === '');
  return (
    <div className={css['parts']}>
      <p className={css['hint']}>{words.intro(formatTarget(goal.target, goal, locale))}</p>
      <Switch label={words.split} items={GOAL_SPLITS.map((key) => ({ key, label: words.splits[key] }))} value={parts.split} onChange={parts.start} />
      {outdated ? <Banner tone="warn" action={<Button small onClick={parts.scale}>{words.scale}</Button>}>{words.outdated}</Banner> : null}
      {parts.rows.length === 0 ? (
        <div className={css['start']}><p>{words.empty}</p><Button icon="add" onClick={() => parts.start(parts.split)}>{words.start(words.splits[parts.split])}</Button></div>
      ) : (
        <>
          {adds ? <Switch label={words.ways.label} items={ways.map((key) => ({ key, label: words.ways[key] }))} value={parts.way} onChange={parts.choose} /> : <p className={css['hint']}>{words.averages}</p>}
          {parts.way === 'curve' && adds ? <p className={css['hint']}>{words.curveFrom}</p> : null}
          <PartRows parts={parts} goal={goal} adds={adds} />
          <Gap goal={goal} gap={adds ? gap : 0} adds={adds} onRest={() => parts.giveRest(gap)} />
        </>
      )}
      {saving.problem ? <Banner tone="late">{problemText(saving.problem, locale)}</Banner> : null}
      <div className={css['foot']}>
        {parts.rows.length > 0 ? <Button kind="quiet" icon="add" onClick={parts.add}>{words.add}</Button> : <span />}
        {goal.parts.length > 0 ? <Button kind="quiet" onClick={() => void saving.save(parts.split, [])}>{words.takeBack}</Button> : null}
        {parts.rows.length > 0 ? <Button kind="primary" busy={saving.busy} disabled={unnamed || (adds && gap !== 0)} title={unnamed ? words.unnamed : undefined} onClick={() => void saving.save(parts.split, written)}>{words.save}</Button> : null}
      </div>
    </div>
  );
}

function useSaveParts(goal: Goal, campaignId: string, onSaved: (sentence: string) => void) {
  const words = useMessages(goalPartsMessages);
  const action = useAction(saveGoalParts);
  const save = async (split: Goal['parts'][number]['split'], parts: readonly PartFields[]) => {
    try {
      await action.mutateAsync({ params: { campaignId, goalId: goal.id }, body: { split, parts: [...parts], seen: goal.parts.map(bare) } });
      onSaved(parts.length === 0 ? words.taken : words.saved);
    } catch {
      // Said above the buttons; what was typed stands.
    }
  };
  return { save, busy: action.isPending, problem: action.error };
}

function Gap({ goal, gap, adds, onRest }: { readonly goal: Goal; readonly gap: number; readonly adds: boolean; readonly onRest: () => void }) {
  const words = useMessages(goalPartsMessages);
  const locale = useLocale();
  if (!adds) return null;
  const amount = formatMeasure(Math.abs(gap), goal, locale);
  if (gap === 0) return <p className={css['gap']} role="status"><StateTag tone="done">{words.exact(formatMeasure(goal.target, goal, locale))}</StateTag></p>;
  return (
    <p className={css['gap']} role="status">
      <StateTag tone="warn">{gap > 0 ? words.missing(amount) : words.over(amount)}</StateTag>
      {gap > 0 ? <Button kind="link" onClick={onRest}>{words.rest}</Button> : null}
    </p>
  );
}

function ReadParts({ goal, adds }: { readonly goal: Goal; readonly adds: boolean }) {
  const words = useMessages(goalPartsMessages);
  const formats = useFormats();
  const locale = useLocale();
  if (goal.parts.length === 0) return <p className={css['hint']}>{words.emptyReadOnly}</p>;
  return (
    <ul className={css['read']}>
      {goal.parts.map((part) => (
        <li key={part.id}>
          <b>{part.name}</b>
          <span>{part.fromOn || part.toOn ? formats.days(part.fromOn, part.toOn) : ''}</span>
          <span>{formatTarget(part.target, goal, locale)}{adds && goal.target > 0 ? <small>{formats.percent(part.target / goal.target, 1)}</small> : null}</span>
        </li>
      ))}
    </ul>
  );
}
