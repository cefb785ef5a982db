import { z } from 'zod';
import { groupField } from '#features/campaign/campaign.contract.ts';
import { GOAL_KINDS } from '#features/goal/goal.contract.ts';
import { PLAN_LISTS } from '#features/plan/plan.lists.contract.ts';
import { PHASES } from '#features/schedule/schedule.rules.ts';
import { centsField, requiredText, text } from '#platform/shared/field.ts';

/** A day told from the campaign, as people write it: `D-14`, `D-14~D-7`, `活动前1天`, `活动期间`, `活动结束后3个工作日内`; empty when it is left open. */
const when = text(60);

/** Keys are typed in lists (`print、plan SS`): no spaces, no commas. */
const taskKey = requiredText(20).regex(/^[^\s\u3001\uff0c\uff1b,;]+$/);

const task = z.object({
  /** Unique in the playbook; `after` names the tasks that come before it. */
  key: taskKey, phase: z.enum(PHASES), when, title: requiredText(300), owner: text(100), note: text(500).default(''),
  after: z.array(z.object({ key: taskKey, type: z.enum(['FS', 'SS', 'FF', 'SF']).default('FS'), lagDays: z.int().min(-365).max(365).default(0), lagUnit: z.enum(['day', 'workday']).default('day') })).max(20).default([]),
});

const goal = z.object({
  metric: requiredText(60), kind: z.enum(GOAL_KINDS), unit: text(12), direction: z.enum(['up', 'down']), level: z.enum(['key', 'supporting']),
  /** Null: the company's own figure, asked for when the playbook is used. */
  target: z.number().min(0).max(1e13).nullable(),
  due: when, measure: text(300), reason: text(300), note: text(500).default(''),
});

const line = z.object({
  category: requiredText(60), detail: text(500),
  /** Of the total, in percent; the shares of a playbook add up to 100. */
  share: z.number().min(0).max(100),
  owner: text(100), note: text(500).default(''), reserve: z.boolean().default(false),
});

/**
 * A playbook as a file (`.json`): what the built-in ones are kept in, and what is exported and imported. Everything in it is relative to the
 * event: days to its first day (D) or its last, money to the total.
 */
export const playbookFile = z.object({
  format: z.literal('muster.playbook'),
  version: z.literal(1),
  name: requiredText(60),
  scenario: requiredText(40),
  summary: text(500),
  /** Days from the start of the campaign to D, of the event, and from its end to the end of the campaign. */
  period: z.object({ leadDays: z.int().min(0).max(365), eventDays: z.int().min(1).max(366), tailDays: z.int().min(0).max(365) }),
  theme: text(200), audience: text(500),
  budget: z.object({ totalCents: centsField, lines: z.array(line).max(200) }),
  goals: z.array(goal).max(50),
  team: z.object({
    groups: z.array(z.object({ group: groupField, duties: text(1_000), worksWith: text(500).default('') })).max(5),
    areas: z.array(z.object({ area: requiredText(60), responsible: text(100), accountable: text(100), consulted: text(100), informed: text(100), note: text(500).default('') })).max(100),
  }),
  tasks: z.array(task).max(500),
  personas: z.array(PLAN_LISTS.personas).max(50),
  channels: z.array(PLAN_LISTS.channels.omit({ startOn: true, endOn: true, amountCents: true }).extend({ when, share: z.number().min(0).max(100) })).max(200),
  materials: z.array(PLAN_LISTS.materials.omit({ dueOn: true }).extend({ due: when })).max(300),
  steps: z.array(PLAN_LISTS.steps).max(300),
  zones: z.array(PLAN_LISTS.zones).max(50),
  risks: z.array(PLAN_LISTS.risks).max(100),
  questions: z.array(PLAN_LISTS.questions).max(50),
  data: z.array(PLAN_LISTS.data.omit({ keepUntil: true }).extend({ keepUntil: when })).max(50),
  /** Paragraphs are parted by an empty line; a line that starts with `- ` is a point, one that starts with `## ` a heading. */
  sections: z.array(z.object({ key: requiredText(20), title: text(60).default(''), text: text(20_000) })).max(40),
});
export type PlaybookFile = z.output<typeof playbookFile>;
