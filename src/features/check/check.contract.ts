import { z } from 'zod';
import { operation, signedIn } from '#platform/shared/contract.ts';
import { done } from '#platform/shared/field.ts';
import { setsCheckRules } from './check.policy.ts';
import { SEVERITIES } from './check.rule.value.ts';

export const severityField = z.enum(SEVERITIES);

/** A finding on the wire. `data` is what its sentences are made from (see check.messages.ts), `fix` what one click would write. */
export const findingView = z.object({
  key: z.string(),
  rule: z.string(),
  clause: z.string(),
  severity: severityField,
  data: z.record(z.string(), z.unknown()),
  where: z.object({ page: z.enum(['overview', 'goals', 'budget', 'team', 'schedule', 'plan']), part: z.string().optional(), id: z.string().optional(), field: z.string().optional() }),
  fix: z.looseObject({ kind: z.string() }).nullable(),
});
export type FindingView = z.output<typeof findingView>;

const ruleView = z.object({
  id: z.string(),
  clause: z.string(),
  /** As in force, and as the rule was written. */
  severity: severityField,
  ownSeverity: severityField,
  off: z.boolean(),
  /** The product relies on it: it stays as it is. */
  essential: z.boolean(),
  fixable: z.boolean(),
  bounds: z.array(z.object({ name: z.string(), value: z.int(), own: z.int(), from: z.int(), to: z.int() })),
  updatedBy: z.string().nullable(),
  updatedAt: z.string().nullable(),
});
export type RuleView = z.output<typeof ruleView>;

export const listRules = operation({
  id: 'check.listRules', method: 'GET', path: '/api/check-rules',
  summary: { zh: '过审检查的规则', en: 'The rules of the plan check' },
  access: signedIn(),
  output: z.object({ rules: z.array(ruleView), can: z.object({ save: z.boolean() }) }),
});

export const updateRule = operation({
  id: 'check.updateRule', method: 'PUT', path: '/api/check-rules/:rule',
  summary: { zh: '停用、启用一条检查规则，或修改它的程度和界限', en: 'Switch a rule of the check off or on, or change its severity and bounds' },
  access: signedIn(setsCheckRules),
  params: z.object({ rule: z.string().regex(/^[A-Z]\d{2}$/) }),
  /** `severity` null: the rule's own. Bounds that are not named are the rule's own. */
  body: z.object({ off: z.boolean(), severity: severityField.nullable(), bounds: z.record(z.string().max(40), z.int()).default({}) }),
  output: done,
  errors: ['check.rule_unknown', 'check.rule_fixed', 'check.bound_outside', 'check.bounds_order'],
});
