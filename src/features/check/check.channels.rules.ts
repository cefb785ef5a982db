import { addDays, daysBetween } from '#platform/shared/calendar.ts';
import type { CheckRule, Hit } from './check.rule.value.ts';
import type { CheckedChannel, CheckedPlan } from './check.value.ts';

const at = (id: string, field: string) => ({ page: 'plan', part: 'channels', id, field }) as const;
const PLACE = { page: 'plan', part: 'channels' } as const;

/** The days of a phase over all its channels; null while none of them is dated. */
function daysOf({ channels }: CheckedPlan, phase: CheckedChannel['phase']): { readonly from: string; readonly to: string } | null {
  const own = channels.filter((slot) => slot.phase === phase);
  const from = own.flatMap(({ startOn, endOn }) => startOn ?? endOn ?? []).toSorted()[0];
  const to = own.flatMap(({ startOn, endOn }) => endOn ?? startOn ?? []).toSorted().at(-1);
  return from === undefined || to === undefined ? null : { from, to };
}

function warmUp(plan: CheckedPlan, from: number, to: number): readonly Hit[] {
  const days = daysOf(plan, 'warmup');
  if (!days) return [];
  const count = daysBetween(days.from, days.to) + 1;
  return count >= from && count <= to ? [] : [{ where: PLACE, data: { count, first: days.from, last: days.to, from, to } }];
}

function opening(plan: CheckedPlan): readonly Hit[] {
  const { eventFrom } = plan.campaign;
  const days = daysOf(plan, 'burst');
  if (eventFrom === null || !days || (days.from <= eventFrom && days.to >= eventFrom)) return [];
  return [{ where: PLACE, data: { first: days.from, last: days.to, eventFrom } }];
}

function outOfOrder(plan: CheckedPlan): readonly Hit[] {
  const { startsOn, endsOn } = plan.campaign;
  const burst = daysOf(plan, 'burst');
  return plan.channels.flatMap(({ id, channel, phase, startOn, endOn }) => {
    const data = { channel, phase, startOn, endOn, startsOn, endsOn, burstFrom: burst?.from ?? null, burstTo: burst?.to ?? null };
    if ((startOn !== null && startOn < startsOn) || (endOn !== null && endOn > endsOn)) return [{ where: at(id, 'startOn'), key: 'outside', data: { kind: 'outside', ...data } }];
    if (phase === 'warmup' && burst && endOn !== null && endOn > burst.to) return [{ where: at(id, 'endOn'), key: 'order', data: { kind: 'warmup', ...data } }];
    if (phase === 'sustain' && burst && startOn !== null && startOn < burst.from) return [{ where: at(id, 'startOn'), key: 'order', data: { kind: 'sustain', ...data } }];
    return [];
  });
}

export const CHANNEL_RULES: readonly CheckRule[] = [
  { id: 'C01', clause: 'E2.1', severity: 'warning', run: ({ channels, goals }) => (channels.length === 0 && goals.length > 0 ? [{ where: PLACE }] : []) },
  { id: 'C02', clause: 'E2.2', severity: 'warning', bounds: { from: { value: 3, from: 1, to: 30 }, to: { value: 5, from: 1, to: 60 } }, run: (plan, { from = 3, to = 5 }) => warmUp(plan, from, to) },
  {
    id: 'C03', clause: 'E2.2', severity: 'warning',
    run: ({ channels }) => {
      const phases = (['warmup', 'burst', 'sustain'] as const).filter((phase) => !channels.some((slot) => slot.phase === phase));
      return channels.length > 0 && phases.length > 0 ? [{ where: PLACE, data: { phases } }] : [];
    },
  },
  { id: 'C04', clause: 'E2.2', severity: 'warning', run: opening },
  {
    id: 'C05', clause: 'E2.3', severity: 'warning',
    run: ({ channels }) => channels.filter(({ amountCents, metric, target }) => amountCents > 0 && (metric.trim() === '' || target === null))
      .map(({ id, channel, amountCents, metric }) => ({ where: at(id, metric.trim() === '' ? 'metric' : 'target'), data: { channel, amountCents, metric } })),
  },
  {
    id: 'C06', clause: 'E2.1', severity: 'hint', fixable: true,
    run: ({ channels }) => channels.filter(({ ownerText }) => ownerText.trim() === '').map(({ id, channel }) => ({ where: at(id, 'ownerText'), data: { channel }, fix: { kind: 'owner_lead', table: 'channels', id } })),
  },
  {
    id: 'C07', clause: 'E2.2', severity: 'warning',
    run: ({ channels }) => channels.filter(({ startOn, endOn }) => startOn === null && endOn === null).map(({ id, channel, phase }) => ({ where: at(id, 'startOn'), data: { channel, phase } })),
  },
  { id: 'C08', clause: 'E2.2', severity: 'warning', run: outOfOrder },
  {
    id: 'C09', clause: 'E2.2', severity: 'hint', bounds: { days: { value: 1, from: 1, to: 14 } },
    run: (plan, { days = 1 }) => {
      const [warm, burst] = [daysOf(plan, 'warmup'), daysOf(plan, 'burst')];
      if (!warm || !burst || burst.from <= addDays(warm.to, days)) return [];
      return [{ where: PLACE, data: { warmTo: warm.to, burstFrom: burst.from, gap: daysBetween(warm.to, burst.from) - 1 } }];
    },
  },
];
