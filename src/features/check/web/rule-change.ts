import type { RequestOf } from '#platform/shared/contract.ts';
import type { RuleView, updateRule } from '../check.contract.ts';

type Body = RequestOf<typeof updateRule>['body'];

/** Differs from the rule as it was written. */
export const isChanged = (rule: RuleView): boolean => rule.off || rule.severity !== rule.ownSeverity || rule.bounds.some(({ value, own }) => value !== own);

/** The whole of a rule as it is, with one thing changed. */
export function withChange(rule: RuleView, change: Partial<Body>): Body {
  return { off: rule.off, severity: rule.severity === rule.ownSeverity ? null : rule.severity, bounds: Object.fromEntries(rule.bounds.map(({ name, value }) => [name, value])), ...change };
}
