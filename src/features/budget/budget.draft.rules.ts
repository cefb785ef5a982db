import type { Cents } from '#platform/shared/money.ts';
import type { Balance, REQUEST_KINDS } from './budget.contract.ts';
import { isReserve } from './budget.rules.ts';

export type RequestKind = (typeof REQUEST_KINDS)[number];

/** What the draft knows of a line of T1. `balance` is null until the approved plan has opened the ledger. */
export interface DraftLine {
  readonly id: string;
  readonly category: string;
  readonly detail: string;
  readonly balance: Balance | null;
}

/** Someone's request that waits for its approval and holds money on its line. */
export interface Holding {
  readonly id: string;
  readonly lineId: string;
  readonly kind: RequestKind;
  readonly amountCents: Cents;
}

/**
 * What is being written. `lineId` is where the money comes from (of a supplement: where it goes to), `toLineId` the line that a transfer or a
 * draw on the reserve helps; null for a draw that is spent from the reserve itself.
 */
export interface Draft {
  readonly kind: RequestKind;
  readonly lineId: string;
  readonly toLineId: string | null;
  readonly amountCents: Cents;
}

/** A way out of a draft that exceeds; each can be carried out with the balances of now. */
export type WayOut =
  | { readonly way: 'smaller'; readonly amountCents: Cents }
  | { readonly way: 'transfer' | 'reserve'; readonly lineId: string; readonly toLineId: string; readonly amountCents: Cents; readonly freeCents: Cents }
  | { readonly way: 'supplement'; readonly lineId: string; readonly amountCents: Cents };

export interface DraftVerdict<H extends Holding = Holding> {
  /** Free on the line now, and once the request is submitted. Negative `afterCents` is what it exceeds by. */
  readonly freeCents: Cents;
  readonly afterCents: Cents;
  /** The same of the line that receives; null where none does. */
  readonly toFreeCents: Cents | null;
  readonly toAfterCents: Cents | null;
  readonly exceedsCents: Cents;
  /** Others' requests that hold money on the line, the largest first. */
  readonly waiting: readonly H[];
  readonly waitingCents: Cents;
  readonly ways: readonly WayOut[];
}

/** Money that leaves the company: it is approved, invoiced and paid. The other kinds move it between lines. */
export function isOrder({ kind, toLineId }: Pick<Draft, 'kind' | 'toLineId'>): boolean {
  return kind === 'spending' || (kind === 'reserve' && toLineId === null);
}

interface Question<H extends Holding> extends Draft {
  readonly lines: readonly DraftLine[];
  readonly waiting: readonly H[];
  /** The request itself, which does not wait for itself. */
  readonly ownId: string;
}

const freeOf = (line: DraftLine | undefined): Cents => line?.balance?.freeCents ?? 0;
const mostFree = (a: DraftLine, b: DraftLine): number => freeOf(b) - freeOf(a);

/**
 * What a draft does to its line, said while it is written and not after the whole chain of approvals (P2.3), and the ways out when it
 * exceeds. Undefined while no line with a balance is chosen.
 */
export function draftVerdict<H extends Holding>(question: Question<H>): DraftVerdict<H> | undefined {
  const { kind, lineId, toLineId, amountCents, lines, waiting, ownId } = question;
  const line = lines.find(({ id }) => id === lineId);
  const toLine = toLineId === null ? undefined : lines.find(({ id }) => id === toLineId);
  if (!line?.balance) return undefined;
  const freeCents = freeOf(line);
  const exceedsCents = kind === 'supplement' ? 0 : Math.max(0, amountCents - freeCents);
  const held = waiting.filter((one) => one.lineId === lineId && one.id !== ownId && one.kind !== 'supplement');
  return {
    freeCents,
    afterCents: kind === 'supplement' ? freeCents + amountCents : freeCents - amountCents,
    toFreeCents: toLine ? freeOf(toLine) : null,
    toAfterCents: toLine ? freeOf(toLine) + amountCents : null,
    exceedsCents,
    waiting: held.toSorted((a, b) => b.amountCents - a.amountCents),
    waitingCents: held.reduce((sum, one) => sum + one.amountCents, 0),
    ways: exceedsCents === 0 ? [] : waysOut({ kind, line, toLine, lines, amountCents, exceedsCents }),
  };
}

interface Excess {
  readonly kind: RequestKind;
  readonly line: DraftLine;
  readonly toLine: DraftLine | undefined;
  readonly lines: readonly DraftLine[];
  readonly amountCents: Cents;
  readonly exceedsCents: Cents;
}

/**
 * An order is short of the difference on its own line; a move is short of the whole amount on the line that it helps. Other lines are named only
 * when they can give all that is missing, the freest first, and never the reserve: it is drawn with a cause of its own (P2.2).
 */
function waysOut({ kind, line, toLine, lines, amountCents, exceedsCents }: Excess): readonly WayOut[] {
  const smaller: readonly WayOut[] = freeOf(line) > 0 ? [{ way: 'smaller', amountCents: freeOf(line) }] : [];
  if (kind === 'cut') return smaller;
  const goal = toLine ?? line;
  const missing = toLine ? amountCents : exceedsCents;
  const others = lines.filter(({ id }) => id !== line.id && id !== goal.id);
  const able = others.filter((other) => freeOf(other) >= missing).toSorted(mostFree);
  const givers = able.filter((other) => !isReserve(other));
  const reserve = isReserve(goal) ? undefined : able.find(isReserve);
  const from = (way: 'transfer' | 'reserve', giver: DraftLine): WayOut => ({ way, lineId: giver.id, toLineId: goal.id, amountCents: missing, freeCents: freeOf(giver) });
  return [
    ...smaller,
    ...givers.map((giver) => from('transfer', giver)),
    ...(reserve ? [from('reserve', reserve)] : []),
    { way: 'supplement', lineId: goal.id, amountCents: missing },
  ];
}

/**
 * What a way makes of the draft. `instead`: the draft itself becomes this; otherwise this comes first and the draft, which is an order,
 * is kept until the money is there.
 */
export function takeWay(draft: Draft, way: WayOut): { readonly instead: boolean; readonly draft: Draft } {
  if (way.way === 'smaller') return { instead: true, draft: { ...draft, amountCents: way.amountCents } };
  return { instead: !isOrder(draft), draft: { kind: way.way, lineId: way.lineId, toLineId: way.way === 'supplement' ? null : way.toLineId, amountCents: way.amountCents } };
}
