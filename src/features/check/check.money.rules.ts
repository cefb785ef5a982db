import { quantityAgreement } from '#features/budget/budget.quantity.rules.ts';
import { reserveStanding } from '#features/budget/budget.rules.ts';
import { categoryFits } from '#features/approval/approval.route.rules.ts';
import type { CheckRule, Hit } from './check.rule.value.ts';
import type { CheckedLine, CheckedPlan } from './check.value.ts';
import { CHANNEL_COST, MATERIAL_COST, VENUE_COST } from './check.vocabulary.ts';

const totalOf = (lines: readonly CheckedLine[]): number => lines.reduce((sum, line) => sum + line.amountCents, 0);
const at = (id: string, field: string) => ({ page: 'budget', id, field }) as const;
const nameOf = ({ category, detail }: CheckedLine): string => category || detail;

/** The reserve that makes `percent` of a total of which the others are the rest: others × p / (100 − p), up to the whole yuan. */
export function reserveBeside(othersCents: number, percent: number): number {
  return percent >= 100 ? othersCents : Math.ceil((othersCents * percent) / (100 - percent) / 100) * 100;
}

function reserveOf({ budget, reserve }: CheckedPlan) {
  const lines = budget.filter((line) => line.reserve);
  const total = totalOf(budget);
  return { lines, total, amount: totalOf(lines), ...reserveStanding({ amountCents: total, reserveCents: totalOf(lines) }, reserve) };
}

function reserveMissing(plan: CheckedPlan): readonly Hit[] {
  const { total, amount } = reserveOf(plan);
  if (total === 0 || amount > 0) return [];
  const amountCents = reserveBeside(total, plan.reserve.fromPercent);
  return [{ where: { page: 'budget' }, data: { totalCents: total, amountCents, ...plan.reserve }, fix: { kind: 'add_reserve', amountCents } }];
}

function reserveOutside(plan: CheckedPlan, standing: 'below' | 'above'): readonly Hit[] {
  const found = reserveOf(plan);
  const first = found.lines[0];
  if (found.standing !== standing || !first) return [];
  const percent = standing === 'below' ? plan.reserve.fromPercent : plan.reserve.toPercent;
  const wanted = reserveBeside(found.total - found.amount, percent);
  const data = { reserveCents: found.amount, totalCents: found.total, share: found.share, wantedCents: wanted, ...plan.reserve };
  const fix = { kind: 'set_amount', id: first.id, amountCents: first.amountCents + wanted - found.amount } as const;
  return [{ where: at(first.id, 'amountCents'), data, ...(standing === 'below' ? { fix } : {}) }];
}

function quantities({ budget }: CheckedPlan): readonly Hit[] {
  return budget.flatMap((line) => {
    const agreement = quantityAgreement(line);
    if (agreement?.standing !== 'differs') return [];
    const { words, productCents, byCents } = agreement;
    return [{ where: at(line.id, 'amountCents'), data: { name: nameOf(line), words, amountCents: line.amountCents, productCents, byCents }, fix: { kind: 'set_amount', id: line.id, amountCents: productCents } }];
  });
}

/** The money of the channels, by the line of T1 that pays it. */
function channelMoney({ channels, budget }: CheckedPlan) {
  const sums = new Map<string, number>();
  for (const { category, amountCents } of channels) if (category !== '' && amountCents > 0) sums.set(category, (sums.get(category) ?? 0) + amountCents);
  return [...sums].map(([category, askedCents]) => ({ category, askedCents, lines: budget.filter((line) => categoryFits(category, line.category)) }));
}

function tooMuchOnOne({ budget }: CheckedPlan, percent: number): readonly Hit[] {
  const total = totalOf(budget);
  return budget.filter((line) => budget.length > 2 && line.amountCents * 100 > total * percent)
    .map((line) => ({ where: at(line.id, 'amountCents'), data: { name: nameOf(line), amountCents: line.amountCents, totalCents: total, share: line.amountCents / total, percent } }));
}

function twice({ budget }: CheckedPlan): readonly Hit[] {
  const seen = new Set<string>();
  return budget.flatMap((line) => {
    const key = `${line.category} ${line.detail}`.trim();
    const isTwice = seen.has(key);
    seen.add(key);
    return isTwice ? [{ where: at(line.id, 'category'), data: { name: nameOf(line), detail: line.detail } }] : [];
  });
}

