import type { CheckRule, Hit } from './check.rule.value.ts';
import { textsOf } from './check.texts.rules.ts';
import type { CheckedPlan, CheckedRisk } from './check.value.ts';
import { OUTDOOR } from './check.vocabulary.ts';

const at = (id: string, field: string) => ({ page: 'plan', part: 'risks', id, field }) as const;
const PLACE = { page: 'plan', part: 'risks' } as const;

const WEIGHT = { low: 1, medium: 2, high: 3 } as const;
/** Probability × effect, 1…9. */
export const weightOf = ({ probability, effect }: Pick<CheckedRisk, 'probability' | 'effect'>): number => WEIGHT[probability] * WEIGHT[effect];
const HIGH = 6;

/** The incidents that E3.2 names. */
const INCIDENTS = ['crowd', 'equipment', 'complaint'] as const;

function uncovered({ campaign, risks }: CheckedPlan): readonly Hit[] {
  const kinds = INCIDENTS.filter((kind) => !risks.some((risk) => risk.kind === kind));
  return campaign.eventFrom !== null && risks.length > 0 && kinds.length > 0 ? [{ where: PLACE, data: { kinds }, fix: { kind: 'add_risks', kinds } }] : [];
}

function notFirst({ risks }: CheckedPlan): readonly Hit[] {
  const sorted = risks.toSorted((a, b) => weightOf(b) - weightOf(a));
  const misplaced = risks.find((risk, index) => weightOf(risk) >= HIGH && risks.slice(0, index).some((earlier) => weightOf(earlier) < weightOf(risk)));
  return misplaced ? [{ where: at(misplaced.id, 'risk'), data: { risk: misplaced.risk }, fix: { kind: 'order_risks', ids: sorted.map(({ id }) => id) } }] : [];
}

export const RISK_RULES: readonly CheckRule[] = [
  { id: 'R01', clause: 'P4.1', severity: 'warning', fixable: true, run: ({ risks }) => (risks.length === 0 ? [{ where: PLACE, fix: { kind: 'add_risks', kinds: [...INCIDENTS] } }] : []) },
  { id: 'R02', clause: 'E3.2', severity: 'warning', fixable: true, run: uncovered },
  { id: 'R03', clause: 'P4.1', severity: 'warning', run: ({ risks }) => risks.filter(({ response }) => response.trim() === '').map(({ id, risk }) => ({ where: at(id, 'response'), data: { risk } })) },
  {
    id: 'R04', clause: 'P4.1', severity: 'warning', fixable: true,
    run: ({ risks }) => risks.filter(({ ownerText }) => ownerText.trim() === '').map(({ id, risk }) => ({ where: at(id, 'ownerText'), data: { risk }, fix: { kind: 'owner_lead', table: 'risks', id } })),
  },
  { id: 'R05', clause: 'P4.1', severity: 'hint', fixable: true, run: notFirst },
  {
    id: 'R06', clause: 'P4.1', severity: 'warning',
    run: ({ risks }) => risks.filter((risk) => weightOf(risk) >= HIGH && (risk.trigger.trim() === '' || risk.prevention.trim() === ''))
      .map(({ id, risk, trigger }) => ({ where: at(id, trigger.trim() === '' ? 'trigger' : 'prevention'), data: { risk, lacking: trigger.trim() === '' ? 'trigger' : 'prevention' } })),
  },
  {
    id: 'R07', clause: 'P4.1', severity: 'hint', fixable: true,
    run: (plan) => {
      const found = plan.campaign.eventFrom !== null && !plan.risks.some(({ kind }) => kind === 'weather') ? textsOf(plan).map(({ text }) => OUTDOOR.exec(text)?.[0]).find((word) => word !== undefined) : undefined;
      return found === undefined ? [] : [{ where: PLACE, data: { word: found }, fix: { kind: 'add_risks', kinds: ['weather'] } }];
    },
  },
];
