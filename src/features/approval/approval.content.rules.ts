import { z } from 'zod';

/**
 * What a frozen version shows of itself. The features that freeze content are later ones, so its shape is read here from the
 * content alone; fields that this page does not show are left aside, and content of an unknown shape is undefined.
 */
const text = z.string().catch('');
const day = z.string().nullable().catch(null);
const cents = z.number();

const goal = z.object({
  metric: text, kind: text, unit: text, direction: z.enum(['up', 'down']).catch('up'), target: z.number(), actual: z.number().nullish(), attainment: z.number().nullish(),
  /** Absent in versions that were frozen before targets could be split. */
  parts: z.array(z.object({ name: text, target: z.number() })).optional().catch(undefined),
});
export type FrozenGoal = z.output<typeof goal>;

const budgetLine = z.object({ category: text, detail: text, amountCents: cents, ownerText: text, note: text });
export type FrozenLine = z.output<typeof budgetLine>;

const task = z.object({ phase: text, whenText: text, startOn: day, endOn: day, dueTime: day, title: text, ownerText: text, note: text });
export type FrozenTask = z.output<typeof task>;

const row = z.record(z.string(), z.unknown());
export type FrozenRow = z.output<typeof row>;

/** What the check found when the plan was submitted, and what was said to it. */
const finding = z.object({ rule: text, clause: text, severity: z.enum(['error', 'warning', 'hint']).catch('hint'), what: text, answer: text });
export type FrozenFinding = z.output<typeof finding>;

const plan = z.object({
  campaign: z.object({ name: text, theme: text, audience: text, leadName: day, departmentName: day, startsOn: day, endsOn: day, eventFrom: day, eventTo: day }),
  goals: z.array(goal),
  budget: z.array(budgetLine),
  schedule: z.array(task),
  team: z.array(z.object({ name: text, group: text })),
  /** These three are absent in versions that were frozen before the plan had a text, tables and a check. */
  sections: z.array(z.object({ key: text, title: text, words: text })).optional().catch(undefined),
  lists: z.record(z.string(), z.array(row)).optional().catch(undefined),
  check: z.array(finding).optional().catch(undefined),
});
export type FrozenPlan = z.output<typeof plan>;

const report = z.object({
  goals: z.array(goal),
  goalsReached: z.number(),
  budget: z.object({
    amountCents: cents,
    actualCents: cents.nullable(),
    lines: z.array(z.object({ category: text, amountCents: cents, actualCents: cents.nullable(), varianceCents: cents.nullable() })),
  }),
  schedule: z.object({ total: z.number(), done: z.number(), delayed: z.number(), cancelled: z.number() }),
  dueOn: day,
  judgement: z.object({ highlights: text, shortcomings: text, nextSteps: text }),
});
export type FrozenReport = z.output<typeof report>;

/** One line of the budget as it stood before the request. */
const lineBalance = z.object({ name: text, ownerText: text, allocatedCents: cents, reservedCents: cents, committedCents: cents, spentCents: cents, freeCents: cents });
export type FrozenBalance = z.output<typeof lineBalance>;

const request = z.object({
  request: z.enum(['spending', 'transfer', 'reserve', 'supplement', 'cut']),
  number: z.number().nullable().catch(null),
  amountCents: cents,
  line: lineBalance,
  toLine: lineBalance.nullable().catch(null),
  payee: text,
  purpose: text,
  effect: text,
  causeKind: z.enum(['incident', 'adjustment', 'price', 'shortage', 'other']).nullable().catch(null),
  cause: text,
  neededOn: day,
  explanation: text,
  questions: z.array(text).catch([]),
  files: z.array(z.object({ id: text, name: text, size: z.number().catch(0), sha256: text })).catch([]),
});
export type FrozenRequest = z.output<typeof request>;

export function readPlan(content: unknown): FrozenPlan | undefined {
  return plan.safeParse(content).data;
}

export function readReport(content: unknown): FrozenReport | undefined {
  return report.safeParse(content).data;
}

export function readRequest(content: unknown): FrozenRequest | undefined {
  return request.safeParse(content).data;
}

/** What is free on the line, and on the one that gains, once the request is approved; in cents, below zero where it exceeds. */
export function freeAfter({ request: kind, amountCents, line, toLine }: FrozenRequest): { readonly lineCents: number; readonly toLineCents: number | null } {
  return { lineCents: line.freeCents + (kind === 'supplement' ? amountCents : -amountCents), toLineCents: toLine ? toLine.freeCents + amountCents : null };
}

export const totalOf = (lines: readonly { readonly amountCents: number }[]): number => lines.reduce((sum, line) => sum + line.amountCents, 0);
