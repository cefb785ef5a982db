import type { BaselineSummary } from '../baseline/schedule.baseline.rules.ts';
import type { EffectWords } from './schedule.effect.web.messages.ts';
import type { DelayEffect } from './schedule.effect.rules.ts';

/** Up to so many tasks are named; more are counted. */
const NAMED = 2;

type TitleOf = (taskId: string) => string;

function movedText({ delayed }: DelayEffect, titleOf: TitleOf, words: EffectWords): readonly string[] {
  if (delayed.length > NAMED) return [words.manyChanged(delayed.length, Math.max(0, ...delayed.map((slip) => slip.byDays)))];
  return delayed.map(({ id, byDays }) => (byDays > 0 ? words.late(titleOf(id), byDays) : byDays < 0 ? words.early(titleOf(id), -byDays) : words.changed(titleOf(id))));
}

function followingText({ slipped, delayed }: DelayEffect, titleOf: TitleOf, words: EffectWords): string {
  const [first, ...others] = slipped;
  if (!first) return words.nothingElse;
  if (slipped.length > NAMED) return words.manyFollow(titleOf(first.id), slipped.length);
  const own = delayed.length === 1 ? delayed[0]?.byDays : undefined;
  const alike = others.every((slip) => slip.byDays === first.byDays);
  return words.follows(slipped.map((slip) => titleOf(slip.id)), alike && first.byDays !== own && first.byDays > 0 ? first.byDays : null);
}

function targetText({ dDay }: DelayEffect, isNamed: boolean, words: EffectWords): readonly string[] {
  const own = isNamed ? words.dDay : words.finish;
  if (dDay.from === null) return [];
  if (dDay.brokenByDays > 0) return [own.broken(dDay.brokenByDays)];
  return [dDay.movesByDays === 0 ? own.holds : own.moves(dDay.movesByDays)];
}

const blockedText = ({ blocked }: DelayEffect, titleOf: TitleOf, words: EffectWords): readonly string[] =>
  blocked.flatMap(({ id, reason, byDays }) => (reason === 'dDay' ? [] : [words.blocked[reason](titleOf(id), byDays)])).slice(0, NAMED);

/** A broken D-day says already that nothing is left. */
const slackText = ({ slackLeft, dDay }: DelayEffect, words: EffectWords): readonly string[] =>
  slackLeft === null || (slackLeft.days < 0 && (dDay.brokenByDays > 0 || dDay.movesByDays > 0)) ? [] : [words.slack(slackLeft.days, slackLeft.unit)];

/** "物料到货晚 2 天，场地布置顺延，D 日不变，余量 0 天。" `isNamed`: the effect was asked for tasks that are D-day, not for the end of the plan. */
export function effectSentence(effect: DelayEffect, titleOf: TitleOf, words: EffectWords, isNamed: boolean): string {
  if (effect.delayed.length === 0) return '';
  const parts = [...movedText(effect, titleOf, words), followingText(effect, titleOf, words), ...blockedText(effect, titleOf, words), ...targetText(effect, isNamed, words), ...slackText(effect, words)];
  return parts.join(words.join) + words.stop;
}

/** "较基线：3 项推迟，最多 2 天，D 日不变。" `brokenByDays`: what leads to D-day ends so many days too late for it, though D-day itself was not moved. */
export function baselineSentence(summary: BaselineSummary, words: EffectWords, brokenByDays = 0): string {
  const own = words.baseline;
  const counted = [
    ...(summary.later > 0 ? [own.later(summary.later, summary.latestBy)] : []),
    ...(summary.earlier > 0 ? [own.earlier(summary.earlier)] : []),
    ...(summary.stretched > 0 ? [own.stretched(summary.stretched)] : []),
    ...(summary.added > 0 ? [own.added(summary.added)] : []),
    ...(summary.dropped > 0 ? [own.dropped(summary.dropped)] : []),
  ];
  const kept = brokenByDays > 0 ? words.dDay.broken(brokenByDays) : words.dDay.holds;
  const dDay = summary.dDayBy === 0 ? kept : words.dDay.moves(summary.dDayBy);
  return own.label + [...(counted.length > 0 ? counted : [own.same]), dDay].join(words.join) + words.stop;
}
