import { z } from 'zod';
import { PHASES } from '#features/schedule/schedule.rules.ts';
import { LEVELS, PROMOTION_PHASES } from '#features/plan/plan.lists.contract.ts';

/** The page of one group (P4.2): what is decided, what the group does, when, with whom, and what to do if. Made from the frozen version alone. */
const text = z.string();
const day = z.string().nullable();

export const pageGoal = z.object({ metric: text, kind: text, unit: text, direction: z.enum(['up', 'down']), target: z.number(), level: z.enum(['key', 'supporting']), dueOn: day });
export const pageLine = z.object({ category: text, detail: text, amountCents: z.int(), ownerText: text });
export const pageTask = z.object({ phase: z.enum(PHASES), title: text, whenText: text, startOn: day, endOn: day, dueTime: z.string().nullable(), ownerText: text, note: text });
export const pageArea = z.object({ area: text, responsible: text, accountable: text, consulted: text, informed: text, note: text });
export const pageStep = z.object({ day: z.int(), startTime: z.string().nullable(), minutes: z.int().nullable(), title: text, place: text, ownerText: text, hardStart: z.boolean() });
export const pageZone = z.object({ name: text, duty: text, staff: z.int().nullable(), ownerText: text });
export const pageMaterial = z.object({ name: text, spec: text, quantity: z.number().nullable(), unit: text, dueOn: day, ownerText: text });
export const pageChannel = z.object({ channel: text, phase: z.enum(PROMOTION_PHASES), startOn: day, endOn: day, content: text, ownerText: text });
export const pageRisk = z.object({ risk: text, probability: z.enum(LEVELS), effect: z.enum(LEVELS), trigger: text, response: text, ownerText: text });

export const groupPage = z.object({
  decided: z.object({
    theme: text, startsOn: day, endsOn: day, eventFrom: day, eventTo: day,
    goals: z.array(pageGoal),
    /** The lines that the group answers for, and what they come to; the whole plan's money beside it. */
    lines: z.array(pageLine), groupCents: z.int(), totalCents: z.int(),
  }),
  duties: text,
  worksWith: text,
  areas: z.array(pageArea),
  tasks: z.array(pageTask),
  steps: z.array(pageStep),
  zones: z.array(pageZone),
  materials: z.array(pageMaterial),
  channels: z.array(pageChannel),
  /** Those that the group answers for first, then the high ones of the others: `own` tells them apart. */
  risks: z.array(pageRisk.extend({ own: z.boolean() })),
});
export type GroupPage = z.output<typeof groupPage>;

export const CHANGE_PARTS = ['basics', 'goals', 'money', 'duties', 'areas', 'tasks', 'steps', 'zones', 'materials', 'channels', 'risks'] as const;
export type ChangePart = (typeof CHANGE_PARTS)[number];
const value = z.union([z.string(), z.number(), z.boolean()]).nullable();
export type ChangeValue = z.output<typeof value>;

/** One thing that is not as it was in the version that the person confirmed. `facts` are the fields that differ; of an added or removed row its days. */
export const pageChange = z.object({
  part: z.enum(CHANGE_PARTS),
  kind: z.enum(['added', 'removed', 'changed']),
  name: text,
  facts: z.array(z.object({ field: text, before: value, after: value })),
});
export type PageChange = z.output<typeof pageChange>;