/** Content of the plan that costs money, and no line that pays it. */
function unpaid(plan: CheckedPlan): readonly Hit[] {
  const has = (words: RegExp) => plan.budget.some((line) => words.test(`${line.category} ${line.detail}`));
  const lacking = [
    ...(plan.materials.length > 0 && !has(MATERIAL_COST) ? ['materials'] : []),
    ...(plan.channels.length > 0 && !has(CHANNEL_COST) ? ['channels'] : []),
    ...(plan.campaign.eventFrom !== null && plan.zones.length > 0 && !has(VENUE_COST) ? ['venue'] : []),
  ];
  return totalOf(plan.budget) > 0 ? lacking.map((kind) => ({ where: { page: 'budget' }, key: kind, data: { kind } })) : [];
}

export const MONEY_RULES: readonly CheckRule[] = [
  { id: 'B01', clause: 'P2.1', severity: 'error', essential: true, run: ({ budget }) => (totalOf(budget) > 0 ? [] : [{ where: { page: 'budget' } }]) },
  { id: 'B02', clause: 'P2.2', severity: 'warning', fixable: true, run: reserveMissing },
  { id: 'B03', clause: 'P2.2', severity: 'warning', fixable: true, run: (plan) => reserveOutside(plan, 'below') },
  { id: 'B04', clause: 'P2.2', severity: 'hint', run: (plan) => reserveOutside(plan, 'above') },
  {
    id: 'B05', clause: 'P2.3', severity: 'warning', fixable: true,
    run: ({ budget }) => budget.filter((line) => line.ownerText.trim() === '').map((line) => ({ where: at(line.id, 'ownerText'), data: { name: nameOf(line), amountCents: line.amountCents }, fix: { kind: 'owner_lead', table: 'budget', id: line.id } })),
  },
  { id: 'B06', clause: 'P2.3', severity: 'warning', run: ({ budget }) => budget.filter((line) => line.amountCents > 0 && !line.routed).map((line) => ({ where: at(line.id, 'category'), data: { name: nameOf(line), amountCents: line.amountCents } })) },
  { id: 'B07', clause: 'T1', severity: 'warning', fixable: true, run: quantities },
  { id: 'B08', clause: 'P2.1', severity: 'warning', run: ({ budget }) => (totalOf(budget) === 0 ? [] : budget.filter((line) => line.amountCents === 0).map((line) => ({ where: at(line.id, 'amountCents'), data: { name: nameOf(line) } }))) },
  {
    id: 'B09', clause: 'P2.1', severity: 'warning',
    run: (plan) => channelMoney(plan).filter(({ askedCents, lines }) => lines.length > 0 && askedCents > totalOf(lines))
      .map(({ category, askedCents, lines }) => ({ where: { page: 'plan', part: 'channels' }, key: category, data: { category, askedCents, lineCents: totalOf(lines), overCents: askedCents - totalOf(lines) } })),
  },
  {
    id: 'B10', clause: 'P2.1', severity: 'warning',
    run: (plan) => [
      ...channelMoney(plan).filter(({ lines }) => lines.length === 0).map(({ category, askedCents }) => ({ where: { page: 'plan', part: 'channels' } as const, key: category, data: { category, askedCents } })),
      ...plan.channels.filter(({ category, amountCents }) => category === '' && amountCents > 0).map(({ id, channel, amountCents }) => ({ where: { page: 'plan', part: 'channels', id, field: 'category' } as const, data: { channel, category: '', askedCents: amountCents } })),
    ],
  },
  { id: 'B11', clause: 'P2.1', severity: 'hint', run: unpaid },
  { id: 'B12', clause: 'P2.1', severity: 'hint', bounds: { percent: { value: 60, from: 20, to: 100 } }, run: (plan, { percent = 60 }) => tooMuchOnOne(plan, percent) },
  { id: 'B13', clause: 'P2.1', severity: 'hint', run: twice },
  { id: 'B14', clause: 'T1', severity: 'hint', run: ({ budget }) => budget.filter((line) => line.amountCents > 0 && line.detail.trim() === '' && !line.reserve).map((line) => ({ where: at(line.id, 'detail'), data: { name: nameOf(line), amountCents: line.amountCents } })) },
];
