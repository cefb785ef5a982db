import { PROMOTION_PHASES } from './plan.lists.contract.ts';

export type PromotionPhase = (typeof PROMOTION_PHASES)[number];

interface Slot {
  readonly channel: string;
  readonly phase: PromotionPhase;
  readonly startOn: string | null;
  readonly endOn: string | null;
  readonly amountCents: number;
}

export interface ChannelMatrix {
  /** In the order in which the channels first appear; null where a channel does not run in a phase. */
  readonly rows: readonly { readonly channel: string; readonly cents: Readonly<Record<PromotionPhase, number | null>>; readonly totalCents: number }[];
  readonly phases: readonly { readonly phase: PromotionPhase; readonly startOn: string | null; readonly endOn: string | null; readonly totalCents: number; readonly slots: number }[];
  readonly totalCents: number;
}

const sum = (slots: readonly Slot[]): number => slots.reduce((total, slot) => total + slot.amountCents, 0);
const least = (days: readonly (string | null)[]): string | null => days.filter((day) => day !== null).toSorted()[0] ?? null;
const most = (days: readonly (string | null)[]): string | null => days.filter((day) => day !== null).toSorted().at(-1) ?? null;

/** Channel × phase (E2.2): the money of each, and the days that each phase spans. */
export function channelMatrix(slots: readonly Slot[]): ChannelMatrix {
  const channels = [...new Set(slots.map((slot) => slot.channel))];
  return {
    rows: channels.map((channel) => {
      const own = slots.filter((slot) => slot.channel === channel);
      const inPhase = (phase: PromotionPhase) => own.filter((slot) => slot.phase === phase);
      const cents = Object.fromEntries(PROMOTION_PHASES.map((phase) => [phase, inPhase(phase).length > 0 ? sum(inPhase(phase)) : null])) as Record<PromotionPhase, number | null>;
      return { channel, cents, totalCents: sum(own) };
    }),
    phases: PROMOTION_PHASES.map((phase) => {
      const own = slots.filter((slot) => slot.phase === phase);
      return { phase, startOn: least(own.map((slot) => slot.startOn)), endOn: most(own.map((slot) => slot.endOn ?? slot.startOn)), totalCents: sum(own), slots: own.length };
    }),
    totalCents: sum(slots),
  };
}
