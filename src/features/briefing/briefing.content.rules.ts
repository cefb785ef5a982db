import { z } from 'zod';
import { LEVELS, PROMOTION_PHASES } from '#features/plan/plan.lists.contract.ts';
import { PHASES } from '#features/schedule/schedule.rules.ts';
import { TEAM_GROUPS } from '#features/campaign/campaign.policy.ts';

/**
 * What a briefing reads of a frozen version. Versions were frozen with more and more in them: a part that is missing is empty, a row of an unknown shape is
 * left out, and nothing that an older version says makes the page fail.
 */
const text = z.string().catch('');
const day = z.string().nullable().catch(null);
const whole = z.int().nullable().catch(null);
const figure = z.number().nullable().catch(null);

const rows = <S extends z.ZodType>(row: S) =>
  z.array(z.unknown()).catch([]).transform((all): z.output<S>[] => all.flatMap((one) => {
    const read = row.safeParse(one);
    return read.success ? [read.data] : [];
  }));

const basics = z.object({ name: text, theme: text, leadName: day, startsOn: day, endsOn: day, eventFrom: day, eventTo: day });

const briefed = z.object({
  campaign: basics.catch({ name: '', theme: '', leadName: null, startsOn: null, endsOn: null, eventFrom: null, eventTo: null }),
  goals: rows(z.object({ metric: text, kind: text, unit: text, direction: z.enum(['up', 'down']).catch('up'), target: z.number(), level: z.enum(['key', 'supporting']).catch('key'), dueOn: day })),
  budget: rows(z.object({ category: text, detail: text, amountCents: z.int(), ownerText: text })),
  schedule: rows(z.object({ phase: z.enum(PHASES), title: text, whenText: text, startOn: day, endOn: day, dueTime: day, ownerText: text, note: text })),
  team: rows(z.object({ name: z.string(), group: z.enum(TEAM_GROUPS) })),
  duties: rows(z.object({ group: z.enum(TEAM_GROUPS), duties: text, worksWith: text })),
  areas: rows(z.object({ area: z.string(), responsible: text, accountable: text, consulted: text, informed: text, note: text })),
  steps: rows(z.object({ day: z.int(), startTime: day, minutes: whole, title: z.string(), place: text, ownerText: text, hardStart: z.boolean().catch(false) })),
  zones: rows(z.object({ name: z.string(), duty: text, staff: whole, ownerText: text })),
  materials: rows(z.object({ name: z.string(), spec: text, quantity: figure, unit: text, dueOn: day, ownerText: text })),
  channels: rows(z.object({ channel: z.string(), phase: z.enum(PROMOTION_PHASES), startOn: day, endOn: day, content: text, ownerText: text })),
  risks: rows(z.object({ risk: z.string(), probability: z.enum(LEVELS).catch('medium'), effect: z.enum(LEVELS).catch('medium'), trigger: text, response: text, ownerText: text })),
});
export type BriefedPlan = z.output<typeof briefed>;

const fieldsOf = (value: unknown): Record<string, unknown> => (value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {});

/** Reads a frozen version, whatever it has. The lists of the plan may stand under `lists` or by themselves. */
export function readBriefed(content: unknown): BriefedPlan {
  const frozen = fieldsOf(content);
  return briefed.parse({ ...frozen, ...fieldsOf(frozen['lists']) });
}
