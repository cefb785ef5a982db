import type { ReadWork, Work } from '#platform/server/operation.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { Problem } from '#platform/shared/problem.ts';
import type * as contract from '../check.contract.ts';
import { setsCheckRules } from '../check.policy.ts';
import { boundsOf, CHECK_RULES, isOff, severityOf } from '../check.rules.ts';
import { storeRule } from './check.store.ts';
import { checkSettings, storedRules } from './check.views.ts';

export async function listRules({ actor, db }: ReadWork): Promise<OutputOf<typeof contract.listRules>> {
  const [stored, settings] = [await storedRules(db), await checkSettings(db)];
  const rules = CHECK_RULES.map((rule) => {
    const own = stored.find((row) => row.rule === rule.id);
    const values = boundsOf(rule, settings);
    return {
      id: rule.id, clause: rule.clause, severity: severityOf(rule, settings), ownSeverity: rule.severity, off: isOff(rule, settings), essential: rule.essential === true, fixable: rule.fixable === true,
      bounds: Object.entries(rule.bounds ?? {}).map(([name, { value, from, to }]) => ({ name, value: values[name] ?? value, own: value, from, to })),
      updatedBy: own?.updatedBy ?? null, updatedAt: own?.updatedAt ?? null,
    };
  });
  return { rules, can: { save: setsCheckRules(actor) } };
}

export async function updateRule(work: Work, { params, body }: InputOf<typeof contract.updateRule>): Promise<OutputOf<typeof contract.updateRule>> {
  const rule = CHECK_RULES.find(({ id }) => id === params.rule);
  if (!rule) throw new Problem('check.rule_unknown', 404);
  if (rule.essential && (body.off || (body.severity !== null && body.severity !== rule.severity))) throw new Problem('check.rule_fixed', 409);
  const bounds = Object.fromEntries(Object.entries(rule.bounds ?? {}).map(([name, { value, from, to }]) => {
    const wanted = body.bounds[name] ?? value;
    if (wanted < from || wanted > to) throw new Problem('check.bound_outside', 400, { name, from, to });
    return [name, wanted];
  }));
  const { from, to } = bounds;
  if (from !== undefined && to !== undefined && from > to) throw new Problem('check.bounds_order', 400);
  const before = (await storedRules(work.db)).find((row) => row.rule === rule.id);
  const after = { off: body.off, severity: body.severity === rule.severity ? null : body.severity, bounds };
  await storeRule(work.db, rule.id, after, work.actor.userId);
  await work.record({
    kind: 'check.rule_changed', subject: { type: 'check_rule' },
    before: before ? { rule: rule.id, off: before.off, severity: before.severity, bounds: before.bounds } : { rule: rule.id }, after: { rule: rule.id, ...after },
  });
  return {};
}
