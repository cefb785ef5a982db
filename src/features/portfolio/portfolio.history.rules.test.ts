import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LIST_SUBJECT } from '#features/plan/plan.lists.rules.ts';
import { historyMessages } from '#features/campaign/campaign.history.messages.ts';
import { makeFormats } from '#platform/web/formats.ts';
import { differencesOf, foldRuns, sentenceFor, writeValue, type HistoryEvent, type HistoryWriting } from './portfolio.history.rules.ts';

const FEATURES = join(import.meta.dirname, '..');
const writingIn = (locale: 'zh-CN' | 'en'): HistoryWriting => ({ locale, ...makeFormats(locale), names: new Map([['launch', '新品上市推广']]) });
const zh = writingIn('zh-CN');
const event = (part: Partial<HistoryEvent>): HistoryEvent => ({ seq: 1, at: '2025-10-16T02:00:00.000Z', actorId: 'a', actorName: '李想', kind: 'goal_changed', subjectType: 'goal', subjectName: '新品订单量', before: null, after: null, ...part });

/** Kinds that are made of a decision. */
const made: Readonly<Record<string, readonly string[]>> = {
  '`evaluation.${decided.decision}`': ['evaluation.approved', 'evaluation.returned', 'evaluation.withdrawn'],
  '`approval.step_${body.decision}`': ['approval.step_approved', 'approval.step_returned'],
  '`budget.request_${decided.decision}`': ['budget.request_approved', 'budget.request_returned', 'budget.request_withdrawn'],
  '`budget.invoice_${body.decision}`': ['budget.invoice_accepted', 'budget.invoice_rejected'],
};
const madeOf = (expression: string): readonly string[] | undefined => Object.entries(made).find(([template]) => expression.includes(template))?.[1];

/** Every kind that the source records: literal ones, those made of a row's subject, and those made of a decision. */
function recordedKinds(): string[] {
  const kinds = new Set<string>();
  const subjects = new Set<string>(Object.values(LIST_SUBJECT));
  for (const entry of readdirSync(FEATURES, { recursive: true, encoding: 'utf8' })) {
    if (!/\/server\/.*\.ts$/.test(entry) || /\.(test|factory|fixture)\.ts$/.test(entry)) continue;
    const source = readFileSync(join(FEATURES, entry), 'utf8');
    for (const call of source.matchAll(/\.record\(\{\s*kind:([^,]+),/g)) {
      const expression = call[1] ?? '';
      const literals = [...expression.matchAll(/'([a-z]+[._][a-z_]+)'/g)].map((found) => found[1] ?? '');
      if (literals.length > 0) for (const kind of literals) kinds.add(kind);
      else if (madeOf(expression)) for (const kind of madeOf(expression) ?? []) kinds.add(kind);
      else throw new Error(`${entry}: the kind ${expression.trim()} cannot be read; name it in this test`);
    }
    if (source.includes('RowTable')) for (const subject of source.matchAll(/subject: '([a-z_]+)'/g)) subjects.add(subject[1] ?? '');
  }
  for (const subject of subjects) for (const verb of ['created', 'changed', 'deleted', 'moved']) kinds.add(`${subject}_${verb}`);
  return [...kinds];
}

test('every kind of event that is recorded has its sentence, in both languages', () => {
  const kinds = recordedKinds();
  expect(kinds.length).toBeGreaterThan(35);
  for (const locale of ['zh-CN', 'en'] as const) {
    expect(kinds.filter((kind) => !(kind in historyMessages[locale].sentences))).toEqual([]);
  }
});

test('money, days and choices are told in words', () => {
  expect(writeValue('actualCents', 780_000, zh)).toBe('¥7,800');
  expect(writeValue('startOn', '2025-10-16', zh)).toBe('2025年10月16日');
  expect(writeValue('state', 'done', zh)).toBe('已完成');
  expect(writeValue('stage', 'live', writingIn('en'))).toBe('Live');
  expect(writeValue('scenario', 'launch', zh)).toBe('新品上市推广');
  expect(writeValue('actualCents', null, zh)).toBe('空');
  expect(writeValue('actualCents', 0, zh)).toBe('¥0');
});

test('a change is told from what to what', () => {
  const changed = event({ kind: 'budget_line_changed', subjectType: 'budget_line', subjectName: '物料制作费 · 海报500张', before: { actualCents: null }, after: { actualCents: 780_000 } });
  expect(sentenceFor(changed, zh)).toBe('修改了预算“物料制作费 · 海报500张”');
  expect(differencesOf(changed, zh)).toEqual([{ field: 'actualCents', label: '实际花费', before: '空', after: '¥7,800' }]);
});

test('a new row tells its fields once: its name stands in the sentence', () => {
  const created = event({ kind: 'task_created', subjectType: 'task', subjectName: '场地布置', after: { title: '场地布置', dueTime: '18:00', note: '' } });
  expect(differencesOf(created, zh)).toEqual([{ field: 'dueTime', label: '截止时间', after: '18:00' }]);
});

test('a move of stage names both stages and its reason', () => {
  const moved = event({ kind: 'campaign.moved', subjectType: 'campaign', before: { stage: 'submitted' }, after: { stage: 'draft', reason: '预算过高' } });
  expect(sentenceFor(moved, zh)).toBe('把活动从“审批中”转为“草稿”');
  expect(differencesOf(moved, zh)).toEqual([{ field: 'reason', label: '原因', after: '预算过高' }]);
});

test('the revision of an approved plan is told with its reason, once', () => {
  const revised = event({ kind: 'campaign.moved', subjectType: 'campaign', before: { stage: 'preparing' }, after: { stage: 'draft', reason: '场地档期变动' } });
  expect(sentenceFor(revised, zh)).toBe('修订已核准的方案，原因：场地档期变动');
  expect(differencesOf(revised, zh)).toEqual([]);
});

test('a kind that nobody has worded yet is still told', () => {
  expect(sentenceFor(event({ kind: 'gift.counted' }), zh)).toBe('做了一项变更（gift.counted）');
});

test('a pasted block is one line; different people and different minutes are not', () => {
  const rows = (actorId: string, minute: number, count: number) => Array.from({ length: count }, (_, index) => event({ seq: index, actorId, kind: 'task_created', at: `2025-10-16T02:${String(minute).padStart(2, '0')}:00.000Z` }));
  const folded = foldRuns([...rows('a', 30, 5), ...rows('b', 30, 3), ...rows('b', 10, 2)], () => true);
  expect(folded.map((entry) => entry.events.length)).toEqual([5, 3, 1, 1]);
});
